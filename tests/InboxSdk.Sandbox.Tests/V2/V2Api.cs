using System.Net.Http.Headers;
using System.Text;
using InboxSdk.Contract;

namespace InboxSdk.Sandbox.Tests.V2;

/// <summary>A sandbox and a plain HTTP client that speaks v2 to it. Where the contract's file is at hand, each answer is held against it.</summary>
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

    /// <summary>A sandbox whose clock stands still at a moment after all invented messages.</summary>
    public static Task<V2Api> StartAsync(TimeProvider clock) => StartAsync(new InboxSandboxOptions { TimeProvider = clock });

    public Task<Answer> GetAsync(string path) => SendAsync("GET", path);

    public Task<Answer> PostAsync(string path, string? json = null, string? key = null) => SendAsync("POST", path, json, key);

    public Task<Answer> PatchAsync(string path, string json) => SendAsync("PATCH", path, json);

    public Task<Answer> PutAsync(string path) => SendAsync("PUT", path);

    public Task<Answer> DeleteAsync(string path) => SendAsync("DELETE", path);

    public async Task<Answer> SendAsync(string method, string path, string? json = null, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await Http.SendAsync(request);
        var answer = await Answer.ReadAsync(response);
        if (ApiContract.Current is { } contract && contract.Find(method, path) is not null && answer.Status != HttpStatusCode.RequestEntityTooLarge)
            contract.CheckResponse(method, path, (int)answer.Status, answer.Text).Should().BeEmpty($"{method} {path} answered {answer.Text}");
        return answer;
    }

    /// <summary>Sends a message to the guide's thread.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SendMessageAsync(string content = "Hi")
    {
        var answer = await PostAsync("messages", $$"""{"target":{"type":"thread","threadId":"threadabc123"},"content":"{{content}}"}""");
        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
        return answer.Json.GetProperty("message").GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }
}

internal static class V2Answers
{
    /// <summary>Checks the status and the whole shape of a v2 error, and returns its details as JSON.</summary>
    public static string ShouldBeV2Error(this Answer answer, int status, string code)
    {
        ((int)answer.Status).Should().Be(status, answer.Text);
        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal("code", "message", "details", "requestId");
        answer.Json.GetProperty("code").GetString().Should().Be(code, answer.Text);
        answer.Json.GetProperty("message").GetString().Should().NotBeEmpty();
        answer.Json.GetProperty("requestId").GetString().Should().Be(answer.Header("X-Request-Id"));
        return answer.Json.GetProperty("details").GetRawText();
    }

    /// <summary>Checks that a request was refused because of one field, and returns what is wrong with it.</summary>
    public static string ShouldRefuse(this Answer answer, string path)
    {
        answer.ShouldBeV2Error(400, "invalidRequest");
        var issue = answer.Json.GetProperty("details").GetProperty("issues").EnumerateArray().Should().ContainSingle().Which;
        string.Join('.', issue.GetProperty("path").EnumerateArray().Select(step => step.ToString())).Should().Be(path, answer.Text);
        return issue.GetProperty("message").GetString()!;
    }

    public static string[] Ids(this Answer page)
    {
        page.Status.Should().Be(HttpStatusCode.OK, page.Text);
        return [.. page.Json.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }

    public static string? NextCursor(this Answer page) => page.Json.GetProperty("nextCursor").GetString();

    public static string? Text(this Answer answer, string field) => answer.Json.GetProperty(field).GetString();
}
