using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace InboxSdk.Benchmarks.Calls;

/// <summary>A way to make the two calls that are compared: one resource, and a page of 50 threads.</summary>
internal sealed record Rival(Func<Task<object?>> OneAsync, Func<Task<object?>> PageAsync);

internal static class Rivals
{
    private const string Token = "token";

    /// <summary><see cref="HttpClient"/> and generated JSON, hand-written: the baseline.</summary>
    public static Rival ByHand(Uri address, InboxApiVersion version)
    {
        var http = new HttpClient { BaseAddress = new Uri(address + "/") };
        Authorize(http);
        return version == InboxApiVersion.V1
            ? new(
                async () => (await http.GetFromJsonAsync($"prospects/{CallServer.V1Id}", PlainV1JsonContext.Default.PlainProspectResponse, CancellationToken.None))!.Prospect,
                async () => (await http.GetFromJsonAsync("threads?limit=50", PlainV1JsonContext.Default.PlainThreadsResponse, CancellationToken.None))!.Threads)
            : new(
                async () => await http.GetFromJsonAsync($"contacts/{CallServer.V2Id}?expand=status&expand=tags", PlainV2JsonContext.Default.PlainContact, CancellationToken.None),
                async () => (await http.GetFromJsonAsync(
                    "threads?folder=all&expand=profile&expand=contact&limit=50", PlainV2JsonContext.Default.PlainV2ThreadsResponse, CancellationToken.None))!.Data);
    }

    /// <summary>Refit with generated JSON, optionally with .NET's standard resilience.</summary>
    public static Rival Refit(Uri address, InboxApiVersion version, bool isResilient)
    {
        var services = new ServiceCollection();
        var builder = services.AddHttpClient("plain", http =>
        {
            http.BaseAddress = address;
            Authorize(http);
        });
        if (isResilient)
            builder.AddStandardResilienceHandler();
        var http = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("plain");
        if (version == InboxApiVersion.V1)
        {
            var api = RestService.For<IPlainV1Api>(http, Settings(PlainV1JsonContext.Default));
            return new(
                async () => (await api.GetProspectAsync(CallServer.V1Id, CancellationToken.None)).Prospect,
                async () => (await api.ListThreadsAsync(50, CancellationToken.None)).Threads);
        }

        var api2 = RestService.For<IPlainV2Api>(http, Settings(PlainV2JsonContext.Default));
        return new(
            async () => await api2.GetContactAsync(CallServer.V2Id, CancellationToken.None),
            async () => (await api2.ListThreadsAsync(50, CancellationToken.None)).Data);
    }

    /// <summary>Ours, as an application registers it, with everything on.</summary>
    public static Rival InboxSdk(Uri address, InboxApiVersion version)
    {
        var provider = Client(address, version);
        if (version == InboxApiVersion.V1)
        {
            var inbox = provider.GetRequiredService<IInboxClient>();
            return new(async () => await inbox.Prospects.GetAsync(CallServer.V1Id), () => PageAsync(inbox.Threads.ListAsync()));
        }

        var v2 = provider.GetRequiredService<V2.IInboxV2Client>();
        return new(
            async () => await v2.Contacts.GetAsync(CallServer.V2Id, V2.ContactExpand.Status | V2.ContactExpand.Tags),
            () => PageAsync(v2.Threads.ListAsync(new() { Folder = V2.ThreadFolder.All, Expand = V2.ContactThreadExpand.Profile | V2.ContactThreadExpand.Contact })));
    }

    /// <summary>Looks up 100 people by X user id on v2, hand-written, with the SDK's v2 client, and with its facade.</summary>
    public static async Task<(Func<Task<object?>> ByHand, Func<Task<object?>> V2Client, Func<Task<object?>> Facade)> LookupsAsync(Uri address)
    {
        var http = new HttpClient { BaseAddress = new Uri(address + "/") };
        Authorize(http);
        var known = await http.GetFromJsonAsync("contacts", PlainV2JsonContext.Default.PlainContactsResponse, CancellationToken.None);
        var ids = known!.Data.Select(contact => contact.Profiles.First(profile => profile.Platform == "twitter").PlatformId!).ToList();
        // Once: the hand-written client does not even build its addresses.
        var lookupAddress = new Uri(Lookup(ids), UriKind.Relative);
        var provider = Client(address, InboxApiVersion.V2);
        var (inbox, v2) = (provider.GetRequiredService<IInboxClient>(), provider.GetRequiredService<V2.IInboxV2Client>());
        return (
            async () => (await http.GetFromJsonAsync(lookupAddress, PlainV2JsonContext.Default.PlainContactsResponse, CancellationToken.None))!.Data,
            () => PageAsync(v2.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = ids, Expand = V2.ContactExpand.Status | V2.ContactExpand.Tags })),
            async () =>
            {
                ProspectLookup? last = null;
                await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(ids))
                    last = lookup.Prospect is null ? throw new InvalidOperationException("A person was not found.") : lookup;
                return last;
            }
        );
    }

    /// <summary>Reads a page of 50 messages and one of 50 events on v2, hand-written and with the SDK.</summary>
    public static IEnumerable<(string Name, Func<Task<object?>> ByHand, Func<Task<object?>> Sdk)> V2Pages(Uri address)
    {
        var http = new HttpClient { BaseAddress = new Uri(address + "/") };
        Authorize(http);
        var v2 = Client(address, InboxApiVersion.V2).GetRequiredService<V2.IInboxV2Client>();
        yield return (
            "page of messages",
            async () => (await http.GetFromJsonAsync($"threads/{CallServer.V2ThreadId}/messages?limit=50", PlainV2JsonContext.Default.PlainMessagesResponse, CancellationToken.None))!.Data,
            () => PageAsync(v2.Messages.ListAsync(CallServer.V2ThreadId)));
        yield return (
            "page of events",
            async () => (await http.GetFromJsonAsync("events?limit=50", PlainV2JsonContext.Default.PlainEventsResponse, CancellationToken.None))!.Data,
            () => PageAsync(v2.Events.ListAsync()));
    }

    /// <summary>Returns the address of a lookup on v2.</summary>
    public static string Lookup(IEnumerable<string> platformIds) =>
        $"contacts?platform=twitter&{string.Join('&', platformIds.Select(id => "platformId=" + Uri.EscapeDataString(id)))}&expand=status&expand=tags&limit=100";

    private static ServiceProvider Client(Uri address, InboxApiVersion version)
    {
        var services = new ServiceCollection();
        services.AddInboxClient(options =>
        {
            (options.Token, options.BaseAddress, options.ApiVersion) = (Token, address, version);
            // The pacing is on, and never waits.
            options.RateLimit.Requests = [new() { Limit = 1_000_000, Length = TimeSpan.FromSeconds(1) }];
        });
        return services.BuildServiceProvider();
    }

    private static async Task<object?> PageAsync<T>(InboxPageable<T> list)
    {
        await foreach (var page in list.AsPages(pageSize: 50))
            return page.Items;
        return null;
    }

    private static RefitSettings Settings(JsonSerializerContext context) =>
        new(new SystemTextJsonContentSerializer(new JsonSerializerOptions(context.Options) { TypeInfoResolver = context }));

    private static void Authorize(HttpClient http) => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
}
