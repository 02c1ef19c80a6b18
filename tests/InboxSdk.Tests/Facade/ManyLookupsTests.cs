using FluentAssertions;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using Xunit;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Facade;

/// <summary>Lookups of many people: in order, with the fewest requests, and resumable.</summary>
public sealed class ManyLookupsTests
{
    [Theory]
    [InlineData(InboxApiVersion.V1, 250)]
    [InlineData(InboxApiVersion.V2, 3)]
    public async Task FindMany_KnownUnknownAndRepeatedIds_ReturnsOneResultPerIdInOrder(InboxApiVersion version, int requests)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 200 });
        using var inbox = CreateClient(sandbox, version);
        var known = sandbox.State.Prospects.Select(prospect => prospect.PlatformId).Take(200).ToList();
        List<string> ids = [.. known.Take(120), .. Enumerable.Range(1, 50).Select(number => $"99999{number}"), .. known.Skip(120), known[^1]];

        var lookups = await ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(ids));

        lookups.Select(lookup => lookup.PlatformId).Should().Equal(ids);
        lookups.Where(lookup => lookup.Prospect is not null).Select(lookup => lookup.Prospect!.PlatformId).Should().Equal(known.Append(known[^1]));
        lookups.Should().OnlyContain(lookup => (lookup.Prospect == null) == lookup.PlatformId.StartsWith("99999"));
        sandbox.Requests.Should().HaveCount(requests);
    }

    [Fact]
    public async Task FindMany_TenThousand_TakesOneRequestPerHundred()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);

        var count = 0;
        await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(Enumerable.Range(0, 10_000).Select(number => $"{1_000_000_000_000_000_000 + number}")))
            count += lookup.Prospect is null ? 1 : 0;

        count.Should().Be(10_000);
        sandbox.Requests.Should().HaveCount(100);
    }

    [Fact]
    public async Task FindMany_LongIds_KeepsTheAddressShort()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);
        var ids = Enumerable.Range(0, 60).Select(number => $"{new string('é', 40)}{number}").ToList();

        var lookups = await ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(ids));

        lookups.Select(lookup => lookup.PlatformId).Should().Equal(ids);
        sandbox.Requests.Should().OnlyContain(request => Uri.EscapeDataString(request.Query).Length < 20_000 && request.StatusCode == 200).And.HaveCountGreaterThan(3);
    }

    [Fact]
    public async Task FindMany_ABatchFails_ReturnsThoseBeforeAndCanBeResumed()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 250 });
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2, options => options.Retry.MaxRetries = 0);
        var ids = sandbox.State.Prospects.Select(prospect => prospect.PlatformId).ToList();
        var batches = 0;
        sandbox.Faults.HitNext(SandboxFault.Error("internal"), when: _ => ++batches == 2);
        var lookups = new List<ProspectLookup>();

        var failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(ids))
                lookups.Add(lookup);
        });
        failure.Should().BeOfType<InboxServerException>();
        lookups.Should().HaveCount(100);
        await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(ids.Skip(lookups.Count)))
            lookups.Add(lookup);

        lookups.Select(lookup => lookup.Prospect?.PlatformId).Should().Equal(ids);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task FindMany_AnEmptyId_ThrowsAfterTheBatchesBefore(string id)
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);

        var failure = await Record.ExceptionAsync(() => ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(["1", id])));

        failure.Should().BeOfType<ArgumentException>();
        sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task FindMany_ReaderIsSlow_ReadsFewIdsAhead()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);
        var read = 0;

        await foreach (var _ in inbox.Prospects.FindManyByPlatformIdAsync(Ids()))
            break;

        read.Should().BeInRange(101, 301);

        IEnumerable<string> Ids()
        {
            while (true)
                yield return $"{1_000_000 + Interlocked.Increment(ref read)}";
        }
    }

    [Fact]
    public async Task FindMany_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);

        var failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (var _ in inbox.Prospects.FindManyByPlatformIdAsync(Enumerable.Range(1, 1_000).Select(number => $"{number}"), cancellation.Token))
                await cancellation.CancelAsync();
        });

        failure.Should().BeAssignableTo<OperationCanceledException>();
        sandbox.Requests.Count.Should().BeLessThan(10);
    }

    [Fact]
    public async Task FindMany_ResponseOfAnotherRequest_IsNotTakenForNone()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"data":[{"id":"c1","profiles":[{"id":"p1","platform":"twitter","platformId":"7"}]}],"nextCursor":null}"""));
        using var inbox = server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, "/api/v2"));

        var failure = await Record.ExceptionAsync(() => ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(["1", "2"])));

        failure.Should().BeOfType<InboxSerializationException>().Which.MayHaveTakenEffect.Should().BeFalse();
    }

    private static InboxClient CreateClient(InboxSandbox sandbox, InboxApiVersion version, Action<InboxClientOptions>? configure = null) => sandbox.CreateClient(options =>
    {
        options.BaseAddress = version == InboxApiVersion.V1 ? sandbox.V1BaseAddress : sandbox.BaseAddress;
        options.RateLimit.IsEnabled = false;
        configure?.Invoke(options);
    });

    private static async Task<List<ProspectLookup>> ToListAsync(IAsyncEnumerable<ProspectLookup> lookups)
    {
        var list = new List<ProspectLookup>();
        await foreach (var lookup in lookups)
            list.Add(lookup);
        return list;
    }
}
