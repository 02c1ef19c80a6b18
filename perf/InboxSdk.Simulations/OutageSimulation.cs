using System.Net;

namespace InboxSdk.Simulations;

/// <summary>Simulates callers of a real client with retries, whose server returns only 503. Delays take no time.</summary>
internal static class OutageSimulation
{
    public static async Task<(int Calls, int Requests)> RunAsync(InboxApiVersion version, int callers, int callsEach)
    {
        var transport = new Down();
        using var inbox = InboxClient.Create(
            new() { Token = "t", ApiVersion = version, BaseAddress = new Uri("http://localhost/api"), RateLimit = { IsEnabled = false }, TimeProvider = new ImpatientClock() }, transport);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < callsEach; i++)
            {
                try
                {
                    await inbox.Prospects.GetAsync("prospect1");
                }
                catch (InboxServerException)
                {
                    // The caller continues with the next call.
                }
            }
        })));
        return (callers * callsEach, transport.Requests);
    }

    private sealed class Down : HttpMessageHandler
    {
        private int _requests;

        public int Requests => _requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request });
        }
    }

    /// <summary>Represents a clock on which back-offs pass at once and timeouts never.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.FromSeconds(20) ? Timeout.InfiniteTimeSpan : dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
