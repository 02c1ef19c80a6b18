using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names a folder of the inbox. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<ThreadFolder>))]
[TypeConverter(typeof(OpenEnumTypeConverter<ThreadFolder>))]
public readonly record struct ThreadFolder : IParsable<ThreadFolder>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>noReply</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public ThreadFolder(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the threads that are neither archived nor a request.</summary>
    public static ThreadFolder Inbox { get; } = new("inbox");

    /// <summary>Gets the threads of the inbox in which the other side wrote last.</summary>
    public static ThreadFolder NoReply { get; } = new("noReply");

    /// <summary>Gets the requests that are not archived.</summary>
    public static ThreadFolder Requests { get; } = new("requests");

    /// <summary>Gets the archived threads, requests included.</summary>
    public static ThreadFolder Archived { get; } = new("archived");

    /// <summary>Gets every thread.</summary>
    public static ThreadFolder All { get; } = new("all");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>noReply</c>.</param>
    public static implicit operator ThreadFolder(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static ThreadFolder IParsable<ThreadFolder>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<ThreadFolder>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ThreadFolder result)
    {
        result = new(s);
        return s is not null;
    }
}
