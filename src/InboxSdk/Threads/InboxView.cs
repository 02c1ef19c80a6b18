using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Specifies a view of the team's inbox. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<InboxView>))]
[TypeConverter(typeof(OpenEnumTypeConverter<InboxView>))]
public readonly record struct InboxView : IParsable<InboxView>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>no-reply</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public InboxView(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the view of active threads.</summary>
    public static InboxView Default { get; } = new("default");

    /// <summary>Gets the view of active threads in which the team acted last; on v1, in which it wrote last.</summary>
    /// <remarks>v2 has no such view (its own <c>noReply</c> means the opposite), so on v2 all active threads are read and filtered: pages are shorter or empty, and
    /// it takes as many requests as <see cref="Default"/>.</remarks>
    public static InboxView NoReply { get; } = new("no-reply");

    /// <summary>Gets the view of new message requests.</summary>
    public static InboxView Requests { get; } = new("requests");

    /// <summary>Gets the view of threads that are done.</summary>
    public static InboxView Archived { get; } = new("archived");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>no-reply</c>.</param>
    public static implicit operator InboxView(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static InboxView IParsable<InboxView>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<InboxView>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InboxView result)
    {
        result = new(s);
        return s is not null;
    }
}
