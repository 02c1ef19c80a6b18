using System.Net;
using System.Text;
using InboxSdk.Conventions.Docs;
using InboxSdk.Conventions.Repository;
using InboxSdk.Conventions.Surface;
using Microsoft.Extensions.DependencyInjection;

namespace InboxSdk.Conventions.Reference;

/// <summary>Writes docs/reference.md: the facts, the examples of the documentation and the public API of this version, in one file that is also in the package.</summary>
internal static class ReferencePage
{
    public const string Path = "docs/reference.md";

    private const string RulesHeading = "## Code that uses InboxSdk";

    public static async Task<string> CreateAsync()
    {
        var text = new StringBuilder();
        text.Append(Facts(await BaseAddressAsync(InboxApiVersion.V2), await BaseAddressAsync(InboxApiVersion.V1)));
        text.Append("\n## Rules\n\n").Append(Rules());
        text.Append("\n## Not in this version\n\n").AppendJoin('\n', Absent().Select(line => $"- {line}")).Append('\n');
        AddExamples(text);
        AddApi(text);
        return text.ToString();
    }

    private static string Facts(string v2, string v1) => $"""
        # InboxSdk {PublicSurface.Version}: reference

        For developers and coding assistants: the facts, the examples and the complete public API of this version. This page is generated from the documentation and the assemblies, and is also in the
        package, as `{Path}`. What it does not list does not exist in this version. Its links lead to pages of the repository.

        ## Facts

        | | |
        |---|---|
        | packages | `InboxSdk` (the client), `InboxSdk.AspNetCore` (receives webhooks), `InboxSdk.Csv` and `InboxSdk.Excel` (exports), `InboxSdk.Redis` (several processes), `InboxSdk.Sandbox` (an Inbox server for tests), each in version {PublicSurface.Version} |
        | install | `dotnet add package InboxSdk{(PublicSurface.IsPrerelease ? " --prerelease" : "")}` |
        | target frameworks | `net8.0`, `net10.0` |
        | address of the API | `{v2}`. For v1: `{v1}`. Inbox has no other address, and the client needs none to be set |
        | authentication | an API token, which starts with `ibt_`. The client sends it as `Authorization: Bearer` |
        | environment variables | `INBOX_API_TOKEN`: the token, if the options have none. `INBOX_API_BASE_URL`: the address, if the options have none. Keyed clients ignore both |
        | registration | `services.AddInboxClient()`, with a delegate or a configuration section for the options. Additional accounts: `services.AddKeyedInboxClient("emea", …)` |
        | clients to inject | `IInboxClient`: prospects, threads, tags, statuses and members, on v2 and v1. `IInboxV2Client` (namespace `InboxSdk.V2`): all of v2, including messages and events |
        | without dependency injection | `InboxClient.Create()`; its property `V2` is the `IInboxV2Client` |
        | API versions | v2 is the default. v1 (`ApiVersion = InboxApiVersion.V1`) is retired by Inbox on 3 December 2026 |
        | failures | exceptions that derive from `InboxException`; cancellation by the caller is an `OperationCanceledException` |

        """;

    private static string Rules()
    {
        var lines = File.ReadAllLines(RepositoryFiles.Absolute("AGENTS.md"));
        var rules = lines.SkipWhile(line => line != RulesHeading).SkipWhile(line => !line.StartsWith("- ", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0);
        return string.Concat(rules.Select(line => $"{line}\n"));
    }

    // What integrators looked for, and invented.
    private static IEnumerable<string> Absent()
    {
        yield return "**Creating a webhook or replacing its secret.** The API has no operation for it: a person does it in Inbox, under Settings, Webhooks. `MapInboxWebhooks` receives deliveries.";
        yield return "**Messages and events on `IInboxClient` or on v1.** They are members of `IInboxV2Client`, on v2.";
        yield return "**Creating or deleting a prospect or a contact.** No method does it.";
        yield return "**Requests to paths of your choice.** Each operation has a method of its own.";
        yield return "**Synchronous calls.** Each method that sends a request is asynchronous.";
        yield return "**OAuth, sign-in and refresh tokens.** The only credential is the API token.";
    }

    private static void AddExamples(StringBuilder text)
    {
        text.Append("""

            ## Examples

            All of them compile. In them `inbox` is an `IInboxClient`, `v2` an `IInboxV2Client`, `services` an `IServiceCollection`, `builder` a `HostApplicationBuilder`, `configuration` an
            `IConfiguration`, `prospect` a `Prospect` and `thread` an `InboxThread`. The namespaces `InboxSdk` and `InboxSdk.Sandbox` are imported.

            """);
        foreach (var page in Pages())
        {
            var blocks = page.Blocks.Where(block => block.Language == "csharp").ToList();
            if (blocks.Count == 0)
                continue;
            text.Append($"\n### {page.Title}\n\nFrom [{page.Path}]({Link(page.Path)}).\n");
            var heading = page.Title;
            foreach (var block in blocks)
            {
                if (block.Heading != heading)
                    text.Append($"\n#### {block.Heading}\n");
                heading = block.Heading;
                if (block.Introduction.Length > 0)
                    text.Append($"\n{block.Introduction}\n");
                text.Append($"\n```csharp\n{block.Code}\n```\n");
            }
        }
    }

    private static void AddApi(StringBuilder text)
    {
        text.Append("""

            ## Public API

            Every type is public, and every member that is not marked `protected`. Not listed: equality, `ToString` and deconstruction of records, overrides, and public constructors without parameters that
            are the only ones. The comments at the properties of options contain their defaults.

            """);
        foreach (var part in ApiListing.Namespaces)
            text.Append($"\n### Package {part.Package}, namespace {part.Name}\n\n```csharp\n{part.Code}\n```\n");
    }

    // In the order of the index.
    private static IEnumerable<MarkdownFile> Pages() =>
        MarkdownFile.Load("docs/README.md").Links.Select(link => $"docs/{link.Target}").Where(path => path != Path).Prepend("README.md").Distinct()
            .Select(MarkdownFile.Load);

    private static string Link(string path) => path.StartsWith("docs/", StringComparison.Ordinal) ? path["docs/".Length..] : $"../{path}";

    // Where the client of this version really sends a request. A keyed client ignores the environment.
    private static async Task<string> BaseAddressAsync(InboxApiVersion version)
    {
        using var transport = new RecordingHandler();
        var services = new ServiceCollection();
        services.AddKeyedInboxClient("reference", options => (options.Token, options.ApiVersion, options.Retry.MaxRetries) = ("ibt_reference", version, 0))
            .ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        await FluentActions.Awaiting(() => provider.GetRequiredKeyedService<IInboxClient>("reference").Tags.ListAsync().ToListAsync()).Should().ThrowAsync<InboxException>();
        var address = transport.Address!.GetLeftPart(UriPartial.Path);
        return address[..address.LastIndexOf('/')];
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public Uri? Address { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError));
        }
    }
}
