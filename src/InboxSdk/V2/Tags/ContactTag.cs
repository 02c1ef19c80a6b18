namespace InboxSdk.V2;

/// <summary>A label for contacts; a contact may have many.</summary>
public sealed record ContactTag
{
    /// <summary>Gets the tag's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the name: unique in the team, case and accents ignored.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Gets the colour in lowercase hex, such as <c>#3b82f6</c>.</summary>
    public string Color { get => field ?? ""; init; }
}
