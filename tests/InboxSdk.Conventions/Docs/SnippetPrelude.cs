namespace InboxSdk.Conventions.Docs;

/// <summary>What every snippet is compiled with.</summary>
internal static class SnippetPrelude
{
    /// <summary>What an application of today has without a directive.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The namespaces the documentation is about.</summary>
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

    /// <summary>What a reader has at hand when they come to a snippet. As static members, so that a snippet's own declaration hides them.</summary>
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
