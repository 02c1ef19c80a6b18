using System.Diagnostics.Metrics;
using InboxSdk.Redis.Tests.Support;
using InboxSdk.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace InboxSdk.Redis.Tests.RateLimiting;

public sealed class RegistrationTests
{
    [Theory]
    [OnEachServer]
    public async Task Clients_OfTwoProcesses_ShareTheQuotaOfTheirToken(TestServerKind kind)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { RateLimits = new() { Windows = [new(3, TimeSpan.FromMinutes(1))] } });
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        await using var first = Services(sandbox, services => services.AddSingleton<IConnectionMultiplexer>(connection));
        await using var second = Services(sandbox, services => services, options => options.ConnectionString = $"127.0.0.1:{server.Port}");

        await first.GetRequiredService<IInboxClient>().Tags.ListAsync().AsPages().GetAsyncEnumerator().MoveNextAsync();
        await first.DisposeAsync();
        var inbox = second.GetRequiredService<IInboxClient>();
        await inbox.Tags.ListAsync().AsPages().GetAsyncEnumerator().MoveNextAsync();

        (await inbox.RateLimits.GetSnapshotAsync()).Windows[0].Used.Should().Be(2);
        // The lock exists only during a call.
        await second.DisposeAsync();
        var keys = (string[])(await connection.GetDatabase().ExecuteAsync("KEYS", "*"))!;
        keys.Should().ContainSingle().Which.Should().NotContain(sandbox.Token).And.MatchRegex(@"^inbox:\{[0-9A-F]{32}\}:all:3/60000$");
        var values = await connection.GetDatabase().HashGetAllAsync(keys[0]);
        values.Should().NotBeEmpty();
        string.Join(' ', values.Select(entry => $"{entry.Name} {entry.Value}")).Should().NotContain(sandbox.Token);
    }

    [Theory]
    [OnEachServer]
    public async Task Clients_WithKeys_HaveTheirOwnConnectionsAndNames(TestServerKind kind)
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        await using var server = await TestServer.StartAsync(kind);
        await using var connection = await server.ConnectAsync();
        var services = new ServiceCollection();
        services.AddLogging().AddKeyedSingleton<IConnectionMultiplexer>("emea", connection);
        services.AddKeyedInboxClient("emea", options => (options.BaseAddress, options.Token) = (sandbox.BaseAddress, sandbox.Token)).AddRedisRateLimiter(options => options.Name = "emea");
        services.AddHealthChecks().AddInboxRedisRateLimiter(serviceKey: "emea");
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IInboxClient>("emea").Tags.ListAsync().AsPages().GetAsyncEnumerator().MoveNextAsync();

        var health = (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["inbox-redis:emea"];
        health.Status.Should().Be(HealthStatus.Healthy);
        health.Data["processes"].Should().Be(1);
        // The lock exists only during a call.
        await provider.DisposeAsync();
        ((string[])(await connection.GetDatabase().ExecuteAsync("KEYS", "*"))!).Should().ContainSingle().Which.Should().StartWith("inbox:{emea}:all:300/");
    }

    [Fact]
    public async Task Health_WithoutAServer_IsDegradedWithTheCure()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        await using var provider = Services(sandbox, services => services, options => (options.ConnectionString, options.Name) = ("127.0.0.1:1,connectTimeout=100", "health"));
        var outages = new List<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "InboxSdk.Redis" && instrument.Name == "inbox.redis.outage")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            if (tags.ToArray().Contains(new("inbox.rate_limit.name", "health")))
                outages.Add(value);
        });
        listener.Start();

        await provider.GetRequiredService<IInboxClient>().Tags.ListAsync().AsPages().GetAsyncEnumerator().MoveNextAsync();

        var health = (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["inbox-redis"];
        health.Status.Should().Be(HealthStatus.Degraded);
        health.Description.Should().Contain("not shared").And.Contain("Check that");
        health.Data.Should().ContainKeys("reason", "outageSeconds");
        listener.RecordObservableInstruments();
        outages.Should().ContainSingle().Which.Should().BeGreaterThan(0);
    }

    [Theory]
    [InlineData("no request")]
    [InlineData("another rate limiter")]
    [InlineData("none")]
    public async Task Health_RateLimiterIsNotUsed_IsNotReportedAsShared(string reason)
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        var services = new ServiceCollection();
        services.AddLogging().AddInboxClient(options =>
        {
            (options.BaseAddress, options.Token, options.RateLimit.IsEnabled) = (sandbox.BaseAddress, sandbox.Token, reason != "none");
            if (reason == "another rate limiter")
                options.RateLimit.Limiter = InboxRateLimiter.Create();
        }).AddRedisRateLimiter(options => options.ConnectionString = "127.0.0.1:1,connectTimeout=100");
        services.AddHealthChecks().AddInboxRedisRateLimiter();
        await using var provider = services.BuildServiceProvider();
        var inbox = provider.GetRequiredService<IInboxClient>();
        if (reason != "no request")
            await inbox.Tags.ListAsync().AsPages().GetAsyncEnumerator().MoveNextAsync();

        var health = (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["inbox-redis"];

        health.Status.Should().Be(HealthStatus.Healthy);
        health.Description.Should().Contain("not used").And.Contain(reason);
        health.Data["processes"].Should().Be(0);
    }

    [Fact]
    public void AddRedisRateLimiter_WithoutWhatItNeeds_ThrowsWithTheCure()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddInboxClient(options => options.Token = "ibt_secret").AddRedisRateLimiter();
        services.AddKeyedInboxClient("emea", options => options.TokenProvider = _ => new("ibt_secret")).AddRedisRateLimiter(options => options.ConnectionString = "127.0.0.1:1");
        using var provider = services.BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IInboxClient>()).Should().Throw<OptionsValidationException>().WithMessage("*IConnectionMultiplexer*");
        FluentActions.Invoking(() => provider.GetRequiredKeyedService<IInboxClient>("emea")).Should().Throw<OptionsValidationException>().WithMessage("*Name is required*");
        FluentActions.Invoking(() => services.AddInboxClient().AddRedisRateLimiter()).Should().Throw<InvalidOperationException>().WithMessage("*already*");
        FluentActions.Invoking(() => services.AddHttpClient("other").AddRedisRateLimiter()).Should().Throw<ArgumentException>().WithMessage("*AddInboxClient*");
    }

    [Theory]
    [InlineData("Lease", "00:00:01", "*Lease is 00:00:01; it must be from 3 seconds*")]
    [InlineData("OnOutage", "7", "*OnOutage must be PaceAlone or Refuse*")]
    [InlineData("ExpectedProcessCount", "0", "*ExpectedProcessCount is 0*")]
    public void Configure_WrongSection_PreventsTheStart(string key, string value, string message)
    {
        var services = new ServiceCollection();
        services.AddKeyedInboxClient("emea", options => options.Token = "ibt_secret").AddRedisRateLimiter();
        services.Configure<RedisRateLimiterOptions>("emea", new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionString"] = "127.0.0.1:1", [key] = value }).Build());
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Invoking(start => start.Validate()).Should().Throw<OptionsValidationException>().WithMessage(message);
    }

    [Fact]
    public void Health_WithoutARateLimiter_ThrowsWithTheCure()
    {
        using var provider = new ServiceCollection().AddHealthChecks().AddInboxRedisRateLimiter().Services.BuildServiceProvider();
        var registration = provider.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Single();

        FluentActions.Invoking(() => registration.Factory(provider)).Should().Throw<InvalidOperationException>().WithMessage("*Call AddRedisRateLimiter*");
    }

    private static ServiceProvider Services(InboxSandbox sandbox, Func<IServiceCollection, IServiceCollection> register, Action<RedisRateLimiterOptions>? configure = null)
    {
        var services = new ServiceCollection();
        register(services).AddLogging().AddInboxClient(options =>
        {
            (options.BaseAddress, options.Token) = (sandbox.BaseAddress, sandbox.Token);
            options.RateLimit.Requests = [new() { Limit = 3, Length = TimeSpan.FromMinutes(1) }];
        }).AddRedisRateLimiter(configure);
        services.AddHealthChecks().AddInboxRedisRateLimiter();
        return services.BuildServiceProvider();
    }
}
