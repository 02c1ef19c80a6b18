using System.Net;
using System.Text;

namespace InboxSdk.Simulations;

/// <summary>Simulates a server that refuses one request with a hint of a day and then accepts all: measures the time until a call succeeds.</summary>
internal sealed class LongHintSimulation(string mediaType, string body) : HttpMessageHandler
{
    private readonly VirtualClock _clock = new();
    private int _requests;

    /// <summary>Returns the virtual time from the refusal to the first successful call, and the number of requests.</summary>
    public static (TimeSpan Elapsed, int Requests) Run(RateLimitPriority priority, string mediaType, string body)
    {
        var simulation = new LongHintSimulation(mediaType, body);
        var options = new InboxClientOptions { Token = "t", ApiVersion = InboxApiVersion.V2, BaseAddress = new Uri("http://localhost/api"), TimeProvider = simulation._clock };
        using var inbox = InboxClient.Create(options, simulation);
        var call = Task.Run(() => simulation.CallAsync(inbox, priority));
        do
            SimulatedApi.Settle();
        while (!call.IsCompleted && simulation._clock.RunNext());
        return (call.Result, simulation._requests);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        if (Interlocked.Increment(ref _requests) == 1)
        {
            response = new(HttpStatusCode.TooManyRequests) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
            response.Headers.Add("Retry-After", "86400");
        }
        else
        {
            response = new(HttpStatusCode.NoContent);
        }

        response.RequestMessage = request;
        return Task.FromResult(response);
    }

    private async Task<TimeSpan> CallAsync(InboxClient inbox, RateLimitPriority priority)
    {
        using var scope = RateLimitScope.Begin(priority);
        while (true)
        {
            try
            {
                await inbox.V2.Contacts.AddTagAsync("contact1", "tag1");
                return _clock.Elapsed;
            }
            catch (InboxRateLimitException)
            {
                // The application retries a second later.
                await Task.Delay(TimeSpan.FromSeconds(1), _clock);
            }
        }
    }
}
