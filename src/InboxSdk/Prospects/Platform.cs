using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Specifies a messaging platform. A value unknown to this version keeps its text.</summary>
[OpenEnum("x")]
[JsonConverter(typeof(OpenEnumJsonConverter<Platform>))]
[TypeConverter(typeof(OpenEnumTypeConverter<Platform>))]
public readonly partial record struct Platform : IParsable<Platform>
{
    /// <summary>Gets X, formerly Twitter.</summary>
    public static Platform X { get; } = new("x");

    /// <summary>Gets LinkedIn. v2 only.</summary>
    public static Platform LinkedIn { get; } = new("linkedin");

    /// <summary>Gets Instagram. v2 only.</summary>
    public static Platform Instagram { get; } = new("instagram");

    /// <summary>Reads the v2 name of a platform. Only that of X differs from v1: <c>twitter</c>.</summary>
    internal static Platform FromV2(string? name) => name == "twitter" ? X : new(name);

    /// <summary>Gets the v2 name of the platform.</summary>
    internal string ToV2() => this == X ? "twitter" : ToString();
}
