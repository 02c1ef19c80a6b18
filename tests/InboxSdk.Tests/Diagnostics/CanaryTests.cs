using System.Diagnostics;
using System.Reflection;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Diagnostics;

/// <summary>No log message, exception, activity or measurement of the SDK contains the token, an id, a text or a key of a call.</summary>
public class CanaryTests
{
    private const string Token = "ibt_canary_token_7f3a9c";
    private const string Id = "canaryid7f3a9c";
    private const string Text = "canary text 7f3a9c";
    private const string Key = "canary_key_7f3a9c";

    [Fact]
    public async Task Update_WhateverHappens_LogsActivitiesAndMetrics_HoldNoSecretAndNothingPersonal()
    {
        var recorded = await RecordAsync(
            "/api/v1",
            services => services.GetRequiredService<IInboxClient>().Prospects.UpdateAsync(Id, new() { Notes = Text }),
            StubResponse.Json(200, $$"""{"prospect":{"id":"{{Id}}","notes":"{{Text}}"} }"""), StubResponse.Json(503, $$"""{"message":"{{Text}}"}"""), StubResponse.Json(401, "{}"),
            StubResponse.Json(404, $$"""{"code":"PROSPECT_NOT_FOUND","message":"There is no {{Id}}"}"""), StubResponse.Json(429, "{}", "Retry-After: 3600"), StubResponse.Json(500, "{}"),
            StubResponse.Text(200, "<html>"), StubResponse.Disconnect(), StubResponse.Text(302, "", $"Location: https://example.com/{Id}"),
            StubResponse.Json(200, "{}", "Deprecation: @1760000000", "Sunset: Thu, 03 Dec 2026 00:00:00 GMT"));

        recorded.Should().Contain(text => text.Contains("prospects.updateContext"), "there is something to look at");
        recorded.Should().NotContain(text => Canaries.Any(text.Contains));
    }

