namespace InboxSdk;

/// <summary>A stage of the team's pipeline; a prospect is in one or in none.</summary>
public sealed record Status
{
    /// <summary>Gets the status' id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the name the team sees.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Gets the colour, such as <c>#0EA5E9</c>.</summary>
    public string Color { get => field ?? ""; init; }
}
