using System.Net.Http.Json;
using System.Text;
using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Subjects;

/// <summary>Represents a client of <see cref="HttpClient"/> and JSON, with a number of retries after a failure or a transient status.</summary>
internal sealed class PlainClient(HttpClient http, int retries) : IRivalClient
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(2);

    public async Task<RivalResponse?> SendAsync(RivalRequest request)
    {
        var key = Guid.NewGuid().ToString("N");
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var message = new HttpRequestMessage(new(request.Method), request.Path);
                if (request.Body is not null)
                    message.Content = new StringContent(request.Body, Encoding.UTF8, "application/json");
                if (request is { Method: "POST", Path: "messages" })
                    message.Headers.Add("Idempotency-Key", key);
                using var response = await http.SendAsync(message);
                if (attempt < retries && (int)response.StatusCode is 429 or >= 500)
                {
                    await Task.Delay(response.Headers.RetryAfter?.Delta ?? Delay, TimeProvider.System);
                    continue;
                }

                response.EnsureSuccessStatusCode();
                return request.IsVoid ? null : await response.Content.ReadFromJsonAsync(RivalJsonContext.Default.RivalResponse);
            }
            catch (Exception exception) when (attempt < retries && exception is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(Delay, TimeProvider.System);
            }
        }
    }
}
