using System.Globalization;
using InboxSdk.V2;

namespace InboxSdk.Sandbox.V2;

/// <summary>The preconditions for sending or changing a message, in the order they are checked.</summary>
internal static class MessageRules
{
    public static (ThreadEntry Thread, SandboxMessage Message) FindMessage(this SandboxState state, V2Call call) =>
        state.FindMessage(call.Id) is { } message ? (state.EntryOfMessage(message.Id)!, message) : throw V2Error.NotFound("message", call.Id);

    /// <summary>Checks the account, its platform and the thread.</summary>
    public static void Require(this SandboxState state, ThreadEntry thread, string capability)
    {
        var link = state.FindAccountLink(thread.Value.AccountLinkId)!;
        link.Require(capability);
        if (thread.Value.Restrictions.Contains(capability))
            throw V2Error.Restricted(capability);
    }

    public static void Require(this SandboxAccountLink link, string capability)
    {
        if (link.Status != AccountLinkStatus.Active)
            throw V2Error.Disconnected(link);
        if (!PlatformFeatures.Of(link.Platform).Capabilities.Contains(capability))
            throw V2Error.NotSupported(capability);
    }

    /// <summary>Checks that the message still allows the change.</summary>
    public static void RequireModifiable(this SandboxState state, ThreadEntry thread, SandboxMessage message, string capability, bool ownOnly)
    {
        state.Require(thread, capability);
        if (message.DeletedAt is not null)
            throw V2Error.NotModifiable("deleted");
        if (ownOnly && !message.IsFromTeam)
            throw V2Error.NotModifiable("notOutbound");
        var platform = PlatformFeatures.Of(state.FindAccountLink(thread.Value.AccountLinkId)!.Platform);
        if (platform.Windows.TryGetValue(capability, out var window) && state.Now > message.CreatedAt + window)
            throw V2Error.WindowClosed(capability, message.CreatedAt + window);
    }

    public static string CheckedContent(this SandboxAccountLink link, V2Body body)
    {
        var (content, max) = (body.Text("content"), PlatformFeatures.Of(link.Platform).MaxCharacters);
        // An emoji counts as one character, regardless of its code points.
        return new StringInfo(content).LengthInTextElements <= max
            ? content
            : throw V2Error.ContentRejected($"Content is longer than {max} characters.");
    }
}
