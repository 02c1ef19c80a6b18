using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Handles the operations that change messages: edit, delete, react.</summary>
internal sealed class MutationHandlers(SandboxState state)
{
    public ApiResponse Edit(V2Call call)
    {
        var (thread, message) = state.FindMessage(call);
        var body = call.ReadBody("content");
        body.Text("content");
        state.RequireModifiable(thread, message, "message:edit", ownOnly: true);
        var content = state.FindAccountLink(thread.Value.AccountLinkId)!.CheckedContent(body);

        var earlier = new MessageVersion(message.Content, message.EditedAt ?? message.CreatedAt, message.EditedAt is null ? null : "api");
        message = state.Update(message with { Content = content, EditedAt = state.Now, EarlierVersions = message.EarlierVersions.Add(earlier) });
        state.EventLog.Add("message.edited", message.Id, json => json.WriteId("threadId", thread.Value.Id));
        return ApiResponse.Value(200, json => json.WriteMessage(message, thread, state));
    }

    public ApiResponse Unsend(V2Call call)
    {
        var (thread, message) = state.FindMessage(call);
        _ = call.Query.RequiredText("scope");
        var forAll = call.Query.OneOf("scope", "self", "all") == "all";
        state.RequireModifiable(thread, message, forAll ? "message:unsend" : "message:delete:self", ownOnly: forAll);

        var deletedAt = state.Now;
        state.Update(message with { DeletedAt = deletedAt, DeletedForAll = forAll });
        state.EventLog.Add("message.deleted", message.Id, json =>
        {
            json.WriteId("threadId", thread.Value.Id);
            json.WriteString("scope"u8, forAll ? "all"u8 : "self"u8);
        });
        return ApiResponse.Ok(json =>
        {
            json.WriteString("messageId"u8, message.Id);
            json.WriteString("scope"u8, forAll ? "all"u8 : "self"u8);
            json.WriteTime("deletedAt", deletedAt);
        });
    }

    public ApiResponse React(V2Call call)
    {
        var (thread, message) = state.FindMessage(call);
        var body = call.ReadBody("emoji");
        var emoji = body.Text("emoji");
        if (!Emoji.IsOne(emoji))
            throw body.Invalid("emoji", "Must be exactly one emoji.");
        state.RequireModifiable(thread, message, "message:react", ownOnly: false);

        if (!message.Reactions.Any(reaction => reaction.FromTeam && reaction.Emoji == emoji))
            message = Change(thread, message with { Reactions = message.Reactions.Add(new(emoji, FromTeam: true, state.Now)) }, "message.reactionAdded", emoji);
        return Respond(thread, message);
    }

    public ApiResponse Unreact(V2Call call)
    {
        var (thread, message) = state.FindMessage(call);
        var emoji = call.Query.RequiredText("emoji");
        if (!Emoji.IsOne(emoji))
            throw V2Error.Invalid("emoji", "Must be exactly one emoji.");
        state.RequireModifiable(thread, message, "message:react", ownOnly: false);

        var others = message.Reactions.RemoveAll(reaction => reaction.FromTeam && reaction.Emoji == emoji);
        if (others.Length < message.Reactions.Length)
            message = Change(thread, message with { Reactions = others }, "message.reactionRemoved", emoji);
        return Respond(thread, message);
    }

    private SandboxMessage Change(ThreadEntry thread, SandboxMessage message, string eventType, string emoji)
    {
        var author = state.FindAccountLink(thread.Value.AccountLinkId)!.PlatformId;
        state.EventLog.Add(eventType, message.Id, json =>
        {
            json.WriteId("threadId", thread.Value.Id);
            json.WriteString("emoji"u8, emoji);
            json.WriteString("authorPlatformId"u8, author);
        });
        return state.Update(message with { ReactionsVersion = message.ReactionsVersion + 1 });
    }

    private ApiResponse Respond(ThreadEntry thread, SandboxMessage message) => ApiResponse.Ok(json =>
    {
        json.WriteReactions(message, thread, state);
        json.WriteNumber("version"u8, message.ReactionsVersion);
    });
}
