using System.Text.Json;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Handles what a console does with people, threads and messages. Ids are in the v2 spelling.</summary>
internal sealed class InboxHandlers(SandboxState state)
{
    private const int MaxThreads = 200;
    private const int MaxMessages = 200;
    private const int PreviewLength = 200;

    public ApiResponse Team(ApiCall call) => ApiResponse.Ok(json =>
    {
        json.WriteArray("accountLinks", state.AccountLinks, link => WriteNamed(json, link.Id, link.Username, ("platform", PlatformName.InV2(link.Platform)), ("status", link.Status.ToString())));
        json.WriteArray("members", state.Members, member => WriteNamed(json, member.Id, member.Name));
        json.WriteArray("tags", state.Tags, tag => WriteNamed(json, tag.Id, tag.Name, ("color", tag.Color)));
        json.WriteArray("statuses", state.Statuses, status => WriteNamed(json, status.Id, status.Name, ("color", status.Color)));
    });

    public ApiResponse Threads(ApiCall call)
    {
        var folder = Folder(call.Query.Optional("folder") ?? "inbox");
        var text = call.Query.Optional("q");
        var found = state.EntriesAfter(null)
            .Where(entry => folder(entry.Value) && (text is null || Contains(entry.Prospect.Value.Name, text) || Contains(entry.Prospect.Value.Username, text)))
            .Take(MaxThreads + 1).ToList();
        return ApiResponse.Ok(json =>
        {
            json.WriteArray("threads", found.Take(MaxThreads), entry => WriteThread(json, entry));
            json.WriteBoolean("hasMore"u8, found.Count > MaxThreads);
        });
    }

    public ApiResponse Thread(ApiCall call) => Respond(200, Find(call.Id));

    public ApiResponse UpdateThread(ApiCall call)
    {
        var (entry, body) = (Find(call.Id), call.ReadBody());
        body.RequireOnly(["isDone", "isUnread", "isRequest", "assigneeId"]);
        var thread = entry.Value;
        if (body.Has("isDone"))
            thread = thread with { IsDone = body.Boolean("isDone") };
        if (body.Has("isUnread"))
            thread = thread with { IsUnread = body.Boolean("isUnread") };
        if (body.Has("isRequest"))
            thread = thread with { IsRequest = body.Boolean("isRequest") };
        if (body.Has("assigneeId"))
            thread = thread with { AssigneeId = body.StringOrNull("assigneeId") };
        state.Update(thread with { UpdatedAt = state.Now });
        return Respond(200, entry);
    }

    public ApiResponse UpdateProspect(ApiCall call)
    {
        var body = call.ReadBody();
        body.RequireOnly(["name", "bio", "notes", "valuation", "tagIds", "statusId", "assigneeId"]);
        var prospect = state.FindProspect(call.Id) ?? throw ConsoleRoutes.NotFound(call.Id);
        if (body.Has("name"))
            prospect = prospect with { Name = body.StringOrNull("name") };
        if (body.Has("bio"))
            prospect = prospect with { Bio = body.StringOrNull("bio") };
        if (body.Has("notes"))
            prospect = prospect with { Notes = body.StringOrNull("notes") };
        if (body.Has("valuation"))
            prospect = prospect with { Valuation = body.DecimalOrNull("valuation") };
        if (body.Has("tagIds"))
            prospect = prospect with { TagIds = body.Strings("tagIds") };
        if (body.Has("statusId"))
            prospect = prospect with { StatusId = body.StringOrNull("statusId") };
        if (body.Has("assigneeId"))
            prospect = prospect with { AssigneeId = body.StringOrNull("assigneeId") };
        prospect = state.Update(prospect);
        return ApiResponse.Ok(json => WriteProspect(json, prospect));
    }

    /// <summary>Lets the prospect of a thread write a message.</summary>
    public ApiResponse Write(ApiCall call)
    {
        var (entry, body) = (Find(call.Id), call.ReadBody());
        body.RequireOnly(["content", "replyToId"]);
        var replyTo = body.Has("replyToId") ? body.StringOrNull("replyToId") : null;
        if (replyTo is not null && (state.EntryOfMessage(replyTo) != entry || state.FindMessage(replyTo) is null))
            throw ApiError.Invalid("'replyToId' must be a message of the same thread.");
        Receive(entry, body.Text("content"), replyTo);
        return Respond(201, entry);
    }

