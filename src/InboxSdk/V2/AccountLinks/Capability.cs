using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names something a platform, and an account on it, may be able to do. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<Capability>))]
[TypeConverter(typeof(OpenEnumTypeConverter<Capability>))]
public readonly record struct Capability : IParsable<Capability>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>message:send</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public Capability(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the capability to send messages.</summary>
    public static Capability MessageSend { get; } = new("message:send");

    /// <summary>Gets the capability to edit a message that was sent.</summary>
    public static Capability MessageEdit { get; } = new("message:edit");

    /// <summary>Gets the capability to delete a message for this account alone.</summary>
    public static Capability MessageDeleteSelf { get; } = new("message:delete:self");

    /// <summary>Gets the capability to delete a message for everyone.</summary>
    public static Capability MessageUnsend { get; } = new("message:unsend");

    /// <summary>Gets the capability to react to a message.</summary>
    public static Capability MessageReact { get; } = new("message:react");

    /// <summary>Gets the capability to reply to a certain message.</summary>
    public static Capability MessageReply { get; } = new("message:reply");

    /// <summary>Gets the capability to forward a message.</summary>
    public static Capability MessageForward { get; } = new("message:forward");

    /// <summary>Gets the capability to carry images.</summary>
    public static Capability MediaImage { get; } = new("media:image");

    /// <summary>Gets the capability to carry videos.</summary>
    public static Capability MediaVideo { get; } = new("media:video");

    /// <summary>Gets the capability to carry animated images.</summary>
    public static Capability MediaGif { get; } = new("media:gif");

    /// <summary>Gets the capability to carry files.</summary>
    public static Capability MediaFile { get; } = new("media:file");

    /// <summary>Gets the capability to carry sound.</summary>
    public static Capability MediaAudio { get; } = new("media:audio");

    /// <summary>Gets the capability to show the other side that the team is typing.</summary>
    public static Capability ThreadTypingSend { get; } = new("thread:typing:send");

    /// <summary>Gets the capability to see that the other side is typing.</summary>
    public static Capability ThreadTypingReceive { get; } = new("thread:typing:receive");

    /// <summary>Gets the capability to have message requests.</summary>
    public static Capability ThreadMessageRequests { get; } = new("thread:message-requests");

    /// <summary>Gets the capability to delete a thread on the platform too.</summary>
    public static Capability ThreadDeleteRemote { get; } = new("thread:delete:remote");

    /// <summary>Gets the capability to look people up while their name is typed.</summary>
    public static Capability DirectoryTypeahead { get; } = new("directory:typeahead");

    /// <summary>Gets the capability to notice that a thread was archived on the platform.</summary>
    public static Capability ThreadArchiveObserve { get; } = new("thread:archive:observe");

    /// <summary>Gets the capability to archive a thread on the platform too.</summary>
    public static Capability ThreadArchiveMutate { get; } = new("thread:archive:mutate");

    /// <summary>Gets the capability to notice that a thread was read on the platform.</summary>
    public static Capability ThreadReadObserve { get; } = new("thread:read:observe");

    /// <summary>Gets the capability to mark a thread as read on the platform too.</summary>
    public static Capability ThreadReadMutate { get; } = new("thread:read:mutate");

    /// <summary>Gets the capability to follow somebody.</summary>
    public static Capability ProfileFollow { get; } = new("profile:follow");

    /// <summary>Gets the capability to follow somebody no more.</summary>
    public static Capability ProfileUnfollow { get; } = new("profile:unfollow");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>message:send</c>.</param>
    public static implicit operator Capability(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static Capability IParsable<Capability>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<Capability>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Capability result)
    {
        result = new(s);
        return s is not null;
    }
}
