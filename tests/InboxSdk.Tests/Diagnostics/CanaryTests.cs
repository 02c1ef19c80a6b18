using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Diagnostics;

/// <summary>A token, an id and a note that can be told from anything else are found in nothing the SDK tells, whatever happens.</summary>
public class CanaryTests
{
    private const string Token = "ibt_canary_token_7f3a9c";
    private const string Id = "canary_id_7f3a9c";
    private const string Notes = "canary notes 7f3a9c";

    [Fact]
    public async Task WhateverHappens_LogsActivitiesAndMetrics_HoldNoSecretAndNothingPersonal()
    {
        Answer[] answers =
        [
            Answer.Json(200, $$"""{"prospect":{"id":"{{Id}}","notes":"{{Notes}}"} }"""), Answer.Json(503, $$"""{"message":"{{Notes}}"}"""), Answer.Json(401, "{}"),
            Answer.Json(404, $$"""{"code":"PROSPECT_NOT_FOUND","message":"There is no {{Id}}"}"""), Answer.Json(429, "{}", "Retry-After: 3600"), Answer.Json(500, "{}"),
            Answer.Text(200, "<html>"), Answer.Disconnect(), Answer.Text(302, "", $"Location: https://example.com/{Id}"),
            Answer.Json(200, "{}", "Deprecation: @1760000000", "Sunset: Thu, 03 Dec 2026 00:00:00 GMT"),
        ];
        using var heard = new TelemetryListener();
        using var logs = new LogRecorder();
        await using var server = new ScriptedServer(answers);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddInboxClient(options =>
        {
            (options.Token, options.BaseAddress) = (Token, server.BaseAddress);
            (options.Retry.MaxRetries, options.Retry.BaseDelay, options.Quota.IsEnabled) = (1, TimeSpan.FromMilliseconds(1), false);
        });
        await using var provider = services.BuildServiceProvider();
        var inbox = provider.GetRequiredService<IInboxClient>();

        while (server.Requests.Count < answers.Length)
            await Record.ExceptionAsync(() => inbox.Prospects.UpdateContextAsync(Id, new() { Notes = Notes }));

        heard.Observe();
        var told = logs.Entries.Select(entry => entry.Text)
            .Concat(heard.Activities.Select(activity => $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(one => one.Tags))} {activity.StatusDescription}"))
            .Concat(heard.Measurements.Select(one => $"{one.Name} {string.Join(' ', one.Labels)}")).ToList();
        logs.Own.Should().Contain(entry => entry.Text.Contains("prospects.updateContext"), "there is something to look at");
        told.Should().NotContain(text => text.Contains(Token) || text.Contains(Notes) || text.Contains(Id));
    }
}
