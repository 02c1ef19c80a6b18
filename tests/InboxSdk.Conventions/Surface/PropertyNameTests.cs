using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace InboxSdk.Conventions.Surface;

/// <summary>The names of properties follow docs/contributing.md.</summary>
public sealed class PropertyNameTests
{
    // Options that instruct the client.
    private static readonly string[] Instructions = ["OldestFirst", "StopOnFailure", "SkipUnchanged", "FlushToDisk", "RemoveBelowThreshold", "MatchWholeWords", "TeamWroteLast"];

    // The terms of rate limits and of paging.
    private static readonly string[] Terms = ["Limit", "Used", "Remaining", "RateLimit", "RateLimitRemaining", "PageSize", "RequestLogCapacity"];

    private static readonly PropertyInfo[] Properties = [.. PublicSurface.AllTypes.SelectMany(PublicSurface.PropertiesOf)];

    private static readonly Dictionary<string, string> Summaries = PublicSurface.AllTypes.Select(type => type.Assembly).Distinct()
        .SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
        .DistinctBy(member => member.Attribute("name")!.Value)
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value.Trim() ?? "");

    [Fact]
    public void Booleans_OfTheSurface_AreClaims() => Properties
        .Where(property => property.PropertyType == typeof(bool) || property.PropertyType == typeof(bool?) || property.PropertyType == typeof(Optional<bool>))
        .Where(property => !Regex.IsMatch(property.Name, "^(Is|Has|Can|May|Was|Allows)[A-Z]") && !Instructions.Contains(property.Name) && property.Name != "HandleNull")
        .Select(PublicSurface.NameOf).Should().BeEmpty();

    [Fact]
    public void Counts_OfTheSurface_EndInCount()
    {
        var counts = Properties.Where(property => Summaries.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}") is { } summary
            && summary.StartsWith("Gets the number of", StringComparison.Ordinal) && property.PropertyType != typeof(IReadOnlyDictionary<string, long?>)).ToList();

        counts.Should().HaveCountGreaterThan(20);
        counts.Where(property => !property.Name.EndsWith("Count", StringComparison.Ordinal) && !Terms.Contains(property.Name)).Select(PublicSurface.NameOf).Should().BeEmpty();
    }
}
