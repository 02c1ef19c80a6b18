using System.Text.Json;
using InboxSdk.Contract;
using InboxSdk.Tests.Models;
using InboxSdk.Tests.Support;
using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>Compares a model, by the names of its source-generated metadata, with the vendor's description.</summary>
internal sealed class ModelShape
{
    private static readonly string[] Discriminators = ["_tag", "type", "kind"];

    private static readonly Type[] Numbers = [typeof(int), typeof(long), typeof(double), typeof(decimal)];

    private static readonly Type[] Others = [typeof(OtherAttachment), typeof(OtherMessageData), typeof(OtherProfileData), typeof(OtherReactionAuthor), typeof(OtherSender)];

    private readonly HashSet<(string, Type)> _seen = [];
    private readonly List<string> _differences = [];

    private ModelShape()
    {
    }

    /// <summary>Lists the differences: fields, kinds of objects and named values that only one of the two has.</summary>
    public static IReadOnlyList<string> Differences(ApiSchema schema, Type type, string path)
    {
        var shape = new ModelShape();
        shape.Compare(schema, type, path);
        return shape._differences;
    }

    private void Compare(ApiSchema schema, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        // A message contains the message it replies to.
        if (schema.Name is { } name && !_seen.Add((name, type)))
            return;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
            Compare(schema, type.GenericTypeArguments[0], path);
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            Compare(schema.Items!, type.GenericTypeArguments[0], path + "[]");
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            CompareAll(Only(schema).Properties.Values, type.GenericTypeArguments[1], path + ".*");
        else if (type == typeof(InboxEvent))
            CompareEvents(schema, path);
        else if (type.IsAbstract && type != typeof(SendTarget))
            CompareUnion(schema, type, path);
        else if (Metadata(type) is { Count: > 0 } fields)
            CompareFields(Only(schema), fields, path, []);
        else
            CompareValues(schema, type, path);
    }

    private void CompareAll(IEnumerable<ApiSchema> schemas, Type type, string path)
    {
        foreach (var schema in schemas)
            Compare(schema, type, path);
    }

    private void CompareFields(ApiSchema schema, Dictionary<string, Type> fields, string path, string[] read)
    {
        foreach (var (name, field) in schema.Properties)
            if (fields.TryGetValue(name, out var type))
                Compare(field, type, $"{path}.{name}");
            else if (!read.Contains(name))
                _differences.Add($"{path}.{name} is in the file alone");
        _differences.AddRange(fields.Keys.Except(schema.Properties.Keys).Select(name => $"{path}.{name} is in the model alone"));
    }

    /// <summary>Compares each kind of object in the description with its type, which must have the same fields.</summary>
    private void CompareUnion(ApiSchema schema, Type type, string path)
    {
        foreach (var alternative in schema.Alternatives)
        {
            var discriminator = Discriminators.First(alternative.Properties.ContainsKey);
            foreach (var kind in alternative.Properties[discriminator].Values)
            {
                var read = ModelJson.KindOf(type, discriminator, kind);
                // An unknown person has a single field, which OtherReactionAuthor contains.
                if (read == typeof(OtherReactionAuthor) && kind == "unknown")
                    continue;
                if (Others.Contains(read))
                    _differences.Add($"{path}: '{kind}' is in the file alone");
                else
                    CompareFields(alternative, Metadata(read), $"{path}({kind})", [discriminator]);
            }
        }
    }

    private void CompareEvents(ApiSchema schema, string path)
    {
        foreach (var alternative in schema.Alternatives)
        {
            var (kind, data) = (alternative.Properties["type"].Values.Single(), alternative.Properties["data"]);
            CompareFields(alternative, Fields(typeof(InboxEvent)), $"{path}({kind})", []);
            CompareFields(data, ModelJson.DataOf(kind) is { } read && read != typeof(OtherEventData) ? Metadata(read) : [], $"{path}({kind}).data", []);
        }
    }

    /// <summary>Compares the values: a number is a number in both, and an open enum has a name for each described value.</summary>
    private void CompareValues(ApiSchema schema, Type type, string path)
    {
        if (schema.IsNumber != Numbers.Contains(type))
            _differences.Add($"{path}: a number to one side alone");
        if (type.IsValueType && type.GetConstructor([typeof(string)]) is not null)
        {
            var named = type.GetProperties().Where(property => property.PropertyType == type).Select(property => property.GetValue(null)!.ToString());
            _differences.AddRange(schema.Values.Except(named).Select(value => $"{path}: '{value}' has no name in {type.Name}"));
        }
    }

    private static ApiSchema Only(ApiSchema schema) => schema.Alternatives.Single();

    // The generated readers and writers have each property that can be set.
    private static Dictionary<string, Type> Metadata(Type type) =>
        type.IsClass && type.Namespace == typeof(InboxMessage).Namespace
            ? type.GetProperties().Where(property => property.CanWrite && property.Name != "Raw").ToDictionary(WireName.Of, property => property.PropertyType)
            : [];

    private static Dictionary<string, Type> Fields(Type type) =>
        type.GetProperties().ToDictionary(
            WireName.Of, property => property.PropertyType == typeof(InboxEventData) ? typeof(JsonElement) : property.PropertyType);
}
