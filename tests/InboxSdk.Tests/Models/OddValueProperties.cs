using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using FluentAssertions.Equivalency;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Models;

/// <summary>A response with one value of an unexpected kind anywhere in a v1 model can be deserialized, and all other values are read.</summary>
public sealed class OddValueProperties
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                static type =>
                {
                    foreach (var property in type.Properties)
                        property.Name = WireName.Of((PropertyInfo)property.AttributeProvider!);
                },
            },
        },
    };

    private static readonly string[] Cases = [.. ModelCase.All.Keys];

    private static readonly Gen<(string Case, int Place, string Value)> Odd = Gen.Select(Gen.Int[0, Cases.Length - 1], Gen.Int[0, 10_000], Gen.Int[0, OddValues.All.Count - 1])
        .Select((way, place, value) => (Cases[way], place, OddValues.All[value]));

    [Fact]
    public async Task Read_OneOddValue_LeavesTheRestReadable() => await Odd.SampleAsync(
        async odd =>
        {
            var way = ModelCase.All[odd.Case];
            var document = Document(way.Model);
            if (way.IsResource)
                document["id"] = ModelCase.Id;
            // These values identify the request of the response.
            var places = OddValues.Places(
                document, path => path == "$.id" || (odd.Case == "tag after its creation" && path == "$.name") || (odd.Case.Contains("lookup", StringComparison.Ordinal) && path is "$.platformId" or "$.accountLinkId" or "$.prospect.platformId"));
            var place = places[odd.Place % places.Count];

            await using var server = new ScriptedServer(ScriptedServer.StubResponse.Json(200, way.Template.Replace("%", OddValues.With(document, place, odd.Value), StringComparison.Ordinal)));
            using var inbox = server.CreateClient();
            var read = await way.ReadAsync(inbox);

            read.Should().BeEquivalentTo(
                document.Deserialize(way.Model, Wire),
                options => options.RespectingRuntimeTypes().ComparingRecordsByMembers().ComparingByValue<Platform>().ComparingByValue<MemberRole>()
                    .Excluding((IMemberInfo member) => IsAt(WirePath(way.Model, member.Path), place)),
                $"{odd.Value} at {place} of a {odd.Case} is the only one that is odd");
        },
        iter: 2_000,
        threads: 1);

    private static string WirePath(Type model, string member)
    {
        var names = member.Split('.');
        for (var (i, type) = (0, model); i < names.Length && type.GetProperty(names[i].Split('[')[0]) is { } property; i++)
        {
            names[i] = WireName.Of(property) + names[i][property.Name.Length..];
            type = property.PropertyType;
        }

        return string.Join('.', names);
    }

    // The member itself, its members, and the list that lacks the item.
    private static bool IsAt(string member, string place)
    {
        var odd = place["$.".Length..];
        return member.StartsWith(odd, StringComparison.OrdinalIgnoreCase)
            || (odd.EndsWith(']') && member.StartsWith(odd[..odd.LastIndexOf('[')], StringComparison.OrdinalIgnoreCase))
            // A thread without its prospect's id takes the prospect's own.
            || (odd is "prospect" or "prospect.id" && member == "prospectId");
    }

    private static JsonObject Document(Type model)
    {
        var tag = new JsonObject { ["id"] = "label_1", ["name"] = "VIP", ["color"] = "#EF4444" };
        var prospect = new JsonObject
        {
            ["id"] = "prospect_1",
            ["platformId"] = "1",
            ["platform"] = "x",
            ["platformUsername"] = "johndoe",
            ["name"] = "John",
            ["description"] = "Founder",
            ["profileImageUrl"] = "https://example.com/a.png",
            ["verified"] = true,
            ["followersCount"] = 5420,
            ["followingCount"] = 892,
            ["location"] = "Berlin",
            ["url"] = "https://example.com",
            ["notes"] = "Demo",
            ["valuation"] = 75000.25m,
            ["tags"] = new JsonArray(tag.DeepClone()),
            ["status"] = tag.DeepClone(),
            ["assignedToMemberId"] = "member_1",
            ["done"] = true,
        };
        return model.Name switch
        {
            nameof(Prospect) => prospect,
            nameof(InboxThread) => new JsonObject
            {
                ["id"] = "thread_1",
                ["platformId"] = "12",
                ["accountLinkId"] = "acc",
                ["prospectId"] = "prospect_1",
                ["done"] = true,
                ["assignedToMemberId"] = "member_1",
                ["createdAt"] = "2026-01-15T10:30:00Z",
                ["updatedAt"] = "2026-01-16T10:30:00Z",
                ["lastMessageAt"] = "2026-01-17T10:30:00Z",
                ["prospect"] = prospect,
            },
            nameof(Member) => new JsonObject
            {
                ["id"] = "member_1",
                ["email"] = "a@example.com",
                ["name"] = "Ann",
                ["role"] = "admin",
                ["createdAt"] = "2026-01-15T10:30:00Z",
            },
            _ => tag,
        };
    }
}
