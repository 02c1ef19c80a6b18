namespace InboxSdk;

/// <summary>Represents a stage of the team's pipeline. A prospect has at most one.</summary>
public sealed record Status
{
    /// <summary>Gets the id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the display name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Gets the color, such as <c>#0EA5E9</c>.</summary>
    public string Color { get => field ?? ""; init; }
}
