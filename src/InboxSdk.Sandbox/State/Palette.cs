namespace InboxSdk.Sandbox;

/// <summary>The colors that Inbox offers for tags and statuses; it also accepts any other <c>#RRGGBB</c>.</summary>
internal static class Palette
{
    public const string Neutral = "#6B7280";

    public static readonly (string Name, string Hex)[] Named =
    [
        ("red", "#EF4444"), ("orange", "#F97316"), ("amber", "#F59E0B"), ("yellow", "#EAB308"), ("lime", "#84CC16"), ("green", "#22C55E"),
        ("emerald", "#059669"), ("teal", "#14B8A6"), ("cyan", "#06B6D4"), ("sky", "#0EA5E9"), ("blue", "#3B82F6"), ("indigo", "#4F46E5"),
        ("violet", "#8B5CF6"), ("purple", "#A855F7"), ("fuchsia", "#D946EF"), ("pink", "#EC4899"), ("rose", "#F43F5E"), ("gray", Neutral),
    ];

    public static readonly string[] Colors = [.. Named.Select(color => color.Hex)];

    public static bool Accepts(string? color) => color is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit);
}
