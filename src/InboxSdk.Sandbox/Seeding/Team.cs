using InboxSdk.V2;

namespace InboxSdk.Sandbox.Seeding;

/// <summary>The fixed data of every sandbox: the guide's tags, statuses, members and accounts, and a few more. Ids are those of the guide, which is v1's.</summary>
internal static class Team
{
    /// <summary>The accounts of the generated threads.</summary>
    public static readonly SandboxAccountLink[] XAccounts =
    [
        new() { Id = "acc_abc123", PlatformId = "7000000001", Username = "acme" },
        new() { Id = "acc_def456", PlatformId = "7000000002", Username = "acme_support" },
    ];

    public static readonly SandboxAccountLink LinkedIn =
        new() { Id = "acc_linkedin1", Platform = Platform.LinkedIn, PlatformId = "acme-inc", Username = "acme-inc" };

    // Disconnected, as can happen in any team.
    public static readonly SandboxAccountLink Instagram =
        new() { Id = "acc_instagram1", Platform = Platform.Instagram, PlatformId = "17840000000000001", Username = "acme.hq", Status = AccountLinkStatus.Offline };

    public static readonly SandboxTag[] Tags =
    [
        new() { Id = "tag_hot_lead", Name = "Hot Lead", Color = "#EF4444" },
        new() { Id = "tag_enterprise", Name = "Enterprise", Color = "#4F46E5" },
        new() { Id = "tag_decision_maker", Name = "Decision Maker", Color = "#059669" },
        new() { Id = "tag_high_value", Name = "High Value", Color = "#F59E0B" },
        new() { Id = "tag_follow_up", Name = "Follow Up", Color = "#3B82F6" },
        new() { Id = "tag_creator", Name = "Creator", Color = "#EC4899" },
        new() { Id = "tag_partner", Name = "Partner", Color = "#14B8A6" },
        new() { Id = "tag_newsletter", Name = "Newsletter", Color = "#6B7280" },
    ];

    // In pipeline order.
    public static readonly SandboxStatus[] Statuses =
    [
        new() { Id = "status_new", Name = "New", Color = "#6B7280" },
        new() { Id = "status_qualified", Name = "Qualified", Color = "#0EA5E9" },
        new() { Id = "status_demo_scheduled", Name = "Demo Scheduled", Color = "#8B5CF6" },
        new() { Id = "status_proposal", Name = "Proposal", Color = "#F59E0B" },
        new() { Id = "status_closed", Name = "Closed", Color = "#22C55E" },
    ];

    public static readonly SandboxMember[] Members =
    [
        new() { Id = "member_owner", Email = "olivia@example.com", Name = "Olivia Park", Role = MemberRole.Owner },
        new() { Id = "member_admin", Email = "adam@example.com", Name = "Adam Novak", Role = MemberRole.Admin },
        new() { Id = "member_sales_lead", Email = "sales@example.com", Name = "Samira Haddad" },
        new() { Id = "member_account_executive", Email = "lucas@example.com", Name = "Lucas Moreau" },
        new() { Id = "member_support", Email = "support@example.com", Name = "Grace Kim" },
    ];

    public static void AddTo(SandboxState state)
    {
        foreach (var link in (SandboxAccountLink[])[.. XAccounts, LinkedIn, Instagram])
            state.AddAccountLink(link);
        foreach (var tag in Tags)
            state.AddTag(tag);
        foreach (var status in Statuses)
            state.AddStatus(status);
        foreach (var member in Members)
            state.AddMember(member);
    }
}
