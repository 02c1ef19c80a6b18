using System.Globalization;

namespace InboxSdk;

/// <summary>Represents the points of a rule in a score.</summary>
public readonly record struct LeadScoreReason
{
    /// <summary>Gets the points; never 0.</summary>
    public int Points { get; init; }

    /// <summary>Gets the reason, such as <c>followers over 10,000</c>.</summary>
    public string Text { get => field ?? ""; init; }

    /// <summary>Returns the points and the reason, such as <c>20 followers over 10,000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Points} {Text}");
}
