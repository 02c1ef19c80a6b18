using System.Collections.Immutable;

namespace InboxSdk.Sandbox.Seeding;

/// <summary>The first prospect of every sandbox: the example of the guide.</summary>
internal static class GuideExample
{
    public static readonly SandboxProspect Prospect = new()
    {
        Id = "prospect_abc123",
        PlatformId = "1234567890",
        Username = "johndoe",
        Name = "John Doe",
        Bio = "Software Engineer | Building cool stuff",
        FollowerCount = 5420,
        FollowingCount = 892,
    };

    public static readonly SandboxThread Thread = new()
    {
        Id = "thread_abc123",
        ProspectId = Prospect.Id,
        AccountLinkId = "acc_abc123",
        LastMessageAt = new DateTimeOffset(2025, 12, 31, 12, 0, 0, TimeSpan.Zero),
        CreatedAt = new DateTimeOffset(2025, 12, 1, 9, 30, 0, TimeSpan.Zero),
    };

    /// <summary>The id of the thread in the state.</summary>
    public const string ThreadId = "threadabc123";

    /// <summary>Messages of every form: each kind of attachment and of sender, a reply, an edit, a deletion and reactions.</summary>
    public static readonly ImmutableArray<SandboxMessage> Messages =
    [
        Message(1, -9, "Hello! I saw your launch.") with { Reactions = [new("👍", FromTeam: true, At(-9))], ReactionsVersion = 1 },
        Message(2, -8, "Hi John, thanks. See https://example.com for more.") with { IsFromTeam = true, SentBy = new("campaign", "campaignlaunch") },
        Message(3, -7, "Screenshots and a film:") with
        {
            Attachments = [new("image"), new("video", "pending"), new("file", "failed"), new("card"), new("audio"), new("gif")],
        },
        Message(4, -6, "Helo, what a nice product you have there") with { IsFromTeam = true, SentBy = new("agent", "agentada", "memberowner") },
        Message(5, -5, "We are 20 people.") with
        {
            EditedAt = At(-4.5),
            EarlierVersions = [new("We are 10 people.", At(-5), null)],
        },
        Message(6, -4, "Then the team plan fits.") with { IsFromTeam = true, SentBy = new("member", "memberowner"), ReplyToMessageId = IdOf(5) },
        Message(7, -2, "Please ignore this one.") with { DeletedAt = At(-1.5), DeletedForAll = true },
        Message(8, 0, "When can we start?"),
    ];

    private static SandboxMessage Message(int number, double hours, string content) =>
        new() { Id = IdOf(number), ThreadId = ThreadId, Content = content, CreatedAt = At(hours) };

    private static string IdOf(int number) => SandboxState.MessageId(ThreadId, number);

    private static DateTimeOffset At(double hours) => Thread.LastMessageAt.AddHours(hours);
}
