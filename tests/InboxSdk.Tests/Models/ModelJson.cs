using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxSdk.Serialization;
using InboxSdk.Tests.Support;
using InboxSdk.V2;

namespace InboxSdk.Tests.Models;

/// <summary>Writes a response with a value for every field of a model, which differs by the name of the field.</summary>
internal sealed record ModelJson
{
    /// <summary>The unknown fields of each object.</summary>
    public static readonly IReadOnlyDictionary<string, string> Unknown = new Dictionary<string, string>
    {
        ["futureText"] = "\"text\"",
        ["futureNumber"] = "1.5e300",
        ["futureFlag"] = "true",
        ["futureObject"] = """{"id":"not the model's"}""",
        ["futureList"] = """[1,"two",null,{}]""",
        [""] = "\"nameless\"",
    };

    /// <summary>The number of responses that contain every kind of object.</summary>
    public const int Variants = 6;

    private const int NeverBare = int.MaxValue;

    // The last two are an unknown kind and an object without a kind.
    private static readonly Dictionary<Type, (JsonRead<object?> Read, string Discriminator, string?[] Kinds)> Unions = new()
    {
        [typeof(ProfilePlatformData)] = (V2Models.ReadProfilePlatformData, "_tag", ["twitter", "ofTomorrow", null]),
        [typeof(MessagePlatformData)] = (V2Models.ReadMessagePlatformData, "_tag", ["twitter", "ofTomorrow", null]),
        [typeof(MessageSender)] = (V2Models.ReadMessageSender, "type", ["member", "agent", "campaign", "api", "ofTomorrow", null]),
        [typeof(ReactionAuthor)] = (V2Models.ReadReactionAuthor, "type", ["accountLink", "profile", "unknown", "ofTomorrow", null]),
        [typeof(MessageAttachment)] = (V2Models.ReadMessageAttachment, "kind", ["image", "card", "ofTomorrow", null]),
    };

    private static readonly string[] EventTypes =
        [.. typeof(InboxEventType).GetProperties().Select(property => property.GetValue(null)!.ToString()!), "call.ended"];

    /// <summary>Gets the value of a number, by its type; if null, a number that differs by the name of the field.</summary>
    public Func<Type, JsonNode?>? Number { get; init; }

    /// <summary>Gets the index of the kind of object to write where there are several, from 0.</summary>
    public int Variant { get; init; }

    /// <summary>Gets the depth at which objects have no field other than their kind.</summary>
    public int BareAt { get; init; } = NeverBare;

    /// <summary>Gets whether the fields of a bare object are null instead of absent.</summary>
    public bool IsBareOfNulls { get; init; }

    /// <summary>Gets the type of each kind of object of the unions and the events.</summary>
    public static IEnumerable<Type> Cases =>
    [
        .. from union in Unions from kind in union.Value.Kinds select KindOf(union.Key, union.Value.Discriminator, kind),
        .. EventTypes.Select(DataOf).OfType<Type>(),
    ];

    /// <summary>Returns the type that the client reads a kind of object as.</summary>
    public static Type KindOf(Type union, string discriminator, string? kind)
    {
        var bare = new JsonObject();
        if (kind is not null)
            bare[discriminator] = kind;
        return Read(bare, Unions[union].Read).GetType();
    }

    /// <summary>Returns the type that the client reads the data of an event as; null for none.</summary>
    public static Type? DataOf(string eventType) => Read(new() { ["type"] = eventType, ["data"] = new JsonObject() }, V2Models.ReadInboxEvent).Data?.GetType();

    /// <summary>Writes the response to a call.</summary>
    public string Write(OperationCall call) => call.AsAsked(Write(call.Response!, "", 0, [])!.ToJsonString());

    private JsonNode? Write(Type type, string name, int depth, Type[] around)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        var number = name.Sum(character => character);
        if (value == typeof(decimal) || value == typeof(double) || value == typeof(long) || value == typeof(int))
            return Number is null ? number : Number(type);
        if (value == typeof(string))
            return $"some {name}";
        if (value == typeof(bool))
            return true;
        if (value == typeof(DateTimeOffset))
            return $"2026-09-14T10:{number / 60 % 60:00}:{number % 60:00}.123{(Variant % 2 == 0 ? "Z" : "+02:00")}";
        if (value == typeof(JsonElement))
            return new JsonObject { ["any"] = new JsonArray(1, null, "two") };
        if (value.IsValueType)
            return $"{name} of tomorrow";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return new JsonObject { ["message:edit"] = Write(type.GenericTypeArguments[1], name, depth, around) };
        if (type == typeof(IReadOnlyList<InboxEvent>))
            return new JsonArray([.. EventTypes.Select(kind => WriteEvent(kind, depth, around))]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return new JsonArray(Write(type.GenericTypeArguments[0], name, depth, around));
        return Unions.TryGetValue(type, out var union)
            ? WriteKind(type, union.Discriminator, union.Kinds[Variant % union.Kinds.Length], depth, around)
            : WriteFields(type, depth, around);
    }

    private JsonObject WriteKind(Type type, string discriminator, string? kind, int depth, Type[] around)
    {
        var written = WriteFields(KindOf(type, discriminator, kind), depth, around);
        if (kind is not null)
            written[discriminator] = kind;
        return written;
    }

    private JsonObject WriteEvent(string kind, int depth, Type[] around)
    {
        var written = WriteFields(typeof(InboxEvent), depth, around);
        written["type"] = kind;
        if (depth != BareAt)
            written["data"] = DataOf(kind) is not { } data ? [] : WriteFields(data, depth + 1, around);
        return written;
    }

    private JsonObject WriteFields(Type type, int depth, Type[] around)
    {
        var written = new JsonObject();
        foreach (var field in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // A message contains the message it replies to, which contains no further one. The raw JSON of the data of an event is not a field.
            if (field.SetMethod is null || around.Contains(field.PropertyType) || field is { Name: nameof(InboxEventData.Raw) } || IsUnknownKind(type))
                continue;
            var name = WireName.Of(field);
            if (depth != BareAt)
                written[name] = Write(field.PropertyType, name, depth + 1, [.. around, type]);
            else if (IsBareOfNulls)
                written[name] = null;
        }

        if (depth != BareAt)
            foreach (var (name, json) in Unknown)
                written[name] = JsonNode.Parse(json);
        return written;
    }

    private static bool IsUnknownKind(Type type) => type.GetProperty(nameof(InboxEventData.Raw)) is not null && type.BaseType != typeof(InboxEventData);

    private static T Read<T>(JsonObject json, JsonRead<T?> read)
        where T : class => JsonReading.Document(Encoding.UTF8.GetBytes(json.ToJsonString()), read)!;
}
