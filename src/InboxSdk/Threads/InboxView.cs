using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Names a view of the team's inbox, which selects threads by what they need. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<InboxView>))]
[TypeConverter(typeof(OpenEnumTypeConverter<InboxView>))]
public readonly record struct InboxView : IParsable<InboxView>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>no-reply</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public InboxView(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the active threads: what the team works on.</summary>
    public static InboxView Default { get; } = new("default");

    /// <summary>Gets the active threads in which the team was the last to act, on v1: in which it wrote last.</summary>
    /// <remarks>v2 has no such view (its own <c>noReply</c> means the opposite), so there the active threads are all read and these picked out: pages become shorter, or
    /// empty, and it takes as many requests as <see cref="Default"/>.</remarks>
    public static InboxView NoReply { get; } = new("no-reply");

    /// <summary>Gets the new message requests.</summary>
    public static InboxView Requests { get; } = new("requests");

    /// <summary>Gets the threads that are done.</summary>
    public static InboxView Archived { get; } = new("archived");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>no-reply</c>.</param>
    public static implicit operator InboxView(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static InboxView IParsable<InboxView>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<InboxView>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InboxView result)
    {
        result = new(s);
        return s is not null;
    }
}
