using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Tests.Support;
using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>Writes a response with a value for every field of a model.</summary>
/// <param name="Number">The value of a number, by its type.</param>
internal sealed record V2Json(Func<Type, JsonNode?> Number)
{
    /// <summary>The name of an unknown field, which each object gets.</summary>
    public const string Unknown = "ofTomorrow";

    /// <summary>The number of responses that contain every kind of object.</summary>
    public const int Variants = 6;

    private const int NeverBare = int.MaxValue;

    // The last two are an unknown kind and an object without a kind.
    private static readonly Dictionary<Type, (string Discriminator, string?[] Kinds)> Unions = new()
    {
        [typeof(ProfilePlatformData)] = ("_tag", ["twitter", "ofTomorrow", null]),
        [typeof(MessagePlatformData)] = ("_tag", ["twitter", "ofTomorrow", null]),
        [typeof(MessageSender)] = ("type", ["member", "agent", "campaign", "api", "ofTomorrow", null]),
        [typeof(ReactionAuthor)] = ("type", ["accountLink", "profile", "unknown", "ofTomorrow", null]),
        [typeof(MessageAttachment)] = ("kind", ["image", "card", "ofTomorrow", null]),
    };

    private static readonly string[] EventTypes =
        [.. typeof(InboxEventType).GetProperties().Select(property => property.GetValue(null)!.ToString()!), "call.ended"];

    /// <summary>Gets the index of the kind of object to write where there are several, from 0.</summary>
    public int Variant { get; init; }

    /// <summary>Gets the depth at which objects have no field other than their kind.</summary>
    public int BareAt { get; init; } = NeverBare;

    /// <summary>Gets whether the fields of a bare object are null instead of absent.</summary>
    public bool IsBareOfNulls { get; init; }

    /// <summary>Gets the type of each kind of object of the unions and the events.</summary>
    public static IEnumerable<Type> Cases =>
    [
        .. from union in Unions from kind in union.Value.Kinds select ReadKind(union.Key, union.Value.Discriminator, kind).GetType(),
        .. EventTypes.Select(ReadData).OfType<InboxEventData>().Select(data => data.GetType()),
    ];

    /// <summary>Returns whether a type contains models and always has its fields.</summary>
    public static bool IsContainer(Type type) => type == typeof(EventsResponse) || type == typeof(SendResponse) || type.Name.StartsWith("PageResponse", StringComparison.Ordinal);

    /// <summary>Writes a response.</summary>
    public string Write(Type response) => Write(response, 0, [])!.ToJsonString();

    private JsonNode? Write(Type type, int depth, Type[] around)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(decimal) || value == typeof(double) || value == typeof(long) || value == typeof(int))
            return Number(type);
        if (value == typeof(string))
            return "some text";
        if (value == typeof(bool))
            return true;
        if (value == typeof(DateTimeOffset))
            return "2026-09-14T10:32:00.123+02:00";
        if (value == typeof(JsonElement))
            return new JsonObject { ["any"] = new JsonArray(1, null, "two") };
        if (value.IsValueType)
            return "value of tomorrow";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return new JsonObject { ["message:edit"] = Write(type.GenericTypeArguments[1], depth, around) };
        if (type == typeof(IReadOnlyList<InboxEvent>))
            return new JsonArray([.. EventTypes.Select(kind => WriteEvent(kind, depth, around))]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return new JsonArray(Write(type.GenericTypeArguments[0], depth, around));
        return Unions.TryGetValue(type, out var union)
            ? WriteKind(type, union.Discriminator, union.Kinds[Variant % union.Kinds.Length], depth, around)
            : WriteFields(type, depth, around);
    }

    private JsonObject WriteKind(Type type, string discriminator, string? kind, int depth, Type[] around)
    {
        var written = WriteFields(ReadKind(type, discriminator, kind).GetType(), depth, around);
        if (kind is not null)
            written[discriminator] = kind;
        return written;
    }

    private JsonObject WriteEvent(string kind, int depth, Type[] around)
    {
        var written = WriteFields(typeof(InboxEvent), depth, around);
        written["type"] = kind;
        if (depth != BareAt)
            written["data"] = ReadData(kind) is not { } read ? [] : WriteFields(read.GetType(), depth + 1, around);
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
                written[name] = Write(field.PropertyType, depth + 1, [.. around, type]);
            else if (IsBareOfNulls)
                written[name] = null;
        }

        if (depth != BareAt)
            written[Unknown] = new JsonArray(1, "two", new JsonObject());
        return written;
    }

    private static bool IsUnknownKind(Type type) => type.GetProperty(nameof(InboxEventData.Raw)) is not null && type.BaseType != typeof(InboxEventData);

    private static object ReadKind(Type type, string discriminator, string? kind)
    {
        var bare = new JsonObject();
        if (kind is not null)
            bare[discriminator] = kind;
        return ModelShape.Read(bare, type);
    }

    private static InboxEventData? ReadData(string type) =>
        ((InboxEvent)ModelReading.Read(typeof(InboxEvent), new JsonObject { ["type"] = type, ["data"] = new JsonObject() })).Data;
}
