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

/// <summary>Periodically reads the newest conversations and tags the prospects in them that are good leads.</summary>
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
                ?? throw new InvalidOperationException($"There is no tag '{options.Value.Tag}'. Create it in Inbox, or set Follow:Tag to another.");
            using var timer = new PeriodicTimer(options.Value.Interval);
            DateTimeOffset? seen = null;
            for (var round = 1; ; round++)
            {
                // An error ends one check, not the service: the next one starts where the last successful one ended.
                try
                {
                    seen = await CheckAsync(tag, seen, stoppingToken);
                }
                catch (InboxException exception) when (exception is not (InboxAuthenticationException or InboxApiRetiredException))
                {
                    CheckFailed(logger, exception.Message);
                }

                if (round == options.Value.Rounds || !await timer.WaitForNextTickAsync(stoppingToken))
                    break;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Ctrl-C: the host shuts down.
        }
        catch (Exception exception) when (exception is InboxException or InvalidOperationException)
        {
            Stopped(logger, exception.Message);
            Environment.ExitCode = 1;
        }

        lifetime.StopApplication();
    }

    /// <summary>Reads from the newest conversation back to where the last check started. The first check only records that position.</summary>
    /// <remarks>The position is in memory: the conversations of the time between a stop and the next start are not checked. On v2, a processor of events with a checkpoint on disk, as in the
    /// sample LeadAlerts, misses none; v1 has no events. On v2 a reminder or an accepted request also moves a conversation to the front, so that a few old ones between new ones are skipped.</remarks>
    private async Task<DateTimeOffset?> CheckAsync(Tag tag, DateTimeOffset? seen, CancellationToken cancellationToken)
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
            Tagged(logger, thread.Prospect.Username, score);
            tagged++;
        }

        Checked(logger, tagged);
        return newest;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "@{Username} was tagged: {Score}")]
    private static partial void Tagged(ILogger logger, string username, LeadScore score);

    [LoggerMessage(Level = LogLevel.Information, Message = "Checked new conversations: {Tagged} tagged")]
    private static partial void Checked(ILogger logger, int tagged);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The check failed, the next one resumes: {Error}")]
    private static partial void CheckFailed(ILogger logger, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The service stopped: {Error}")]
    private static partial void Stopped(ILogger logger, string error);
}
