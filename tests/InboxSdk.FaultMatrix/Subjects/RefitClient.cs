using System.Text;
using InboxSdk.FaultMatrix.Operations;
using Refit;

namespace InboxSdk.FaultMatrix.Subjects;

/// <summary>Contains the requests as a Refit interface.</summary>
internal interface IRivalApi
{
    [Get("/{**path}")]
    Task<RivalResponse> GetAsync(string path, string? platform, string? platformId, string? prospectPlatformId, string? accountLinkId);

    [Post("/{**path}")]
    Task<RivalResponse> PostAsync(string path, [Body] HttpContent body, [Header("Idempotency-Key")] string? key);

    [Patch("/{**path}")]
    Task<RivalResponse> PatchAsync(string path, [Body] HttpContent body);

    [Put("/{**path}")]
    Task PutAsync(string path);

    [Delete("/{**path}")]
    Task DeleteAsync(string path);

    [Delete("/{**path}")]
    Task<RivalResponse> DeleteWithResultAsync(string path, string? scope);
}

/// <summary>Represents a client of Refit, with any handlers.</summary>
internal sealed class RefitClient(IRivalApi api) : IRivalClient
{
    public async Task<RivalResponse?> SendAsync(RivalRequest request)
    {
        var parts = request.Path.Split('?');
        var query = System.Web.HttpUtility.ParseQueryString(parts.Length > 1 ? parts[1] : "");
        var body = new StringContent(request.Body ?? "", Encoding.UTF8, "application/json");
        switch (request.Method)
        {
            case "GET":
                return await api.GetAsync(parts[0], query["platform"], query["platformId"], query["prospectPlatformId"], query["accountLinkId"]);
            case "POST":
                return await api.PostAsync(parts[0], body, parts[0] == "messages" ? Guid.NewGuid().ToString("N") : null);
            case "PATCH":
                return await api.PatchAsync(parts[0], body);
            case "DELETE" when !request.IsVoid:
                return await api.DeleteWithResultAsync(parts[0], query["scope"]);
            case "DELETE":
                await api.DeleteAsync(parts[0]);
                return null;
            default:
                await api.PutAsync(parts[0]);
                return null;
        }
    }
}
