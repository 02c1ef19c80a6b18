using System.Globalization;
using System.Text.RegularExpressions;
using InboxSdk.Conventions.Repository;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Tests.Diagnostics;

/// <summary>Reads <c>docs/observability.md</c>.</summary>
internal static class ObservabilityPage
{
    private static readonly string[] Lines = File.ReadAllLines(RepositoryFiles.Absolute("docs/observability.md"));

    public static IReadOnlyList<string> Tags { get; } = [.. Table("## Traces").Select(row => Names(row[0]).Single())];

    public static IReadOnlyList<string> EventTags { get; } = [.. Table("### Handling of events").Select(row => Names(row[0]).Single())];

    public static IReadOnlyList<string> RetryTags { get; } = [.. Names(Lines.Single(line => line.StartsWith("Each retry adds an event", StringComparison.Ordinal))).Where(IsLabel)];

    public static IReadOnlyList<PromisedInstrument> Instruments { get; } = [.. Table("## Metrics").Select(row =>
    {
        var kind = row[1].Split(", ");
        var names = Names(row[3]).ToLookup(IsLabel);
        return new PromisedInstrument(Names(row[0]).Single(), kind[0], kind[1], [.. names[true]], [.. names[false]]);
    })];

    public static IReadOnlyList<(int Id, string Name, LogLevel Level)> LogMessages { get; } = [.. Table("## Logs").Select(row =>
        (int.Parse(row[0].Split(' ')[0], CultureInfo.InvariantCulture), Names(row[0]).Single(), Enum.Parse<LogLevel>(row[1])))];

    /// <summary>Returns the operations of an API version, <c>v1</c> or <c>v2</c>.</summary>
    public static IReadOnlyList<string> Operations(string version) =>
        [.. Table("### Operations").Where(row => row[0] == version).SelectMany(row => Names(row[1]))];

    private static IEnumerable<string[]> Table(string heading) => Lines
        .SkipWhile(line => line != heading)
        .SkipWhile(line => !line.StartsWith('|'))
        .TakeWhile(line => line.StartsWith('|'))
        .Skip(2)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]);

    private static IEnumerable<string> Names(string text) => Regex.Matches(text, "`([^`]+)`").Select(match => match.Groups[1].Value);

    private static bool IsLabel(string name) => Regex.IsMatch(name, "^(messaging|inbox|http|url|server|error)\\.");

    internal sealed record PromisedInstrument(string Name, string Kind, string Unit, IReadOnlyList<string> Tags, IReadOnlyList<string> Values);
}
