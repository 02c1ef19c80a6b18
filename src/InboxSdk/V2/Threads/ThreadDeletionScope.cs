using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names from where a thread was deleted. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<ThreadDeletionScope>))]
[TypeConverter(typeof(OpenEnumTypeConverter<ThreadDeletionScope>))]
public readonly record struct ThreadDeletionScope : IParsable<ThreadDeletionScope>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>local</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public ThreadDeletionScope(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the scope of a thread that is gone from Inbox and from the platform.</summary>
    public static ThreadDeletionScope RemoteAndLocal { get; } = new("remoteAndLocal");

    /// <summary>Gets the scope of a thread that is gone from Inbox alone: the platform cannot delete it, or never had it.</summary>
    public static ThreadDeletionScope Local { get; } = new("local");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>local</c>.</param>
    public static implicit operator ThreadDeletionScope(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static ThreadDeletionScope IParsable<ThreadDeletionScope>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<ThreadDeletionScope>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ThreadDeletionScope result)
    {
        result = new(s);
        return s is not null;
    }
}
