using System.Globalization;

namespace InboxSdk;

/// <summary>Represents the points of a rule in a score.</summary>
/// <param name="Points">The points; never 0.</param>
/// <param name="Text">The reason, such as <c>followers over 10,000</c>.</param>
public readonly record struct LeadScoreReason(int Points, string Text)
{
    /// <summary>Returns the points and the reason, such as <c>20 followers over 10,000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Points} {Text}");
}
