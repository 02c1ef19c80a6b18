using System.Text;

namespace InboxSdk.Sandbox.Tests.WebConsole;

/// <summary>A sandbox with a console, and a plain HTTP client for its endpoints, without a token.</summary>
internal sealed class ConsoleApi : IAsyncDisposable
{
    private ConsoleApi(InboxSandbox sandbox)
    {
        Sandbox = sandbox;
        Http = new HttpClient { BaseAddress = new Uri(sandbox.ConsoleAddress!, "sandbox/") };
    }

    public InboxSandbox Sandbox { get; }

    public SandboxState State => Sandbox.State;

    public HttpClient Http { get; }

    public static async Task<ConsoleApi> StartAsync(InboxSandboxOptions? options = null)
    {
        options ??= new InboxSandboxOptions { HasConsole = true };
        options.HasConsole.Should().BeTrue();
        return new(await InboxSandbox.StartAsync(options));
    }

    public Task<ApiResponse> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<ApiResponse> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<ApiResponse> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json);

    public Task<ApiResponse> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<ApiResponse> SendAsync(HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request);
        return await ApiResponse.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }
}