    public ApiResponse AddPerson(ApiCall call)
    {
        var body = call.ReadBody();
        body.RequireOnly(["username", "name", "content", "accountLinkId", "isRequest"]);
        var linkId = body.Has("accountLinkId") ? body.Text("accountLinkId") : state.AccountLinks.FirstOrDefault(each => each.Platform == Platform.X)?.Id ?? "";
        var link = state.FindAccountLink(linkId) ?? throw ApiError.Invalid("'accountLinkId' must be the id of an account.");
        // Everything is read before anyone is added.
        var (username, content, isRequest) = (body.Text("username"), body.Text("content"), body.Has("isRequest") && body.Boolean("isRequest"));
        var prospect = state.AddProspect(new()
        {
            Id = state.NextProspectId(),
            PlatformId = state.NextPlatformId(),
            Platform = link.Platform,
            Username = username,
            Name = body.Has("name") ? body.StringOrNull("name") : null,
            CreatedAt = state.Now,
        });
        var entry = state.StartThread(new()
        {
            Id = state.NextThreadId(),
            ProspectId = prospect.Id,
            AccountLinkId = link.Id,
            LastMessageAt = state.Now,
            IsRequest = isRequest,
        });
        Receive(entry, content, replyTo: null);
        return Respond(201, entry);
    }

    /// <summary>Lets the prospect change the text of one of their messages.</summary>
    public ApiResponse Edit(ApiCall call)
    {
        var (entry, message) = FindMessage(call.Id);
        var body = call.ReadBody();
        body.RequireOnly(["content"]);
        if (message.IsFromTeam || message.DeletedAt is not null)
            throw ApiError.Invalid("Only a message of the prospect that is not deleted can be edited.");
        state.Edit(message, body.Text("content"), origin: null);
        return Respond(200, entry);
    }

    public ApiResponse React(ApiCall call)
    {
        var (entry, message) = FindMessage(call.Id);
        var body = call.ReadBody();
        body.RequireOnly(["emoji"]);
        state.AddReaction(message, CheckedEmoji(body.Text("emoji")), fromTeam: false);
        return Respond(200, entry);
    }

    public ApiResponse Unreact(ApiCall call)
    {
        var (entry, message) = FindMessage(call.Id);
        state.RemoveReaction(message, CheckedEmoji(call.Query.Required("emoji")), fromTeam: false);
        return Respond(200, entry);
    }

    private void Receive(ThreadEntry entry, string content, string? replyTo) => state.Append(entry.Value.Id, new SandboxMessage
    {
        Id = "",
        ThreadId = entry.Value.Id,
        Content = content,
        CreatedAt = state.Now,
        ReplyToMessageId = replyTo,
    });

    private ThreadEntry Find(string id) => state.FindEntry(id) ?? throw ConsoleRoutes.NotFound(id);

    private (ThreadEntry Entry, SandboxMessage Message) FindMessage(string id) =>
        state.FindMessage(id) is { } message ? (state.EntryOfMessage(id)!, message) : throw ConsoleRoutes.NotFound(id);

    private static string CheckedEmoji(string emoji) => Emoji.IsOne(emoji) ? emoji : throw ApiError.Invalid("'emoji' must be exactly one emoji.");

    private static bool Contains(string? value, string text) => value?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static Func<SandboxThread, bool> Folder(string name) => name switch
    {
        "inbox" => thread => !thread.IsDone && !thread.IsRequest,
        "requests" => thread => !thread.IsDone && thread.IsRequest,
        "archived" => thread => thread.IsDone,
        "all" => _ => true,
        _ => throw ApiError.BadRequest("Query parameter 'folder' must be inbox, requests, archived or all."),
    };

