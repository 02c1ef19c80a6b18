namespace InboxSdk.V2;

/// <summary>The team the token belongs to.</summary>
public sealed record Team
{
    /// <summary>Gets the team's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Gets the name as it stands in addresses.</summary>
    public string Slug { get => field ?? ""; init; }

    /// <summary>Gets the address of the picture; <see langword="null"/> when there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Gets the currency of all deal values, such as <c>USD</c>.</summary>
    public string Currency { get => field ?? ""; init; }

    /// <summary>Gets whether Inbox's support may look into the team's data.</summary>
    public bool AllowSupportAccess { get; init; }

    /// <summary>Gets when the team was created; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
