namespace InboxSdk.Conventions.Docs;

/// <summary>Contains the declarations that every snippet is compiled with.</summary>
internal static class SnippetPrelude
{
    /// <summary>The implicit usings of an application.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The namespaces of the packages.</summary>
    public const string Usings = """

        global using InboxSdk;
        global using InboxSdk.Sandbox;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        """;

    public const string TestUsings = """

        global using FluentAssertions;
        global using Xunit;
        """;

    /// <summary>The variables that snippets assume. They are static members, so that a declaration in a snippet hides them.</summary>
    public const string Variables = """

        global using static SnippetPrelude;

        internal static class SnippetPrelude
        {
            public static IInboxClient inbox => null!;
            public static InboxSdk.V2.IInboxV2Client v2 => null!;
            public static IServiceCollection services => null!;
            public static HostApplicationBuilder builder => null!;
            public static IConfiguration configuration => null!;
            public static Prospect prospect => null!;
            public static InboxThread thread => null!;
            public static string prospectId => "";
            public static string threadId => "";
            public static CancellationToken cancellationToken => default;
        }
        """;
}
