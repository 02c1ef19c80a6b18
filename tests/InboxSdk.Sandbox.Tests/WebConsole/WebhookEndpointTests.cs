using System.Text;
using System.Text.Json;
using InboxSdk.Sandbox.Tests.Webhooks;
using InboxSdk.Webhooks;

namespace InboxSdk.Sandbox.Tests.WebConsole;

/// <summary>The endpoints of webhooks: added, with faults, and their deliveries repeated.</summary>
public sealed class WebhookEndpointTests
{
    private const string Secret = "ibt_wh_of_this_test";

    [Fact]
    public async Task Webhook_IsAdded_AndItsSecretIsNotShown()
    {
        await using var api = await ConsoleApi.StartAsync();
        await using var receiver = await Receiver.StartAsync();

        var added = await AddAsync(api, receiver);
        await WriteAsync(api);

        var delivery = (await api.GetAsync("deliveries/1")).Json;
        delivery.GetProperty("status").GetInt32().Should().Be(204);
        delivery.GetProperty("body").GetString().Should().Be(Encoding.UTF8.GetString(receiver.Received[0].Body));
        delivery.GetProperty("signature").GetString().Should().Be(receiver.Received[0].Signature);
        (added.Text + (await api.GetAsync("webhooks")).Text + delivery.GetRawText()).Should().NotContain(Secret);
    }

    [Theory]
    [InlineData("{}", 2, true)]
    [InlineData("""{"fault":"duplicate"}""", 3, true)]
    [InlineData("""{"fault":"tamper"}""", 2, false)]
    [InlineData("""{"fault":"late"}""", 2, false)]
    [InlineData("""{"fault":"previousSecret"}""", 2, false)]
    public async Task Delivery_IsRepeated(string body, int count, bool isValid)
    {
        await using var api = await ConsoleApi.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        await AddAsync(api, receiver);
        await WriteAsync(api);

        var response = await api.PostAsync("deliveries/1", body);
        await api.Sandbox.Webhooks.WaitUntilIdleAsync();

        response.Status.Should().Be(HttpStatusCode.Accepted, response.Text);
        receiver.Received.Should().HaveCount(count);
        IdOf(receiver.Received[^1]).Should().Be(IdOf(receiver.Received[0]));
        new WebhookVerifier(Secret).Verify(receiver.Received[^1].Body, receiver.Received[^1].Signature).IsVerified.Should().Be(isValid);
    }

    [Fact]
    public async Task Delivery_CanBeDelayed()
    {
        await using var api = await ConsoleApi.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        await AddAsync(api, receiver);
        await WriteAsync(api);

        await api.PostAsync("deliveries/1", """{"delay":0.05}""");
        await WriteAsync(api);

        receiver.Received.Select(IdOf).Should().HaveCount(3).And.Contain(IdOf(receiver.Received[0]));
    }

    [Fact]
    public async Task Faults_OfAWebhook_ApplyToItsEvents()
    {
        await using var api = await ConsoleApi.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        await AddAsync(api, receiver);

        await api.PostAsync("webhooks/1/faults", """{"fault":"drop","next":1}""");
        await WriteAsync(api);
        await api.PostAsync("webhooks/1/faults", """{"fault":"duplicate","probability":1}""");
        await WriteAsync(api);
        await api.DeleteAsync("webhooks/1/faults");
        await WriteAsync(api);

        receiver.Received.Should().HaveCount(3);
        (await api.GetAsync("deliveries")).Json.GetProperty("deliveries").EnumerateArray().Select(each => each.GetProperty("fault").GetString())
            .Should().Equal("drop", "duplicate", "duplicate", null);
    }

    [Fact]
    public async Task Webhook_Removed_ReceivesNothingMore()
    {
        await using var api = await ConsoleApi.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        await AddAsync(api, receiver);
        await WriteAsync(api);

        (await api.DeleteAsync("webhooks/1")).Status.Should().Be(HttpStatusCode.NoContent);
        await WriteAsync(api);

        receiver.Received.Should().ContainSingle();
        (await api.PostAsync("deliveries/1", "{}")).ShouldBeError(409, "CONFLICT");
        (await api.DeleteAsync("webhooks/1")).ShouldBeError(404, "NOT_FOUND");
    }

    [Theory]
    [InlineData("webhooks", """{"url":"file:///etc/passwd","secret":"a"}""")]
    [InlineData("webhooks", """{"url":"/relative","secret":"a"}""")]
    [InlineData("webhooks", """{"url":"http://localhost/","secret":""}""")]
    [InlineData("webhooks", """{"url":"http://localhost/","secret":" a "}""")]
    [InlineData("webhooks", """{"url":"http://localhost/","secret":"a","format":"v9"}""")]
    [InlineData("webhooks/1/faults", """{"fault":"drop"}""")]
    [InlineData("webhooks/1/faults", """{"fault":"other","next":1}""")]
    [InlineData("deliveries/1", """{"fault":"drop"}""")]
    [InlineData("deliveries/1", """{"delay":-1}""")]
    public async Task Input_ThatIsNotValid_IsRejected(string path, string body)
    {
        await using var api = await ConsoleApi.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        await AddAsync(api, receiver);
        await WriteAsync(api);

        (await api.PostAsync(path, body)).ShouldBeError(422, "VALIDATION_FAILED");

        (await api.GetAsync("webhooks")).Json.GetProperty("webhooks").GetArrayLength().Should().Be(1);
    }

    private static Task<ApiResponse> AddAsync(ConsoleApi api, Receiver receiver) => api.PostAsync("webhooks", $$"""{"url":"{{receiver.Url}}","secret":"{{Secret}}"}""");

    private static async Task WriteAsync(ConsoleApi api)
    {
        await api.PostAsync("threads/threadabc123/messages", """{"content":"Hi"}""");
        await api.Sandbox.Webhooks.WaitUntilIdleAsync();
    }

    private static string? IdOf(Received received) => JsonDocument.Parse(received.Body).RootElement.GetProperty("id").GetString();
}
