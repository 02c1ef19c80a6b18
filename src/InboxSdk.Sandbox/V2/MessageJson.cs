using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Writes messages.</summary>
internal static class MessageJson
{
    public static readonly string[] Expansions = ["sentBy", "reactions.author", "thread", "accountLink", "replyTo.message"];

    public static string DirectionOf(bool fromTeam) => fromTeam ? "outbound" : "inbound";

    public static void WriteMessage(this Utf8JsonWriter json, SandboxMessage message, ThreadEntry thread, SandboxState state, HashSet<string>? expand = null)
    {
        expand ??= [];
        var link = state.FindAccountLink(thread.Value.AccountLinkId)!;
        json.WriteStartObject();
        json.WriteString("id"u8, message.Id);
        json.WriteString("threadId", thread.Value.Id);
        json.WriteString("accountLinkId", link.Id);
        json.WriteString("platform"u8, PlatformName.InV2(link.Platform));
        json.WriteString("platformId"u8, PlatformIdOf(message));
        json.WriteString("direction"u8, DirectionOf(message.IsFromTeam));
        json.WriteSender(message.SentBy, state, expand.Contains("sentBy"));
        json.WriteString("content"u8, message.Content);
        MessageEntities.Write(json, message.Content);
        json.WritePropertyName("attachments"u8);
        json.WriteStartArray();
        for (var i = 0; i < message.Attachments.Length; i++)
            AttachmentJson.Write(json, message, i, state.Now);
        json.WriteEndArray();
        json.WriteNull("forwarded"u8);
        json.WriteReactions(message, thread, state, expand.Contains("reactions.author"));
        json.WriteTimeOrNull("editedAt", message.EditedAt);
        json.WriteTimeOrNull("deletedAt", message.DeletedAt);
        json.WriteTime("createdAt", message.CreatedAt);
        json.WriteStartObject("platformData"u8);
        json.WriteString("_tag"u8, PlatformName.InV2(link.Platform));
        if (link.Platform == Platform.X)
            json.WriteBoolean("encrypted"u8, false);
        json.WriteEndObject();
        json.WriteReplyTo(message, thread, state, expand.Contains("replyTo.message"));
        if (expand.Contains("thread"))
        {
            json.WritePropertyName("thread"u8);
            json.WriteThread(thread, state);
        }

        if (expand.Contains("accountLink"))
        {
            json.WritePropertyName("accountLink"u8);
            json.WriteAccountLink(link);
        }

        json.WriteEndObject();
    }

    public static void WriteReactions(this Utf8JsonWriter json, SandboxMessage message, ThreadEntry thread, SandboxState state, bool expand = false) =>
        json.WriteArray("reactions", message.Reactions, reaction =>
        {
            json.WriteStartObject();
            json.WriteString("emoji"u8, reaction.Emoji);
            json.WriteStartObject("author"u8);
            if (reaction.FromTeam)
                json.WriteLinkAuthor(state.FindAccountLink(thread.Value.AccountLinkId)!, expand);
            else
                json.WriteProfileAuthor(thread, state, expand);
            json.WriteEndObject();
            json.WriteTime("createdAt", reaction.CreatedAt);
            json.WriteEndObject();
        });

    private static void WriteLinkAuthor(this Utf8JsonWriter json, SandboxAccountLink link, bool expand)
    {
        json.WriteString("type"u8, "accountLink"u8);
        json.WriteString("accountLinkId", link.Id);
        if (!expand)
            return;
        json.WritePropertyName("accountLink"u8);
        json.WriteAccountLink(link);
    }

    private static void WriteProfileAuthor(this Utf8JsonWriter json, ThreadEntry thread, SandboxState state, bool expand)
    {
        var profile = Profile.Of(thread.Value, thread.Prospect.Value, state.FindAccountLink(thread.Value.AccountLinkId)!);
        json.WriteString("type"u8, "profile"u8);
        json.WriteString("profileId"u8, profile.Id);
        json.WriteString("contactId", thread.Value.ProspectId);
        if (!expand)
            return;
        json.WritePropertyName("profile"u8);
        profile.Write(json);
        json.WritePropertyName("contact"u8);
        json.WriteContact(thread.Prospect, state);
    }

    private static void WriteReplyTo(this Utf8JsonWriter json, SandboxMessage message, ThreadEntry thread, SandboxState state, bool expand)
    {
        if (message.ReplyToMessageId is not { } id || state.FindMessage(id) is not { } quoted)
        {
            json.WriteNull("replyTo"u8);
            return;
        }

        json.WriteStartObject("replyTo"u8);
        json.WriteString("messageId"u8, quoted.Id);
        json.WriteString("platformId"u8, PlatformIdOf(quoted));
        json.WriteString("content"u8, quoted.Content);
        json.WriteString("authorName"u8, quoted.IsFromTeam ? null : thread.Prospect.Value.Name);
        if (expand)
        {
            json.WritePropertyName("message"u8);
            json.WriteMessage(quoted, thread, state);
        }

        json.WriteEndObject();
    }

    private static string PlatformIdOf(SandboxMessage message) => $"1833{message.Id[3..9]}{message.CreatedAt.ToUnixTimeMilliseconds()}";
}
