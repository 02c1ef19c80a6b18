using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies a folder of the inbox. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<ThreadFolder>))]
[TypeConverter(typeof(OpenEnumTypeConverter<ThreadFolder>))]
public readonly record struct ThreadFolder : IParsable<ThreadFolder>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>noReply</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public ThreadFolder(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the folder of threads that are neither archived nor requests.</summary>
    public static ThreadFolder Inbox { get; } = new("inbox");

    /// <summary>Gets the folder of inbox threads in which the contact wrote last.</summary>
    public static ThreadFolder NoReply { get; } = new("noReply");

    /// <summary>Gets the folder of requests that are not archived.</summary>
    public static ThreadFolder Requests { get; } = new("requests");

    /// <summary>Gets the folder of archived threads, including requests.</summary>
    public static ThreadFolder Archived { get; } = new("archived");

    /// <summary>Gets the folder of all threads.</summary>
    public static ThreadFolder All { get; } = new("all");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>noReply</c>.</param>
    public static implicit operator ThreadFolder(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static ThreadFolder IParsable<ThreadFolder>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<ThreadFolder>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ThreadFolder result)
    {
        result = new(s);
        return s is not null;
    }
}
