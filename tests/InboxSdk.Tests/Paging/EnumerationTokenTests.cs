using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Paging;

public class EnumerationTokenTests
{
    [Theory]
    [InlineData("list")]
    [InlineData("enumeration")]
    public async Task Enumerate_WithBothTokens_EachCancelsTheRequestInFlight(string cancelled)
    {
        await using var server = new ScriptedServer(StubResponse.Stall());
        using var inbox = server.CreateClient();
        using var list = new CancellationTokenSource();
        using var enumeration = new CancellationTokenSource();
        await using var threads = inbox.Threads.ListAsync(cancellationToken: list.Token).GetAsyncEnumerator(enumeration.Token);
        var next = threads.MoveNextAsync().AsTask();
        await server.NextRequestAsync();

        await (cancelled == "list" ? list : enumeration).CancelAsync();

        await Record.ExceptionAsync(() => next.WaitAsync(TestTimeout.Token()));
        next.IsCanceled.Should().BeTrue();
    }

    [Theory]
    [InlineData("list")]
    [InlineData("enumeration")]
    [InlineData("both")]
    public async Task Enumerate_WithOneToken_ItCancelsTheRequestInFlight(string tokens)
    {
        await using var server = new ScriptedServer(StubResponse.Stall());
        using var inbox = server.CreateClient();
        using var cancellation = new CancellationTokenSource();
        var list = inbox.Threads.ListAsync(cancellationToken: tokens == "enumeration" ? default : cancellation.Token);
        await using var threads = list.GetAsyncEnumerator(tokens == "list" ? default : cancellation.Token);
        var next = threads.MoveNextAsync().AsTask();
        await server.NextRequestAsync();

        await cancellation.CancelAsync();

        await Record.ExceptionAsync(() => next.WaitAsync(TestTimeout.Token()));
        next.IsCanceled.Should().BeTrue();
    }
}
