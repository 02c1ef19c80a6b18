using System.Globalization;

namespace InboxSdk;

/// <summary>Says what a rule gave to a score.</summary>
/// <param name="Points">The points; never 0.</param>
/// <param name="Text">Why, such as <c>followers over 10,000</c>.</param>
public readonly record struct LeadScoreReason(int Points, string Text)
{
    /// <summary>Returns the points and why, such as <c>20 followers over 10,000</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Points} {Text}");
}
