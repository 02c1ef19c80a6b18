using InboxSdk;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WorkerService;

internal sealed class FollowOptions
{
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(30);

    public TimeSpan Interval { get; set; } = DefaultInterval;

    public string Tag { get; set; } = "Hot Lead";

    public int Threshold { get; set; } = 70;

    public int Rounds { get; set; }
}

/// <summary>Looks at the newest conversations now and then, and tags the prospects in them that are good leads.</summary>
internal sealed partial class ProspectFollower(
    IInboxClient inbox,
    LeadScorer scorer,
    IOptions<FollowOptions> options,
    IHostApplicationLifetime lifetime,
    ILogger<ProspectFollower> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var tag = await inbox.Tags.FindByNameAsync(options.Value.Tag, stoppingToken)
                ?? throw new InboxException($"There is no tag '{options.Value.Tag}'. Add it in Inbox, or name another by Follow:Tag.");
            using var timer = new PeriodicTimer(options.Value.Interval);
            DateTimeOffset? seen = null;
            for (var round = 1; ; round++)
            {
                // A fault ends one look, not the service: the next one begins where the last good one ended.
                try
                {
                    seen = await LookAsync(tag, seen, stoppingToken);
                }
                catch (InboxException exception) when (exception is not (InboxAuthenticationException or InboxApiRetiredException))
                {
                    LookFailed(logger, exception.Message);
                }

                if (round == options.Value.Rounds || !await timer.WaitForNextTickAsync(stoppingToken))
                    break;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Ctrl-C: the host ends by itself.
        }
        catch (InboxException exception)
        {
            Ended(logger, exception.Message);
            Environment.ExitCode = 1;
        }

        lifetime.StopApplication();
    }

    /// <summary>Reads from the newest conversation back to where the last look began. The first look only notes where that is.</summary>
    /// <remarks>On v2 a reminder or an accepted request moves a conversation ahead as well, so a few old ones among the new are passed over.</remarks>
    private async Task<DateTimeOffset?> LookAsync(Tag tag, DateTimeOffset? seen, CancellationToken cancellationToken)
    {
        const int PassedOver = 20;
        var newest = seen;
        var (tagged, old) = (0, 0);
        await foreach (var thread in inbox.Threads.ListAsync(cancellationToken: cancellationToken))
        {
            if (newest is null || thread.LastMessageAt > newest)
                newest = thread.LastMessageAt;
            if (seen is null)
                break;
            if (!(thread.LastMessageAt > seen))
            {
                if (++old > PassedOver)
                    break;
                continue;
            }

            old = 0;
            var score = scorer.Score(thread.Prospect);
            if (score.Points < options.Value.Threshold || thread.Prospect.Tags.Any(present => present.Id == tag.Id))
                continue;
            await inbox.Prospects.AddTagsAsync(thread.ProspectId, [tag.Id], cancellationToken);
            Tagged(logger, thread.Prospect.PlatformUsername, score);
            tagged++;
        }

        Looked(logger, tagged);
        return newest;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "@{Username} is tagged: {Score}")]
    private static partial void Tagged(ILogger logger, string username, LeadScore score);

    [LoggerMessage(Level = LogLevel.Information, Message = "Looked at what is new: {Tagged} tagged")]
    private static partial void Looked(ILogger logger, int tagged);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This look failed, the next one goes on: {Error}")]
    private static partial void LookFailed(ILogger logger, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The service ends: {Error}")]
    private static partial void Ended(ILogger logger, string error);
}
