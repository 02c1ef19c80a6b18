using System.Runtime.CompilerServices;
using InboxSdk.Sandbox;

namespace InboxSdk.Tests.Paging;

public class PrefetchTests
{
    [Fact]
    public async Task Prefetch_FirstPageIsTaken_FetchesTheSecondMeanwhileAndNoMore()
    {
        var list = new HeldPages();
        await using var pages = list.Prefetch().AsPages().GetAsyncEnumerator();

        var first = pages.MoveNextAsync();
        list.Fetches.Should().Be(1);
        list.Respond(1);

        (await first).Should().BeTrue();
        pages.Current.Items.Should().Equal(1);
        list.Fetches.Should().Be(2, "the second is under way while the first is worked on");
        list.Respond(2);
        (await pages.MoveNextAsync()).Should().BeTrue();
        pages.Current.Items.Should().Equal(2);
        list.Fetches.Should().Be(3);
    }

    [Fact]
    public async Task Prefetch_OfAListThatPrefetches_StaysOnePageAhead()
    {
        var list = new HeldPages();
        list.Respond(1);
        list.Respond(2);

        await foreach (var item in list.Prefetch().Prefetch())
            break;

        list.Fetches.Should().Be(2);
    }

    [Fact]
    public async Task Prefetch_ReaderLeaves_CancelsTheOneFetchUnderWay()
    {
        var list = new HeldPages();
        list.Respond(1);

        await foreach (var item in list.Prefetch())
            break;

        list.Fetches.Should().Be(2);
        list.Cancelled.Should().Be(1);
        list.Disposed.Should().Be(1);
    }

    [Fact]
    public async Task Prefetch_NextPageFails_ThrowsWhenItsTurnComes()
    {
        var list = new HeldPages();
        list.Respond(1);
        list.Fail(new InboxServerException("Down."));
        var seen = new List<int>();

        var enumerate = async () =>
        {
            await foreach (var item in list.Prefetch())
                seen.Add(item);
        };

        await enumerate.Should().ThrowAsync<InboxServerException>();
        seen.Should().Equal([1], "what came before the fault is good");
    }

    [Fact]
    public async Task Prefetch_Cancelled_EndsAtOnce()
    {
        var list = new HeldPages();
        using var cancellation = new CancellationTokenSource();
        await using var items = list.Prefetch().GetAsyncEnumerator(cancellation.Token);

        var move = items.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();

        (await Record.ExceptionAsync(() => move)).Should().BeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public async Task Prefetch_CancelledAfterThePageCame_DoesNotGiveIt()
    {
        var list = new HeldPages();
        list.Respond(1);
        list.Respond(2);
        using var cancellation = new CancellationTokenSource();
        await using var pages = list.Prefetch().AsPages().GetAsyncEnumerator(cancellation.Token);
        await pages.MoveNextAsync();
        list.Fetches.Should().Be(2);

        await cancellation.CancelAsync();

        (await Record.ExceptionAsync(() => pages.MoveNextAsync().AsTask())).Should().BeAssignableTo<OperationCanceledException>();
    }

    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task Prefetch_Sandbox_ReturnsTheSameListAndResumes(InboxApiVersion version)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 60 });
        using var inbox = sandbox.CreateClient(options => (options.ApiVersion, options.RateLimit.IsEnabled) = (version, false));
        var list = inbox.Prospects.ListAsync(new() { PageSize = 7 });
        var whole = await list.ToListAsync();
        string? token = null;

        (await list.Prefetch().ToListAsync()).Should().BeEquivalentTo(whole, order => order.WithStrictOrdering());
        await foreach (var page in list.Prefetch().AsPages())
        {
            token = page.ContinuationToken;
            break;
        }

        await foreach (var page in list.Prefetch().AsPages(token))
        {
            page.Items[0].Id.Should().Be(whole[7].Id);
            break;
        }
    }

    /// <summary>Represents pages of one number each, which the test completes.</summary>
    private sealed class HeldPages : InboxPageable<int>
    {
        private readonly List<TaskCompletionSource<int>> _answers = [];
        private int _given;

        public int Fetches { get; private set; }

        public int Cancelled { get; private set; }

        public int Disposed { get; private set; }

        public void Respond(int number) => Place(_given++).SetResult(number);

        public void Fail(Exception exception) => Place(_given++).SetException(exception);

        public override IAsyncEnumerable<InboxPage<int>> AsPages(string? continuationToken = null, int? pageSize = null) => EnumerateAsync(default);

        private TaskCompletionSource<int> Place(int index)
        {
            while (_answers.Count <= index)
                _answers.Add(new());
            return _answers[index];
        }

        private async IAsyncEnumerable<InboxPage<int>> EnumerateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                while (true)
                {
                    var response = Place(Fetches++).Task.WaitAsync(cancellationToken);
                    try
                    {
                        await response;
                    }
                    catch (OperationCanceledException)
                    {
                        Cancelled++;
                        throw;
                    }

                    yield return new([await response], $"{Fetches}");
                }
            }
            finally
            {
                Disposed++;
            }
        }
    }
}
