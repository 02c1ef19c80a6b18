using InboxSdk.V2;
using Microsoft.Extensions.Hosting;

namespace InboxSdk.Webhooks;

/// <summary>Runs a processor of events while the host runs.</summary>
internal sealed class InboxEventService(InboxEventProcessor processor) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // First the event in progress; then the token, which cancels everything.
        await processor.StopAsync(cancellationToken).ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => processor.RunAsync(stoppingToken);
}
