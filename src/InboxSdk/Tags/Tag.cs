namespace InboxSdk;

/// <summary>A label for prospects; a prospect may have many.</summary>
public sealed record Tag
{
    /// <summary>Gets the tag's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the name the team sees.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Gets the colour, such as <c>#EF4444</c>.</summary>
    public string Color { get => field ?? ""; init; }
}
