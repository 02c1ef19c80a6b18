using System.Threading.Channels;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Bulk;

/// <summary>Holds the calls to a fake until the test completes each of them.</summary>
internal sealed class HeldCalls
{
    private readonly Channel<HeldCall> _calls = Channel.CreateUnbounded<HeldCall>();

    public HeldCalls(bool heedsCancellation = true) => Prospects = new FakeProspects(async (change, cancellationToken) =>
    {
        var call = new HeldCall(change, cancellationToken);
        await _calls.Writer.WriteAsync(call, CancellationToken.None);
        await (heedsCancellation ? call.Response.Task.WaitAsync(cancellationToken) : call.Response.Task);
    });

    public FakeProspects Prospects { get; }

    /// <summary>Gets whether a call is held that the test has not yet received.</summary>
    public bool HasMore => _calls.Reader.TryPeek(out _);

    /// <summary>Completes when the next call arrives.</summary>
    public async Task<HeldCall> NextAsync() => await _calls.Reader.ReadAsync(TestTimeout.Token());

    public async Task<IReadOnlyList<HeldCall>> NextAsync(int count)
    {
        var calls = new List<HeldCall>();
        while (calls.Count < count)
            calls.Add(await NextAsync());
        return calls;
    }
}

internal sealed record HeldCall(SentChange Change, CancellationToken CancellationToken)
{
    public TaskCompletionSource Response { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Succeed() => Response.SetResult();

    public void Fail(Exception exception) => Response.SetException(exception);
}
