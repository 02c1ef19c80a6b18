using InboxSdk.Sandbox;
using Microsoft.Extensions.Hosting;

namespace WorkerService;

/// <summary>Simulates new prospects that write to the team of the sandbox periodically.</summary>
internal sealed class Visitors(SandboxState state) : BackgroundService
{
    private static readonly string[] Bios = ["Founder and CEO of Northwind", "I like boats", "VP Sales at Contoso", "Photographer"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var account = state.AccountLinks[0].Id;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(700));
        try
        {
            for (var i = 1; await timer.WaitForNextTickAsync(stoppingToken); i++)
            {
                var prospect = state.AddProspect(new()
                {
                    Id = $"prospect_visitor{i}",
                    PlatformId = $"77000000{i:D6}",
                    Username = $"visitor{i}",
                    Bio = Bios[i % Bios.Length],
                    FollowerCount = i * 40_000,
                    IsVerified = true,
                    WebsiteUrl = $"https://visitor{i}.example",
                });
                state.AddThread(new() { Id = $"thread_visitor{i}", ProspectId = prospect.Id, AccountLinkId = account, LastMessageAt = DateTimeOffset.UtcNow });
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host shuts down.
        }
    }
}
