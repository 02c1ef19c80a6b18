using System.Net.Http.Headers;
using System.Text;
using InboxSdk.Contract;

namespace InboxSdk.Sandbox.Tests.V2;

/// <summary>Represents a sandbox and a plain HTTP client for v2. If the contract file is available, each response is validated against it.</summary>
internal sealed class V2Api : IAsyncDisposable
{
    private V2Api(InboxSandbox sandbox)
    {
        Sandbox = sandbox;
        Http = new HttpClient { BaseAddress = new Uri(sandbox.BaseAddress + "/") };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Token);
    }

    public InboxSandbox Sandbox { get; }

    public SandboxState State => Sandbox.State;

    public HttpClient Http { get; }

    public static async Task<V2Api> StartAsync(InboxSandboxOptions? options = null) => new(await InboxSandbox.StartAsync(options));

    /// <summary>Starts a sandbox whose clock is stopped after all generated messages.</summary>
    public static Task<V2Api> StartAsync(TimeProvider clock) => StartAsync(new InboxSandboxOptions { TimeProvider = clock });

    public Task<ApiResponse> GetAsync(string path) => SendAsync("GET", path);

    public Task<ApiResponse> PostAsync(string path, string? json = null, string? key = null) => SendAsync("POST", path, json, key);

    public Task<ApiResponse> PatchAsync(string path, string json) => SendAsync("PATCH", path, json);

    public Task<ApiResponse> PutAsync(string path) => SendAsync("PUT", path);

    public Task<ApiResponse> DeleteAsync(string path) => SendAsync("DELETE", path);

    public async Task<ApiResponse> SendAsync(string method, string path, string? json = null, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var message = await Http.SendAsync(request);
        var response = await ApiResponse.ReadAsync(message);
        if (ApiContract.Current is { } contract && contract.Find(method, path) is not null && response.Status != HttpStatusCode.RequestEntityTooLarge)
            contract.CheckResponse(method, path, (int)response.Status, response.Text).Should().BeEmpty($"{method} {path} returned {response.Text}");
        return response;
    }

    /// <summary>Sends a message to the guide's thread.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SendMessageAsync(string content = "Hi")
    {
        var response = await PostAsync("messages", $$"""{"target":{"type":"thread","threadId":"threadabc123"},"content":"{{content}}"}""");
        response.Status.Should().Be(HttpStatusCode.Created, response.Text);
        return response.Json.GetProperty("message").GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }
}

internal static class V2Responses
{
    /// <summary>Asserts the status and the format of a v2 error, and returns its details as JSON.</summary>
    public static string ShouldBeV2Error(this ApiResponse response, int status, string code)
    {
        ((int)response.Status).Should().Be(status, response.Text);
        response.Json.EnumerateObject().Select(member => member.Name).Should().Equal("code", "message", "details", "requestId");
        response.Json.GetProperty("code").GetString().Should().Be(code, response.Text);
        response.Json.GetProperty("message").GetString().Should().NotBeEmpty();
        response.Json.GetProperty("requestId").GetString().Should().Be(response.Header("X-Request-Id"));
        return response.Json.GetProperty("details").GetRawText();
    }

    /// <summary>Asserts that a request was rejected because of one field, and returns the message of the issue.</summary>
    public static string ShouldReject(this ApiResponse response, string path)
    {
        response.ShouldBeV2Error(400, "invalidRequest");
        var issue = response.Json.GetProperty("details").GetProperty("issues").EnumerateArray().Should().ContainSingle().Which;
        string.Join('.', issue.GetProperty("path").EnumerateArray().Select(step => step.ToString())).Should().Be(path, response.Text);
        return issue.GetProperty("message").GetString()!;
    }

    public static string[] Ids(this ApiResponse page)
    {
        page.Status.Should().Be(HttpStatusCode.OK, page.Text);
        return [.. page.Json.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }

    public static string? NextCursor(this ApiResponse page) => page.Json.GetProperty("nextCursor").GetString();

    public static string? Text(this ApiResponse response, string field) => response.Json.GetProperty(field).GetString();
}
