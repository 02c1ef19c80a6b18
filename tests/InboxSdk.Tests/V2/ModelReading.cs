using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using InboxSdk.Serialization;
using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>Reads a model with the reader that the client uses.</summary>
internal static class ModelReading
{
    public static object Read(Type type, JsonNode json) => typeof(ModelReading).GetMethod(nameof(ReadAs), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [json])!;

    private static T? ReadAs<T>(JsonNode json)
        where T : class
    {
        var read = typeof(V2Models).GetMethod($"Read{typeof(T).Name}", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!.CreateDelegate<JsonRead<T?>>();
        return JsonReading.Document(Encoding.UTF8.GetBytes(json.ToJsonString()), read);
    }
}
