using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace InboxSdk.Sandbox.Tests;

/// <summary>A sandbox and a plain HTTP client that speaks to it, for the length of a test.</summary>
internal sealed class TestApi : IAsyncDisposable
{
    private TestApi(InboxSandbox sandbox)
    {
        Sandbox = sandbox;
        Http = new HttpClient { BaseAddress = new Uri(sandbox.V1BaseAddress + "/") };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Token);
    }

    public InboxSandbox Sandbox { get; }

    public SandboxState State => Sandbox.State;

    public HttpClient Http { get; }

    public static async Task<TestApi> StartAsync(InboxSandboxOptions? options = null) => new(await InboxSandbox.StartAsync(options));

    /// <summary>Starts a sandbox with its tags, statuses, members and accounts, without prospects.</summary>
    public static Task<TestApi> StartEmptyAsync() => StartAsync(new InboxSandboxOptions { ProspectCount = 0 });

    public Task<ApiResponse> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<ApiResponse> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<ApiResponse> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json);

    public Task<ApiResponse> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<ApiResponse> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request);
        return await ApiResponse.ReadAsync(response);
    }

    /// <summary>The ids of the threads a query lists, in their order.</summary>
    public async Task<string[]> ThreadIdsAsync(string query = "")
    {
        var response = await GetAsync($"threads?{query}");
        response.Status.Should().Be(HttpStatusCode.OK, response.Text);
        return response.Json.GetProperty("threads").EnumerateArray().Select(thread => thread.GetProperty("id").GetString()!).ToArray();
    }

    /// <summary>The spelling that the state has for an id of v1.</summary>
    public static string InState(string id) => id.Replace("_", "", StringComparison.Ordinal);

    /// <summary>Adds a prospect and their thread, both named after <paramref name="name"/>.</summary>
    public SandboxThread AddThread(string name, DateTimeOffset lastMessageAt, Func<SandboxThread, SandboxThread>? change = null, params string[] tagIds)
    {
        State.AddProspect(new SandboxProspect { Id = $"p_{name}", PlatformId = $"x_{name}", Username = name, TagIds = [.. tagIds] });
        var thread = new SandboxThread { Id = name, ProspectId = $"p_{name}", AccountLinkId = "acc_abc123", LastMessageAt = lastMessageAt };
        return State.AddThread(change?.Invoke(thread) ?? thread);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }
}

internal sealed record ApiResponse(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);

    public string Header(string name) => Headers.GetValues(name).Single();

    /// <summary>Asserts the status and the format of a v1 error, and returns its message.</summary>
    public string ShouldBeError(int status, string code)
    {
        ((int)Status).Should().Be(status, Text);
        Json.EnumerateObject().Should().ContainSingle().Which.Name.Should().Be("error");
        var error = Json.GetProperty("error");
        error.EnumerateObject().Select(member => member.Name).Should().Equal("code", "message", "status");
        error.GetProperty("code").GetString().Should().Be(code);
        error.GetProperty("status").GetInt32().Should().Be(status);
        return error.GetProperty("message").GetString()!;
    }
}
