using System.Globalization;

namespace InboxSdk.Sandbox.Seeding;

/// <summary>Handles, names and bios of real accounts that programs mistake for numbers, dates, formulas or delimiters. One prospect in ten has one of them.</summary>
internal static class UnusualPeople
{
    // X allows them all: letters, digits and underscores.
    private static readonly Dictionary<int, string> Handles = new() { [4] = "1e5", [12] = "0012", [16] = "_", [24] = "TRUE", [32] = "null", [36] = "__", [48] = "0x1F" };

    private static readonly string[] Names =
    [
        "\U0001F469\u200D\U0001F4BB Amara", "\u05E0\u05D5\u05E2\u05D4 \u05DC\u05D5\u05D9", "\u0645\u062D\u0645\u062F \u0639\u0644\u064A", "Zo\u00EB \"Zo\" O'Neil", "Mina,\nthen Theo", "=1+1", "@home",
        "\u5C71\u7530 \u592A\u90CE", "Adeyemi; Sons & Daughters", "-lower case-", "\U0001F1E7\U0001F1F7 Rafael \U0001F44D\U0001F3FD", "1/2 of a duo", " spaced ", "+44 studio", "\U00020BB7\u91CE\u5BB6", "Jose\u0301",
    ];

    private static readonly string[] Bios =
    [
        "=HYPERLINK(\"https://example.com\",\"my work\")", "+1 555 0100, call me", "- maker\n- baker\n- caretaker", "@example by day", "\"Quoted\" by others; rarely, by myself", "=SUM(coffee,code)",
        "\U0001F9D1\u200D\U0001F373 recipes \u2022 \u05E9\u05DC\u05D5\u05DD", "100% organic\ttabs, no spaces", "\u0645\u0631\u062D\u0628\u0627 from the coast",
    ];

    public static string? HandleOf(int number) => Handles.GetValueOrDefault(number) ?? (number % 100) switch
    {
        // The number makes them unique.
        44 => string.Create(CultureInfo.InvariantCulture, $"{number}e5"),
        64 => string.Create(CultureInfo.InvariantCulture, $"{number:D10}"),
        84 => string.Create(CultureInfo.InvariantCulture, $"_{number}_"),
        _ => null,
    };

    public static string? NameOf(int number) => number % 20 == 9 ? Names[number / 20 % Names.Length] : null;

    /// <summary>Returns a bio for the index of a company.</summary>
    public static string BioOf(int company) => Bios[company % Bios.Length];
}
