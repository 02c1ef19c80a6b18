using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Handles <c>POST /messages</c>.</summary>
internal sealed class SendHandlers
{
    private readonly SandboxState _state;
    private readonly SentMessages _sent = new();

    public SendHandlers(SandboxState state)
    {
        _state = state;
        state.Replaced += _sent.Clear;
    }

    public ApiResponse Send(V2Call call)
    {
        var body = call.ReadBody("target", "content", "replyToMessageId");
        var request = new SendRequest(SendTarget.Parse(body), body.Text("content"), body.Has("replyToMessageId") ? body.Id("replyToMessageId") : null);
        if (KeyOf(call) is not { } key)
            return Respond(201, Deliver(request, body));

        if (_sent.Find(key) is { } earlier)
        {
            if (earlier.Request != request)
                throw V2Error.KeyReused();
            return earlier.IsRunning ? throw V2Error.SendInProgress(earlier.Message.Id) : Respond(200, (earlier.Message, earlier.Thread));
        }

        var (message, thread) = Deliver(request, body);
        var sent = _sent.Add(key, request, message, thread);
        call.OnCompleted(() =>
        {
            lock (_state.SyncRoot)
                sent.IsRunning = false;
        });
        return Respond(201, (message, thread));
    }

    private (SandboxMessage Message, ThreadEntry Thread) Deliver(SendRequest request, V2Body body)
    {
        // Everything is validated before a thread is created, so a rejected request leaves nothing behind.
        var (thread, draft) = Resolve(request.Target);
        var link = _state.FindAccountLink((thread?.Value ?? draft!).AccountLinkId)!;
        if (thread is null)
            link.Require("message:send");
        else
            _state.Require(thread, "message:send");
        if (request.ReplyToMessageId is { } quoted)
            CheckReply(thread, link, quoted, body);
        var content = link.CheckedContent(body);

        thread ??= _state.StartThread(draft!);
        var message = _state.Append(thread.Value.Id, new SandboxMessage
        {
            Id = "",
            ThreadId = thread.Value.Id,
            IsFromTeam = true,
            Content = content,
            CreatedAt = _state.Now,
            SentBy = new("api", SenderJson.TokenId),
            ReplyToMessageId = request.ReplyToMessageId,
        });
        return (message, thread);
    }

    private (ThreadEntry? Thread, SandboxThread? Draft) Resolve(SendTarget target)
    {
        if (target.Type == "thread")
            return (_state.FindEntry(target.ThreadId!) ?? throw V2Error.NotFound("thread", target.ThreadId!), null);

        var link = _state.FindAccountLink(target.AccountLinkId!) ?? throw V2Error.NotFound("accountLink", target.AccountLinkId!);
        var (prospect, profile) = target.Type == "contact" ? ByContact(target, link) : ByProfile(target, link);
        return prospect.FindThread(link.Id) is { } thread ? (thread, null) : (null, new SandboxThread
        {
            Id = _state.NextThreadId(),
            ProspectId = prospect.Value.Id,
            AccountLinkId = link.Id,
            ProfilePlatformId = profile.PlatformId,
            LastMessageAt = _state.Now,
        });
    }

    private (ProspectEntry Prospect, Profile Profile) ByContact(SendTarget target, SandboxAccountLink link)
    {
        var prospect = _state.FindProspectEntry(target.ContactId!) ?? throw V2Error.NotFound("contact", target.ContactId!);
        var platform = PlatformName.InV2(link.Platform);
        return Profile.Of(prospect.Value).Where(profile => profile.Platform == platform).ToList() switch
        {
            [] => throw V2Error.RecipientUnavailable("noProfile"),
            [var only] => (prospect, only),
            _ => throw V2Error.ProfileAmbiguous(target.ContactId!, platform),
        };
    }

    private (ProspectEntry Prospect, Profile Profile) ByProfile(SendTarget target, SandboxAccountLink link)
    {
        if (PlatformFeatures.Require(target.Platform!) != PlatformName.InV2(link.Platform))
            throw V2Error.PlatformNotSupported(target.Platform!, PlatformName.InV2(link.Platform));
        var prospect = _state.FindProfileEntry(link.Platform, target.PlatformId!) ?? throw V2Error.PlanRequired();
        return (prospect, Profile.Of(prospect.Value).First(profile => profile.Platform == target.Platform && profile.PlatformId == target.PlatformId));
    }

    private void CheckReply(ThreadEntry? thread, SandboxAccountLink link, string quoted, V2Body body)
    {
        if (thread is null)
            link.Require("message:reply");
        else
            _state.Require(thread, "message:reply");
        if (thread is null || _state.EntryOfMessage(quoted) != thread || _state.FindMessage(quoted) is null)
            throw body.Invalid("replyToMessageId", "Must be a message of the same thread.");
    }

    private static string? KeyOf(V2Call call) => call.Header("Idempotency-Key") switch
    {
        null => null,
        { Length: >= 1 and <= 255 } key when key.All(c => c is >= ' ' and <= '~') => key,
        _ => throw V2Error.Invalid("idempotency-key", "Must be 1 to 255 printable ASCII characters."),
    };

    private ApiResponse Respond(int status, (SandboxMessage Message, ThreadEntry Thread) sent) => ApiResponse.Object(status, json =>
    {
        json.WritePropertyName("message"u8);
        json.WriteMessage(sent.Message, sent.Thread, _state);
        json.WritePropertyName("thread"u8);
        json.WriteThread(sent.Thread, _state);
    });
}
