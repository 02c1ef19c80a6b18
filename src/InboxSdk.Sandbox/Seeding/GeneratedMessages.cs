using System.Collections.Immutable;

namespace InboxSdk.Sandbox.Seeding;

/// <summary>The messages of a thread, generated on demand: they depend on the seed and the thread only, so they need no storage.</summary>
internal static class GeneratedMessages
{
    private static readonly string[] Received =
    [
        "Hello 👋", "Thanks for reaching out!", "What does it cost for a team of 20?", "Can we talk next week?", "Let me check with my team.",
        "Do you have a case study?", "That sounds good.", "Sorry for the late reply.", "Who else uses it?", "We use a competitor right now.",
    ];

    private static readonly string[] Sent =
    [
        "Hi, thanks for the message.", "Happy to show you around: https://example.com/demo", "Would Tuesday at 10 work?", "Here is the offer.",
        "Just checking in.", "Let me know if you have questions.", "I will send it over today.", "Thanks!", "Great to hear!", "Any news from your team?",
    ];

    public static ImmutableArray<SandboxMessage> Of(int seed, SandboxThread thread) =>
        thread.Id == GuideExample.ThreadId && thread.LastMessageAt == GuideExample.Thread.LastMessageAt
            ? GuideExample.Messages
            : [.. Enumerable.Range(1, CountOf(seed, thread)).Select(number => Generate(seed, thread, number))];

    public static SandboxMessage Last(int seed, SandboxThread thread) =>
        thread.Id == GuideExample.ThreadId ? Of(seed, thread)[^1] : Generate(seed, thread, CountOf(seed, thread));

    /// <summary>A thread created with its latest message has one message; most have a few, one in fifty has many.</summary>
    private static int CountOf(int seed, SandboxThread thread)
    {
        if (thread.CreatedAt >= thread.LastMessageAt)
            return 1;
        var random = new SeededRandom(seed, Hash(thread.Id));
        return random.Percent(2) ? 120 : 2 + random.Below(8);
    }

    private static SandboxMessage Generate(int seed, SandboxThread thread, int number)
    {
        var count = CountOf(seed, thread);
        var random = new SeededRandom(seed, unchecked(Hash(thread.Id) + number));
        var fromTeam = number == count ? thread.TeamWroteLast : !thread.IsRequest && random.Percent(50);
        var content = random.Pick(fromTeam ? Sent : Received);
        // The first when the thread was created, the last at its latest time, the others evenly in between.
        var at = count == 1 ? thread.LastMessageAt : thread.CreatedAt + ((thread.LastMessageAt - thread.CreatedAt) * ((number - 1.0) / (count - 1)));
        return new SandboxMessage
        {
            Id = SandboxState.MessageId(thread.Id, number),
            ThreadId = thread.Id,
            IsFromTeam = fromTeam,
            Content = content,
            CreatedAt = number == count ? thread.LastMessageAt : at,
            SentBy = fromTeam ? Sender(ref random) : null,
            Reactions = random.Percent(10) ? [new("👍", !fromTeam, at)] : [],
            Attachments = random.Percent(5) ? [new("image")] : [],
        };
    }

    private static MessageSender? Sender(ref SeededRandom random) => random.Below(10) switch
    {
        0 => null,
        1 => new("campaign", "campaignlaunch"),
        2 => new("agent", "agentada", V2Id.Of(Team.Members[0].Id)),
        _ => new("member", V2Id.Of(random.Pick(Team.Members).Id)),
    };

    /// <summary>FNV-1a, which is the same on every runtime.</summary>
    private static int Hash(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return unchecked((int)hash);
    }
}
