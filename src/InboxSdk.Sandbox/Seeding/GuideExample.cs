namespace InboxSdk.Sandbox.Seeding;

/// <summary>The first prospect of every sandbox: the one the guide shows.</summary>
internal static class GuideExample
{
    public static readonly SandboxProspect Prospect = new()
    {
        Id = "prospect_abc123",
        PlatformId = "1234567890",
        PlatformUsername = "johndoe",
        Name = "John Doe",
        Description = "Software Engineer | Building cool stuff",
        FollowersCount = 5420,
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
}
