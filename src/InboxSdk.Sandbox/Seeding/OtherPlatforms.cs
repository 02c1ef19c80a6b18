using System.Collections.Immutable;
using System.Globalization;

namespace InboxSdk.Sandbox.Seeding;

/// <summary>Profiles on platforms other than X: one prospect in twenty on LinkedIn, one in fifty on Instagram.</summary>
internal static class OtherPlatforms
{
    private static readonly DateTimeOffset Noon = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);

    public static ImmutableArray<SandboxProfile> ProfilesOf(string name, string slug, int number) => number switch
    {
        // Two accounts on one platform: a message to such a contact has to name the profile.
        13 => [LinkedIn(name, slug, "", number), LinkedIn(name, slug, "-private", number)],
        _ when IsOnLinkedIn(number) => [LinkedIn(name, slug, "", number)],
        _ when IsOnInstagram(number) => [new() { Platform = Platform.Instagram, PlatformId = Text(17_850_000_000_000_000 + number), Username = $"{slug}.{number}" }],
        _ => [],
    };

    public static SandboxThread? ThreadOf(SandboxProspect prospect, int number)
    {
        if (!IsOnLinkedIn(number) && !IsOnInstagram(number))
            return null;

        var link = IsOnLinkedIn(number) ? Team.LinkedIn : Team.Instagram;
        return new SandboxThread
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"thread_{link.Platform}{number:D6}"),
            ProspectId = prospect.Id,
            AccountLinkId = link.Id,
            PlatformId = $"{link.Platform}-{Text(number)}",
            TeamWroteLast = number % 2 == 0,
            // The platform no longer allows messages to this profile.
            Restrictions = number % 40 == 23 ? ["message:send", "message:reply"] : [],
            LastMessageAt = Noon.AddMinutes(-number),
            CreatedAt = Noon.AddMinutes(-number).AddDays(-3),
        };
    }

    private static bool IsOnLinkedIn(int number) => number % 20 == 3;

    private static bool IsOnInstagram(int number) => number % 50 == 7;

    private static SandboxProfile LinkedIn(string name, string slug, string suffix, int number) =>
        new() { Platform = Platform.LinkedIn, PlatformId = $"{slug}-{Text(number)}{suffix}", Username = $"{slug}-{Text(number)}{suffix}", Name = name };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
