using InboxSdk.Conventions.Repository;
using InboxSdk.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InboxSdk.AspNetCore.Tests;

public class WebhookRegistrationTests
{
    private readonly Received _received = new();

    [Fact]
    public async Task Configuration_Reloaded_ReplacesTheSecrets()
    {
        var settings = new Dictionary<string, string?> { ["InboxWebhooks:Secrets:0"] = "ibt_wh_old", ["InboxWebhooks:Tolerance"] = "36500.00:00:00", ["InboxWebhooks:MaxConcurrency"] = "2" };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var host = await WebhookHost.StartAsync((services, _) => services.AddInboxWebhooks(configuration.GetSection("InboxWebhooks")).AddHandler(_received.HandleAsync));

        (await host.DeliverAsync(secret: "ibt_wh_old")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await host.DeliverAsync(secret: "ibt_wh_new")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (configuration["InboxWebhooks:Secrets:0"], configuration["InboxWebhooks:Secrets:1"]) = ("ibt_wh_new", "ibt_wh_old");
        configuration.Reload();

        (await host.DeliverAsync(secret: "ibt_wh_new")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await host.DeliverAsync(secret: "ibt_wh_old")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        host.Services.GetRequiredService<IOptions<InboxWebhookOptions>>().Value.MaxConcurrency.Should().Be(2);
    }

    [Fact]
    public async Task Keyed_TwoTeams_HaveTheirOwnPathsAndSecrets()
    {
        var emea = new Received();
        await using var host = await WebhookHost.StartAsync(
            (services, options) =>
            {
                services.AddInboxWebhooks(options).AddHandler(_received.HandleAsync);
                services.AddKeyedInboxWebhooks("emea", keyed =>
                {
                    options(keyed);
                    keyed.Secrets = ["ibt_wh_emea"];
                }).AddHandler(emea.HandleAsync);
            },
            application => application.MapInboxWebhooks("/hooks/emea", "emea"));

        (await host.DeliverAsync(WebhookHost.Event("a"), "/hooks/emea", "ibt_wh_emea")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await host.DeliverAsync(WebhookHost.Event("b"), "/hooks", "ibt_wh_emea")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await host.DeliverAsync(WebhookHost.Event("c"), "/hooks/emea")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await host.DeliverAsync(WebhookHost.Event("d"))).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await emea.NextAsync()).Id.Should().Be("a");
        (await _received.NextAsync()).Id.Should().Be("d");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("ibt_wh_canary ")]
    public async Task Start_BlankSecret_Fails(string secret)
    {
        var start = () => WebhookHost.StartAsync(_received.HandleAsync, options => options.Secrets = [secret]);

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("Secrets[0]").And.NotContain("canary");
    }

    [Fact]
    public async Task Start_InvalidOptions_FailsWithEveryProblem()
    {
        var start = () => WebhookHost.StartAsync(_received.HandleAsync, options =>
            (options.Secrets, options.QueueCapacity, options.MaxConcurrency, options.MaxRetries, options.MaxBodyBytes, options.Tolerance) = ([], 0, 0, -1, 0, TimeSpan.Zero));

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().HaveCount(6);
    }

    [Fact]
    public void Map_NotRegistered_ThrowsWithTheCallThatIsMissing()
    {
        var application = WebApplication.CreateSlimBuilder().Build();

        application.Invoking(endpoints => endpoints.MapInboxWebhooks("/hooks")).Should().Throw<InvalidOperationException>().WithMessage("*AddInboxWebhooks*");
        application.Invoking(endpoints => endpoints.MapInboxWebhooks("/hooks", "emea")).Should().Throw<InvalidOperationException>().WithMessage("*emea*AddKeyedInboxWebhooks*");
    }

    [Fact]
    public void Map_NeitherHandlerNorProcessor_ThrowsInsteadOfLosingDeliveries()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddInboxWebhooks(options => options.Secrets.Add("ibt_wh_x"));
        // Events of another key.
        builder.Services.AddKeyedInboxClient("emea", options => options.Token = "t").AddInboxEvents((_, _) => Task.CompletedTask, options => options.Checkpoint = new MemoryEventCheckpointStore());
        var application = builder.Build();

        application.Invoking(endpoints => endpoints.MapInboxWebhooks("/hooks")).Should().Throw<InvalidOperationException>().WithMessage("*no handler and no event processor*");
    }

    [Fact]
    public async Task Register_Twice_AddsToTheFirst()
    {
        await using var host = await WebhookHost.StartAsync((services, options) =>
        {
            services.AddInboxWebhooks(options);
            services.AddInboxWebhooks(more => more.Secrets.Add("ibt_wh_second")).AddHandler(_received.HandleAsync);
        });

        (await host.DeliverAsync(secret: "ibt_wh_second")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        await host.DeliverAsync();

        await _received.NextAsync();
        await _received.NextAsync();
        _received.Count.Should().Be(0);
    }

    [Fact]
    public void LogMessages_AreThoseOfThePage()
    {
        var page = File.ReadLines(RepositoryFiles.Absolute("docs/observability.md")).SkipWhile(line => line != "### Webhooks").ToList();

        var messages = typeof(WebhookLog).GetMethods().Select(method => method.GetCustomAttributes(typeof(LoggerMessageAttribute), false)).Where(attributes => attributes.Length > 0)
            .Select(attributes => (LoggerMessageAttribute)attributes[0]).ToList();

        messages.Should().HaveCountGreaterThan(5);
        messages.Where(message => !page.Exists(line => line.StartsWith($"| {message.EventId} `{message.EventName}` | {message.Level} |", StringComparison.Ordinal)))
            .Select(message => message.EventName).Should().BeEmpty();
    }
}
