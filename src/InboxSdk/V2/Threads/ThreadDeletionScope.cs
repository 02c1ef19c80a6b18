using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies from where a thread was deleted. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<ThreadDeletionScope>))]
[TypeConverter(typeof(OpenEnumTypeConverter<ThreadDeletionScope>))]
public readonly record struct ThreadDeletionScope : IParsable<ThreadDeletionScope>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>local</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public ThreadDeletionScope(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the scope of a thread deleted from Inbox and from the platform.</summary>
    public static ThreadDeletionScope RemoteAndLocal { get; } = new("remoteAndLocal");

    /// <summary>Gets the scope of a thread deleted from Inbox only: the platform cannot delete it, or never had it.</summary>
    public static ThreadDeletionScope Local { get; } = new("local");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>local</c>.</param>
    public static implicit operator ThreadDeletionScope(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static ThreadDeletionScope IParsable<ThreadDeletionScope>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<ThreadDeletionScope>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ThreadDeletionScope result)
    {
        result = new(s);
        return s is not null;
    }
}
