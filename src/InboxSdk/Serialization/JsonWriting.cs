using System.Text.Json;
using InboxSdk.V2;

namespace InboxSdk.Serialization;

/// <summary>A type that is sent as the body of a request.</summary>
internal interface IRequestBody
{
    void WriteTo(Utf8JsonWriter writer);
}

/// <summary>Writes the properties of request bodies. What is not set is omitted.</summary>
internal static class JsonWriting
{
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string>? values)
    {
        if (values is null)
            return;
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Optional<string?> value)
    {
        // A null text is written as null.
        if (value.HasValue)
            writer.WriteString(name, value.Value);
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Optional<decimal?> value)
    {
        if (!value.HasValue)
            return;
        if (value.Value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Optional<bool> value)
    {
        if (value.HasValue)
            writer.WriteBoolean(name, value.Value);
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Optional<TypingIndicatorSetting> value)
    {
        if (value.HasValue)
            writer.WriteString(name, value.Value.ToString());
    }

    /// <summary>Writes a platform by its v2 name.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Platform value) => writer.WriteString(name, value.ToV2());

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, SendTarget value)
    {
        writer.WritePropertyName(name);
        ((IRequestBody)value).WriteTo(writer);
    }
}
