using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies a capability of a platform and of an account on it. A value unknown to this version keeps its text.</summary>
[OpenEnum("message:send")]
[JsonConverter(typeof(OpenEnumJsonConverter<Capability>))]
[TypeConverter(typeof(OpenEnumTypeConverter<Capability>))]
public readonly partial record struct Capability : IParsable<Capability>
{
    /// <summary>Gets the capability to send messages.</summary>
    public static Capability MessageSend { get; } = new("message:send");

    /// <summary>Gets the capability to edit sent messages.</summary>
    public static Capability MessageEdit { get; } = new("message:edit");

    /// <summary>Gets the capability to delete a message for this account only.</summary>
    public static Capability MessageDeleteSelf { get; } = new("message:delete:self");

    /// <summary>Gets the capability to delete a message for everyone.</summary>
    public static Capability MessageUnsend { get; } = new("message:unsend");

    /// <summary>Gets the capability to react to a message.</summary>
    public static Capability MessageReact { get; } = new("message:react");

    /// <summary>Gets the capability to reply to a specific message.</summary>
    public static Capability MessageReply { get; } = new("message:reply");

    /// <summary>Gets the capability to forward a message.</summary>
    public static Capability MessageForward { get; } = new("message:forward");

    /// <summary>Gets the capability to send images.</summary>
    public static Capability MediaImage { get; } = new("media:image");

    /// <summary>Gets the capability to send videos.</summary>
    public static Capability MediaVideo { get; } = new("media:video");

    /// <summary>Gets the capability to send animated images.</summary>
    public static Capability MediaGif { get; } = new("media:gif");

    /// <summary>Gets the capability to send files.</summary>
    public static Capability MediaFile { get; } = new("media:file");

    /// <summary>Gets the capability to send audio.</summary>
    public static Capability MediaAudio { get; } = new("media:audio");

    /// <summary>Gets the capability to show the contact that the team is typing.</summary>
    public static Capability ThreadTypingSend { get; } = new("thread:typing:send");

    /// <summary>Gets the capability to see that the contact is typing.</summary>
    public static Capability ThreadTypingReceive { get; } = new("thread:typing:receive");

    /// <summary>Gets the capability to receive message requests.</summary>
    public static Capability ThreadMessageRequests { get; } = new("thread:message-requests");

    /// <summary>Gets the capability to also delete a thread on the platform.</summary>
    public static Capability ThreadDeleteRemote { get; } = new("thread:delete:remote");

    /// <summary>Gets the capability to search people as their name is typed.</summary>
    public static Capability DirectoryTypeahead { get; } = new("directory:typeahead");

    /// <summary>Gets the capability to detect that a thread was archived on the platform.</summary>
    public static Capability ThreadArchiveObserve { get; } = new("thread:archive:observe");

    /// <summary>Gets the capability to also archive a thread on the platform.</summary>
    public static Capability ThreadArchiveMutate { get; } = new("thread:archive:mutate");

    /// <summary>Gets the capability to detect that a thread was read on the platform.</summary>
    public static Capability ThreadReadObserve { get; } = new("thread:read:observe");

    /// <summary>Gets the capability to also mark a thread as read on the platform.</summary>
    public static Capability ThreadReadMutate { get; } = new("thread:read:mutate");

    /// <summary>Gets the capability to follow a profile.</summary>
    public static Capability ProfileFollow { get; } = new("profile:follow");

    /// <summary>Gets the capability to unfollow a profile.</summary>
    public static Capability ProfileUnfollow { get; } = new("profile:unfollow");
}
