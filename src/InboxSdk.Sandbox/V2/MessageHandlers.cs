using System.Globalization;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Handles the operations that read messages.</summary>
internal sealed class MessageHandlers(SandboxState state)
{
    public ApiResponse List(V2Call call)
    {
        var thread = state.FindEntry(call.Id) ?? throw V2Error.NotFound("thread", call.Id);
        var expand = call.Query.Expand(MessageJson.Expansions);
        var oldestFirst = call.Query.OneOf("order", "desc", "asc") == "asc";
        var messages = oldestFirst ? state.MessagesOf(thread).AsEnumerable() : state.MessagesOf(thread).Reverse();
        // Numbers increase within a thread, but a message can arrive late: the list is ordered by time, then id.
        var ordered = oldestFirst
            ? messages.OrderBy(Milliseconds).ThenBy(message => message.Id, StringComparer.Ordinal)
            : messages.OrderByDescending(Milliseconds).ThenByDescending(message => message.Id, StringComparer.Ordinal);
        var rest = Cursor.Read(call) is { } last
            ? ordered.Where(message => oldestFirst
                ? Pages.IsAfter((message.CreatedAt, message.Id), last)
                : Pages.IsAfter(last, (message.CreatedAt, message.Id)))
            : ordered;
        return Pages.After(call, rest, message => (message.CreatedAt, message.Id), (json, message) => json.WriteMessage(message, thread, state, expand));
    }

    public ApiResponse Get(V2Call call)
    {
        var (thread, message) = state.FindMessage(call);
        var expand = call.Query.Expand(MessageJson.Expansions);
        return ApiResponse.Value(200, json => json.WriteMessage(message, thread, state, expand));
    }

    public ApiResponse History(V2Call call)
    {
        var message = state.FindMessage(call).Message;
        var present = new MessageVersion(message.Content, message.EditedAt ?? message.CreatedAt, message.EditedAt is null ? null : "api");
        return ApiResponse.Ok(json =>
        {
            json.WriteArray("versions", message.EarlierVersions.Append(present), version =>
            {
                json.WriteStartObject();
                json.WriteString("content"u8, version.Content);
                json.WriteTime("createdAt", version.CreatedAt);
                json.WriteString("origin"u8, version.Origin);
                json.WriteEndObject();
            });
            if (message.DeletedAt is { } deletedAt)
            {
                json.WriteStartObject("deletion"u8);
                json.WriteTime("deletedAt", deletedAt);
                json.WriteString("scope"u8, message.DeletedForAll ? "all"u8 : "self"u8);
                json.WriteString("origin"u8, "api"u8);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("deletion"u8);
            }

            json.WriteString("times"u8, "observed"u8);
        });
    }

    public ApiResponse Attachment(V2Call call)
    {
        var message = state.FindMessage(call).Message;
        if (!int.TryParse(call.SecondId, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= message.Attachments.Length)
            throw V2Error.Invalid("index", $"The message has {message.Attachments.Length} attachments.");
        var attachment = message.Attachments[index];
        if (attachment.Kind == "card")
            throw V2Error.Invalid("index", "A card has no media.");

        var unfinished = attachment.Status is "pending" or "processing";
        // Each request advances the processing by a step: pending, processing, ready.
        if (unfinished)
        {
            var next = attachment with { Status = attachment.Status == "pending" ? "processing" : "ready" };
            state.Update(message with { Attachments = message.Attachments.SetItem(index, next) });
        }

        return ApiResponse.Object(unfinished ? 202 : 200, json => AttachmentJson.WriteMedia(json, message, index, state.Now));
    }

    private static long Milliseconds(SandboxMessage message) => message.CreatedAt.ToUnixTimeMilliseconds();
}
