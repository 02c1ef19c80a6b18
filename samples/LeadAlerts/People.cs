using InboxSdk.Sandbox;

namespace LeadAlerts;

/// <summary>Lets a person of the sandbox write now and then.</summary>
internal sealed class People(SandboxState state, IConfiguration configuration, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(configuration.GetValue("Interval", TimeSpan.FromSeconds(2)), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            state.AddMessage(state.Threads[^1].Id, clock.GetUtcNow(), content: "Hi, I saw your product.");
    }
}