    [Fact]
    public async Task Send_WhateverHappens_LogsActivitiesAndMetrics_HoldNeitherTheMessageNorItsKey()
    {
        var recorded = await RecordAsync(
            "/api/v2",
            services => services.GetRequiredService<IInboxV2Client>().Messages.SendAsync(new() { Target = new ThreadTarget(Id), Content = Text, IdempotencyKey = Key }),
            StubResponse.Json(201, $$"""{"message":{"id":"{{Id}}","content":"{{Text}}"},"thread":{"id":"{{Id}}"} }"""), StubResponse.Json(200, $$"""{"message":{"content":"{{Text}}"} }"""),
            StubResponse.Json(201, $"\"{Text}"), StubResponse.Json(503, Error("unavailable")), StubResponse.Disconnect(), StubResponse.Json(409, Error("sendInProgress")),
            StubResponse.Json(409, Error("idempotencyKeyReused")), StubResponse.Json(422, Error("contentRejected")), StubResponse.Json(502, Error("sendUnconfirmed")),
            StubResponse.Text(307, "", $"Location: https://example.com/{Key}"), StubResponse.Json(429, Error("platformRateLimited"), "Retry-After: 3600"));

        recorded.Should().Contain(text => text.Contains("messages.send"), "there is something to look at");
        recorded.Should().NotContain(text => Canaries.Any(text.Contains));

        static string Error(string code) => $$"""{"error":{"code":"{{code}}","message":"{{Text}} {{Key}} {{Id}}","details":{"messageId":"{{Id}}"} } }""";
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required")]
    [InlineData("502 Bad Gateway")]
    [InlineData(null)]
    public async Task Call_ProxyWithAPasswordInItsAddress_Fails_NothingHoldsThePassword(string? toConnect)
    {
        await using var proxy = new ClosingServer(ConnectionEnd.Fin) { ToConnect = toConnect };
        var address = new UriBuilder(proxy.Address) { UserName = "canary_user_7f3a9c", Password = "canary_password_7f3a9c" }.Uri;
        using var logs = new LogRecorder();
        using var root = new Activity("test").Start();
        var activities = new System.Collections.Concurrent.ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddInboxClient(options =>
            (options.Token, options.BaseAddress, options.Retry.MaxRetries, options.Retry.BaseDelay) = (Token, new Uri("https://inbox.test/api/v1"), 1, TimeSpan.FromMilliseconds(1)))
            .UseSocketsHttpHandler((handler, _) => handler.Proxy = new System.Net.WebProxy(address));
        await using var provider = services.BuildServiceProvider();

        var exception = await Record.ExceptionAsync(() => provider.GetRequiredService<IInboxClient>().Prospects.UpdateAsync(Id, new() { Notes = Text }));

        proxy.Arrivals.Should().NotBeEmpty("the proxy was asked");
        string[] recorded =
        [
            $"{exception}", Shown.Of(exception), .. logs.Entries.Select(entry => entry.Text), .. logs.Scopes,
            .. activities.Where(activity => activity.TraceId == root.TraceId).Select(activity => string.Join(
                ' ', activity.DisplayName, string.Join(' ', activity.TagObjects), activity.StatusDescription, string.Join(' ', activity.Events.SelectMany(one => one.Tags)))),
        ];
        recorded.Should().Contain(text => text.Contains("inbox.test"), "there is something to look at")
            .And.NotContain(text => text.Contains("canary_user") || text.Contains("canary_password") || text.Contains(Token));
    }

    [Fact]
    public async Task WhatAnApplicationHolds_ShowsNoToken()
    {
        var options = new InboxClientOptions { Token = Token, BaseAddress = new Uri("https://inbox.test/api/v2") };
        using var inbox = InboxClient.Create(options, new RecordingHandler());
        using var other = InboxClient.Create(new() { Token = Token }, new RecordingHandler());
        object[] held =
        [
            options, inbox, inbox.V2, other, await inbox.RateLimits.GetSnapshotAsync(), inbox.Prospects.ListAsync(), inbox.V2.Threads.ListAsync(), new BulkContextUpdater(inbox),
            Failure(new() { Token = Token + " copied with a word" }), Failure(new() { Token = Token, TokenProvider = _ => new(Token) }),
            Failure(new() { Token = Token, BaseAddress = new Uri("http://inbox.test") }), new InboxException("A failure."),
        ];

        foreach (var one in held)
            Shown.Of(one).Should().NotBeEmpty().And.NotContain(Token, "a {0} shows all of its own", one.GetType());

        static OptionsValidationException Failure(InboxClientOptions options) =>
            FluentActions.Invoking(() => InboxClient.Create(options)).Should().Throw<OptionsValidationException>().Which;
    }

    [Fact]
    public void MembersThatHoldAToken_AreHiddenFromDebuggers()
    {
        var types = typeof(IInboxClient).Assembly.GetExportedTypes();
        var holders = types.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Where(property =>
            property.PropertyType == typeof(string) && property.Name.EndsWith("Token", StringComparison.Ordinal) && property.Name != nameof(InboxPage<Prospect>.ContinuationToken)).ToList();

        holders.Should().Contain(property => property.DeclaringType == typeof(InboxClientOptions), "there is one")
            .And.OnlyContain(property => property.GetCustomAttribute<DebuggerBrowsableAttribute>()!.State == DebuggerBrowsableState.Never);
        types.Select(type => type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value).Should().NotContain(display => display != null && display.Contains("Token"));
    }

    private static IReadOnlyList<string> Canaries => [Token, Id, Text, Key];

    /// <summary>Records the log messages, scopes, activities and measurements of the calls that get the responses.</summary>
    private static async Task<IReadOnlyList<string>> RecordAsync(string path, Func<IServiceProvider, Task> call, params StubResponse[] responses)
    {
        using var telemetry = new TelemetryListener();
        using var logs = new LogRecorder();
        await using var server = new ScriptedServer(responses);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddInboxClient(options =>
        {
            (options.Token, options.BaseAddress) = (Token, new Uri(server.BaseAddress, path));
            (options.Retry.MaxRetries, options.Retry.BaseDelay, options.RateLimit.IsEnabled) = (1, TimeSpan.FromMilliseconds(1), false);
        });
        await using var provider = services.BuildServiceProvider();

        for (var calls = 0; calls < responses.Length && server.Requests.Count < responses.Length; calls++)
        {
            if (await Record.ExceptionAsync(() => call(provider)) is { } exception)
                Shown.Of(exception).Should().NotContain(Token);
        }

        server.Requests.Should().HaveCount(responses.Length).And.OnlyContain(request => request.Headers["Authorization"] == $"Bearer {Token}");
        telemetry.Observe();
        return
        [
            .. logs.Entries.Select(entry => entry.Text),
            .. logs.Scopes,
            .. telemetry.Activities.Select(activity => string.Join(
                ' ', activity.DisplayName, string.Join(' ', activity.TagObjects), string.Join(' ', activity.Baggage), activity.StatusDescription,
                string.Join(' ', activity.Events.SelectMany(one => one.Tags.Append(new(one.Name, null)))))),
            .. telemetry.Measurements.Select(one => $"{one.Name} {string.Join(' ', one.Tags)}"),
        ];
    }
}
