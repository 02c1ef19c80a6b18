using System.Collections.Concurrent;
using InboxSdk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests.SandboxConsole;

/// <summary>The panel of webhooks: deliveries, and their repetitions.</summary>
[Collection(ConsoleServer.Name)]
public sealed class WebhooksPanelTests(ConsoleServer server)
{
    [BrowserFact]
    public async Task Delivery_IsShown_RepeatedAndTampered()
    {
        await using var receiver = await StartReceiverAsync("ibt_wh_browser");
        await using var page = await server.OpenAsync("webhooks");
        var content = page.Content.Locator("#panel-webhooks");

        await content.GetByLabel("Address").FillAsync(receiver.Url);
        await content.GetByLabel("Secret").FillAsync("ibt_wh_browser");
        await content.GetByRole(AriaRole.Button, new() { Name = "Add the webhook" }).ClickAsync();
        var webhook = content.GetByRole(AriaRole.Listitem).Filter(new() { HasText = receiver.Url });
        await webhook.WaitForAsync();
        server.Sandbox.State.AddMessage("thread_abc123", DateTimeOffset.UtcNow, content: "<i>delivered</i>");

        var rows = content.Locator("tbody tr");
        await rows.First.GetByRole(AriaRole.Button).ClickAsync();
        var details = content.Locator(".details");
        await details.GetByText("Signature", new() { Exact = true }).WaitForAsync();
        (await details.InnerTextAsync()).Should().Contain("message.received").And.NotContain("ibt_wh_browser");
        await details.GetByRole(AriaRole.Button, new() { Name = "Redeliver" }).ClickAsync();
        await rows.Nth(1).WaitForAsync();
        await details.GetByRole(AriaRole.Button, new() { Name = "Tamper" }).ClickAsync();
        await rows.Nth(2).WaitForAsync();
        await details.GetByRole(AriaRole.Button, new() { Name = "Duplicate" }).ClickAsync();
        await rows.Nth(4).WaitForAsync();
        await server.Sandbox.Webhooks.WaitUntilIdleAsync(TestTimeout.Token());

        receiver.WereVerified.Should().Equal(true, true, false, true, true);
        (await rows.Filter(new() { HasText = "tamper" }).CountAsync()).Should().Be(1);
        await webhook.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await content.GetByText("There are none.").WaitForAsync();
        page.Errors.Should().BeEmpty();
        page.Elsewhere.Should().BeEmpty();
    }

    private static async Task<Receiver> StartReceiverAsync(string secret)
    {
        var verifier = new WebhookVerifier(secret);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var application = builder.Build();
        var wereVerified = new ConcurrentQueue<bool>();
        application.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            wereVerified.Enqueue(verifier.Verify(body.ToArray(), http.Request.Headers[WebhookVerifier.SignatureHeaderName]).IsVerified);
        });
        await application.StartAsync();
        return new(application, wereVerified);
    }

    private sealed class Receiver(WebApplication application, ConcurrentQueue<bool> wereVerified) : IAsyncDisposable
    {
        public string Url => $"{application.Urls.First()}/hooks";

        public IReadOnlyList<bool> WereVerified => [.. wereVerified];

        public ValueTask DisposeAsync() => application.DisposeAsync();
    }
}
