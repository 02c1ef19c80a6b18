using System.Collections;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InboxSdk.Conventions.Docs;
using InboxSdk.Conventions.Repository;
using InboxSdk.Conventions.Surface;
using InboxSdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NJsonSchema;

namespace InboxSdk.Conventions.Packages;

/// <summary>The schema of appsettings.json contains exactly the options.</summary>
public sealed partial class ConfigurationSchemaTests
{
    // Every option, each with a value that is not its default.
    private const string Sample = """
        {
          "Inbox": {
            "Token": "ibt_1",
            "BaseAddress": "https://example.com/api/v1",
            "ApiVersion": "V1",
            "AttemptTimeout": "00:00:05",
            "NameCacheDuration": "00:00:30",
            "Deadline": "1.00:00:00",
            "Retry": { "MaxRetries": 1, "BaseDelay": "00:00:00.1", "MaxDelay": "00:00:02", "MaxRetryAfter": "00:10" },
            "RateLimit": {
              "IsEnabled": false,
              "Requests": [ { "Limit": 300, "Length": "00:01:00" } ],
              "Reads": [ { "Limit": 100, "Length": "00:01:00" } ],
              "Writes": [ { "Limit": 30, "Length": "00:01:00" } ],
              "BulkReserve": 0.5
            },
            "MaxResponseBytes": 2048,
            "UserAgentSuffix": "MyApp/2.1"
          },
          "InboxWebhooks": {
            "Secrets": [ "ibt_wh_1" ],
            "Tolerance": "00:10:00",
            "MaxBodyBytes": 2048,
            "QueueCapacity": 10,
            "MaxConcurrency": 2,
            "MaxRetries": 1
          },
          "LeadScoring": {
            "Followers": [ { "Over": 5000, "Points": 20 } ],
            "VerifiedPoints": 1,
            "Bio": [ { "Keywords": [ "founder" ], "Points": 25, "MatchWholeWords": true } ],
            "WebsitePoints": 2,
            "Minimum": 3,
            "Maximum": 90
          }
        }
        """;

    private static readonly string Text = File.ReadAllText(RepositoryFiles.Absolute("src/InboxSdk/ConfigurationSchema.json"));

    private static readonly IReadOnlyDictionary<string, object?> Options =
        Leaves("Inbox", new InboxClientOptions()).Concat(Leaves("InboxWebhooks", new InboxWebhookOptions())).Concat(Leaves("LeadScoring", new LeadScoringOptions())).ToDictionary(leaf => leaf.Path, leaf => leaf.Value);

    public static TheoryData<string> Settings() => new(
        MarkdownFile.All.SelectMany(file => file.Blocks).Where(block => block.Language == "json").Select(block => block.Code)
            .Where(code => SectionStart().IsMatch(code)).Append(Sample));

    [Fact]
    public void Schema_OfThePackage_HasTheOptionsAndNothingElse() =>
        Leaves(JsonNode.Parse(Text)!.AsObject()).Select(leaf => leaf.Path).Should().BeEquivalentTo(Options.Keys);

    [Fact]
    public void Schema_OfThePackage_StatesTheDefaults()
    {
        var defaults = Leaves(JsonNode.Parse(Text)!.AsObject()).Where(leaf => leaf.Schema.ContainsKey("default"))
            .ToDictionary(leaf => leaf.Path, leaf => leaf.Schema["default"]!.ToString());

        defaults.Should().HaveCountGreaterThan(8);
        defaults.Should().BeSubsetOf(Options.Select(option => KeyValuePair.Create(option.Key, Written(option.Value))));
    }

    [Fact]
    public void Schema_OfThePackage_DescribesEveryOption() =>
        Leaves(JsonNode.Parse(Text)!.AsObject()).Where(leaf => leaf.Schema["description"] is null).Select(leaf => leaf.Path).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Schema_OfThePackage_TakesGoodSettings(string settings)
    {
        var schema = await JsonSchema.FromJsonAsync(Text);

        schema.Validate(settings).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{ "Inbox": { "Deadline": 30 } }""")]
    [InlineData("""{ "Inbox": { "Deadline": "soon" } }""")]
    [InlineData("""{ "Inbox": { "ApiVersion": "V3" } }""")]
    [InlineData("""{ "Inbox": { "Retry": { "MaxRetries": 11 } } }""")]
    [InlineData("""{ "Inbox": { "RateLimit": { "Reads": [ { "Limit": 0, "Length": "00:01:00" } ] } } }""")]
    [InlineData("""{ "InboxWebhooks": { "QueueCapacity": 0 } }""")]
    [InlineData("""{ "LeadScoring": { "Bio": [ { "Points": 10 } ] } }""")]
    public async Task Schema_OfThePackage_RefusesBadSettings(string settings)
    {
        var schema = await JsonSchema.FromJsonAsync(Text);

        schema.Validate(settings).Should().NotBeEmpty();
    }

    [Fact]
    public void Options_BoundFromTheSample_AreAllChanged()
    {
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Sample))).Build();
        var services = new ServiceCollection();
        services.AddInboxClient(configuration.GetSection("Inbox"));
        services.AddLeadScoring(configuration.GetSection("LeadScoring"));
        services.AddInboxWebhooks(configuration.GetSection("InboxWebhooks"));
        using var provider = services.BuildServiceProvider();
        // Without validation, because some options exclude each other.
        var bound = new OptionsFactory<InboxClientOptions>(provider.GetServices<IConfigureOptions<InboxClientOptions>>(), []).Create("");
        var webhooks = provider.GetRequiredService<IOptions<InboxWebhookOptions>>().Value;
        var scoring = provider.GetRequiredService<IOptions<LeadScoringOptions>>().Value;

        var leaves = Leaves("Inbox", bound).Concat(Leaves("InboxWebhooks", webhooks)).Concat(Leaves("LeadScoring", scoring)).ToDictionary(leaf => leaf.Path, leaf => Written(leaf.Value));
        var unchanged = leaves.Where(leaf => leaf.Value == Written(Options[leaf.Key])).Select(leaf => leaf.Key);

        unchanged.Should().BeEmpty();
    }

    // The options that configuration can set, without functions and without objects that an application creates.
    private static IEnumerable<(string Path, object? Value)> Leaves(string path, object options)
    {
        foreach (var property in PublicSurface.PropertiesOf(options.GetType()))
        {
            var name = $"{path}:{property.Name}";
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var value = property.GetValue(options);
            if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(IList<>))
            {
                var item = type.GetGenericArguments()[0];
                var first = ((IEnumerable?)value)?.Cast<object>().FirstOrDefault();
                foreach (var leaf in item == typeof(string) ? [($"{name}[]", first)] : Leaves($"{name}[]", first ?? Activator.CreateInstance(item)!))
                    yield return leaf;
            }
            else if (PublicSurface.IsOptions(type))
            {
                foreach (var leaf in Leaves(name, value!))
                    yield return leaf;
            }
            else if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(TimeSpan) || type == typeof(Uri))
            {
                yield return (name, value);
            }
        }
    }

    private static IEnumerable<(string Path, JsonObject Schema)> Leaves(JsonObject schema, string path = "")
    {
        if (schema["properties"] is JsonObject properties)
            return properties.SelectMany(property => Leaves(property.Value!.AsObject(), path.Length == 0 ? property.Key : $"{path}:{property.Key}"));
        return schema["items"] is JsonObject items ? Leaves(items, $"{path}[]") : [(path, schema)];
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        _ => FormattableString.Invariant($"{value}"),
    };

    [GeneratedRegex("\"(Inbox|InboxWebhooks|LeadScoring)\": *{")]
    private static partial Regex SectionStart();
}
