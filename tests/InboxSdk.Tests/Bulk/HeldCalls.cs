using System.Threading.Channels;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Bulk;

/// <summary>Holds the calls to a fake until the test ends each.</summary>
internal sealed class HeldCalls
{
    private readonly Channel<HeldCall> _calls = Channel.CreateUnbounded<HeldCall>();

    public HeldCalls(bool heedsCancellation = true) => Prospects = new FakeProspects(async (change, cancellationToken) =>
    {
        var call = new HeldCall(change, cancellationToken);
        await _calls.Writer.WriteAsync(call, CancellationToken.None);
        await (heedsCancellation ? call.Answer.Task.WaitAsync(cancellationToken) : call.Answer.Task);
    });

    public FakeProspects Prospects { get; }

    /// <summary>Gets whether a call is held that the test has not taken.</summary>
    public bool HasMore => _calls.Reader.TryPeek(out _);

    /// <summary>Completes when the next call has come in.</summary>
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
    public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Succeed() => Answer.SetResult();

    public void Fail(Exception exception) => Answer.SetException(exception);
}
