using System.Text.Json;

namespace InboxSdk.Sandbox.V2;

/// <summary>Writes the sender of a message of the team.</summary>
internal static class SenderJson
{
    public const string TokenId = "tokensandbox";

    public static void WriteSender(this Utf8JsonWriter json, MessageSender? sender, SandboxState state, bool expand)
    {
        if (sender is null)
        {
            json.WriteNull("sentBy"u8);
            return;
        }

        json.WriteStartObject("sentBy"u8);
        json.WriteString("type"u8, sender.Type);
        json.WriteString($"{(sender.Type == "api" ? "token" : sender.Type)}Id", sender.Id);
        if (sender.Type == "campaign")
            json.WriteNull("stepId"u8);
        if (sender.Type == "agent")
            json.WriteString("memberId", sender.MemberId);
        if (expand)
            WriteExpanded(json, sender, state);
        json.WriteEndObject();
    }

    private static void WriteExpanded(Utf8JsonWriter json, MessageSender sender, SandboxState state)
    {
        if (sender.Type is "agent" or "api")
        {
            json.WriteStartObject(sender.Type == "agent" ? "agent" : "token");
            json.WriteString("id", sender.Id);
            json.WriteString("name"u8, sender.Type == "agent" ? "Ada" : "Sandbox");
            json.WriteEndObject();
        }

        if (state.FindMember(sender.MemberId ?? (sender.Type == "member" ? sender.Id : "")) is { } member)
        {
            json.WritePropertyName("member"u8);
            json.WriteMember(member);
        }
    }
}