    private ApiResponse Respond(int status, ThreadEntry entry) => ApiResponse.Object(status, json =>
    {
        var messages = state.MessagesOf(entry);
        json.WritePropertyName("thread"u8);
        WriteThread(json, entry);
        json.WritePropertyName("prospect"u8);
        json.WriteStartObject();
        WriteProspect(json, entry.Prospect.Value);
        json.WriteEndObject();
        json.WriteArray("messages", messages.Skip(messages.Length - MaxMessages), message => WriteMessage(json, message));
        json.WriteBoolean("hasEarlier"u8, messages.Length > MaxMessages);
    });

    private void WriteThread(Utf8JsonWriter json, ThreadEntry entry)
    {
        var (thread, prospect, last) = (entry.Value, entry.Prospect.Value, state.LastMessageOf(entry));
        var link = state.FindAccountLink(thread.AccountLinkId)!;
        json.WriteStartObject();
        json.WriteString("id", thread.Id);
        json.WriteString("name"u8, prospect.Name);
        json.WriteString("username"u8, prospect.Username);
        json.WriteString("platform"u8, PlatformName.InV2(link.Platform));
        json.WriteString("account"u8, link.Username);
        json.WriteTime("lastMessageAt", thread.LastMessageAt);
        json.WriteString("lastMessage"u8, last is null ? null : last.DeletedAt is null ? Preview(last.Content) : "");
        json.WriteBoolean("isFromTeam"u8, thread.TeamWroteLast);
        json.WriteBoolean("isDone"u8, thread.IsDone);
        json.WriteBoolean("isRequest"u8, thread.IsRequest);
        json.WriteBoolean("isUnread"u8, thread.IsUnread);
        json.WriteString("assigneeId", thread.AssigneeId);
        json.WriteEndObject();
    }

    private static void WriteProspect(Utf8JsonWriter json, SandboxProspect prospect)
    {
        json.WriteString("id", prospect.Id);
        json.WriteString("name"u8, prospect.Name);
        json.WriteString("username"u8, prospect.Username);
        json.WriteString("platform"u8, PlatformName.InV2(prospect.Platform));
        json.WriteString("platformId"u8, prospect.PlatformId);
        json.WriteString("bio"u8, prospect.Bio);
        json.WriteString("location"u8, prospect.Location);
        json.WriteString("websiteUrl"u8, prospect.WebsiteUrl);
        json.WriteNumberOrNull("followerCount", prospect.FollowerCount);
        json.WriteBoolean("isVerified"u8, prospect.IsVerified);
        json.WriteString("notes"u8, prospect.Notes);
        json.WriteNumberOrNull("valuation", prospect.Valuation);
        json.WriteArray("tagIds", prospect.TagIds, id => json.WriteStringValue(id));
        json.WriteString("statusId", prospect.StatusId);
        json.WriteString("assigneeId", prospect.AssigneeId);
    }

    private static void WriteMessage(Utf8JsonWriter json, SandboxMessage message)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, message.Id);
        json.WriteBoolean("isFromTeam"u8, message.IsFromTeam);
        json.WriteString("sender"u8, message.SentBy?.Type);
        json.WriteString("content"u8, message.Content);
        json.WriteTime("createdAt", message.CreatedAt);
        json.WriteTimeOrNull("editedAt", message.EditedAt);
        json.WriteTimeOrNull("deletedAt", message.DeletedAt);
        json.WriteString("replyToId"u8, message.ReplyToMessageId);
        json.WriteArray("attachments", message.Attachments, attachment => json.WriteStringValue(attachment.Kind));
        json.WriteArray("reactions", message.Reactions, reaction =>
        {
            json.WriteStartObject();
            json.WriteString("emoji"u8, reaction.Emoji);
            json.WriteBoolean("isFromTeam"u8, reaction.FromTeam);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string id, string name, params (string Name, string? Value)[] others)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name"u8, name);
        foreach (var (other, value) in others)
            json.WriteString(other, value);
        json.WriteEndObject();
    }

    // Without half of a surrogate pair.
    private static string Preview(string text) =>
        text.Length <= PreviewLength ? text : text[..(char.IsHighSurrogate(text[PreviewLength - 1]) ? PreviewLength - 1 : PreviewLength)];
}
