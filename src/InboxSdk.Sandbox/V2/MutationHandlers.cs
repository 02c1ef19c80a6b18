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

        message = state.Edit(message, content, origin: "api");
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
            json.WriteString("threadId", thread.Value.Id);
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

        return Respond(thread, state.AddReaction(message, emoji, fromTeam: true));
    }

    public ApiResponse Unreact(V2Call call)
    {
        var (thread, message) = state.FindMessage(call);
        var emoji = call.Query.RequiredText("emoji");
        if (!Emoji.IsOne(emoji))
            throw V2Error.Invalid("emoji", "Must be exactly one emoji.");
        state.RequireModifiable(thread, message, "message:react", ownOnly: false);

        return Respond(thread, state.RemoveReaction(message, emoji, fromTeam: true));
    }

    private ApiResponse Respond(ThreadEntry thread, SandboxMessage message) => ApiResponse.Ok(json =>
    {
        json.WriteReactions(message, thread, state);
        json.WriteNumber("version"u8, message.ReactionsVersion);
    });
}
