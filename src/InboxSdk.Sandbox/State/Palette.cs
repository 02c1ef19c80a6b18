namespace InboxSdk.Sandbox;

/// <summary>The colours Inbox offers for tags and statuses; any other <c>#RRGGBB</c> is taken too.</summary>
internal static class Palette
{
    public const string Neutral = "#6B7280";

    public static readonly string[] Colors =
    [
        "#EF4444", "#F97316", "#F59E0B", "#EAB308", "#84CC16", "#22C55E", "#059669", "#14B8A6", "#06B6D4", "#0EA5E9",
        "#3B82F6", "#4F46E5", "#8B5CF6", "#A855F7", "#D946EF", "#EC4899", "#F43F5E", Neutral,
    ];

    public static bool Accepts(string? color) => color is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit);
}
