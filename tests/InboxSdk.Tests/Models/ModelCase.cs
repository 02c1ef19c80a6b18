using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Models;

/// <summary>Represents a source of a model: the request that returns it, and its place in the response.</summary>
/// <param name="Model">The model.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the base address.</param>
/// <param name="Template">The response, with <c>%</c> for the model.</param>
/// <param name="ReadAsync">The call that reads it.</param>
public sealed record ModelCase(Type Model, string Method, string Path, string Template, Func<IInboxClient, Task<object>> ReadAsync)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The id that the calls ask for.</summary>
    public const string Id = "id";

    /// <summary>Gets whether the model is the requested resource, alone or in a list; it has an id then.</summary>
    public bool IsResource => Template.Count(character => character == '{') == 1;

    /// <summary>Gets every case, by a name for test output.</summary>
    public static IReadOnlyDictionary<string, ModelCase> All { get; } = new Dictionary<string, ModelCase>
    {
        ["prospect by id"] = new(typeof(Prospect), "GET", "/prospects/id", """{"prospect":%}""", async inbox => await inbox.Prospects.GetAsync("id")),
        ["prospect by lookup"] = new(
            typeof(Prospect), "GET", "/prospects/lookup", """{"prospect":%}""", async inbox => (await inbox.Prospects.FindByPlatformIdAsync("1"))!),
        ["prospect after an update"] = new(
            typeof(Prospect), "PATCH", "/prospects/id/context", """{"prospect":%}""",
            async inbox => await inbox.Prospects.UpdateAsync("id", new() { IsDone = true })),
        ["prospect of a thread"] = new(
            typeof(Prospect), "GET", "/threads/id", """{"thread":{"id":"id","prospect":%}}""", async inbox => (await inbox.Threads.GetAsync("id")).Prospect),
        ["thread by id"] = new(typeof(InboxThread), "GET", "/threads/id", """{"thread":%}""", async inbox => await inbox.Threads.GetAsync("id")),
        ["thread by lookup"] = new(
            typeof(InboxThread), "GET", "/threads/lookup", """{"thread":%}""", async inbox => (await inbox.Threads.FindAsync("1", "acc"))!),
        ["thread of a list"] = new(
            typeof(InboxThread), "GET", "/threads", """{"threads":[%]}""", async inbox => (await inbox.Threads.ListAsync().ToListAsync()).Single()),
        ["thread after an update"] = new(
            typeof(InboxThread), "PATCH", "/threads/id", """{"thread":%}""", async inbox => await inbox.Threads.UpdateAsync("id", new() { IsDone = true })),
        ["tag of a list"] = new(typeof(Tag), "GET", "/tags", """{"tags":[%]}""", async inbox => (await inbox.Tags.ListAsync().ToListAsync()).Single()),
        ["tag after its creation"] = new(
            typeof(Tag), "POST", "/tags", """{"tag":%}""", async inbox => await inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" })),
        ["tag after an update"] = new(
            typeof(Tag), "PATCH", "/tags/id", """{"tag":%}""", async inbox => await inbox.Tags.UpdateAsync("id", new() { Name = "VIP" })),
        ["tag of a prospect"] = new(
            typeof(Tag), "GET", "/prospects/id", """{"prospect":{"id":"id","tags":[%]}}""", async inbox => (await inbox.Prospects.GetAsync("id")).Tags.Single()),
        ["status of a list"] = new(
            typeof(Status), "GET", "/statuses", """{"statuses":[%]}""", async inbox => (await inbox.Statuses.ListAsync().ToListAsync()).Single()),
        ["status of a prospect"] = new(
            typeof(Status), "GET", "/prospects/id", """{"prospect":{"id":"id","status":%}}""", async inbox => (await inbox.Prospects.GetAsync("id")).Status!),
        ["member of a list"] = new(
            typeof(Member), "GET", "/members", """{"members":[%]}""", async inbox => (await inbox.Members.ListAsync().ToListAsync()).Single()),
        ["member by id"] = new(typeof(Member), "GET", "/members/id", """{"member":%}""", async inbox => await inbox.Members.GetAsync("id")),
    };

    /// <summary>Writes the model with a value for each of its fields; a field whose value is null is omitted.</summary>
    public JsonObject Write(Func<PropertyInfo, JsonNode?> value)
    {
        var model = new JsonObject();
        foreach (var property in Properties())
            model[WireName.Of(property)] = value(property);
        return model;
    }

    /// <summary>Asserts the value of an absent field: text is empty unless it is nullable, lists are empty, and an embedded prospect exists.</summary>
    public void ShouldBeEmpty(object model)
    {
        model.Should().BeOfType(Model);
        foreach (var property in Properties())
        {
            var value = property.GetValue(model);
            if (property.Name == "Id" && IsResource)
            {
                value.Should().Be(Id);
                continue;
            }

            if (Nullability.Create(property).ReadState == NullabilityState.Nullable)
                value.Should().BeNull($"{property.Name} is optional");
            else if (property.PropertyType == typeof(string))
                value.Should().Be("", $"{property.Name} is text");
            else if (property.PropertyType.IsValueType)
                value.Should().Be(Activator.CreateInstance(property.PropertyType), $"{property.Name} is a value");
            else if (value is System.Collections.IEnumerable list)
                list.Cast<object>().Should().BeEmpty($"{property.Name} is a list");
            else
                value.Should().BeEquivalentTo(Activator.CreateInstance(property.PropertyType), $"{property.Name} is embedded");
        }
    }

    private PropertyInfo[] Properties() => Model.GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
