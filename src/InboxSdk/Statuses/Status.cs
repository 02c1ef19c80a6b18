namespace InboxSdk;

/// <summary>Represents a stage of the team's pipeline. A prospect has at most one.</summary>
public sealed record Status
{
    /// <summary>Gets the id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the display name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the color, such as <c>#0EA5E9</c>.</summary>
    public string Color { get; init => field = value ?? ""; } = "";
}
