using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents the sender of a message on the team's side: <see cref="MemberSender"/>, <see cref="AgentSender"/>, <see cref="CampaignSender"/>,
/// <see cref="ApiSender"/>, or <see cref="OtherSender"/> for kinds unknown to this version.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MemberSender), "member")]
[JsonDerivedType(typeof(AgentSender), "agent")]
[JsonDerivedType(typeof(CampaignSender), "campaign")]
[JsonDerivedType(typeof(ApiSender), "api")]
[JsonDerivedType(typeof(OtherSender), "other")]
public abstract record MessageSender
{
    private protected MessageSender()
    {
    }
}

/// <summary>Represents a member as the sender.</summary>
public sealed record MemberSender : MessageSender
{
    /// <summary>Gets the id of the member.</summary>
    public string MemberId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the member, or <see langword="null"/> without <see cref="MessageExpand.SentBy"/>.</summary>
    public TeamMember? Member { get; init; }
}

/// <summary>Represents an agent as the sender, on behalf of a member.</summary>
public sealed record AgentSender : MessageSender
{
    /// <summary>Gets the id of the agent.</summary>
    public string AgentId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the member.</summary>
    public string MemberId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the agent, or <see langword="null"/> without <see cref="MessageExpand.SentBy"/>.</summary>
    public NamedSender? Agent { get; init; }

    /// <summary>Gets the member, or <see langword="null"/> without <see cref="MessageExpand.SentBy"/>.</summary>
    public TeamMember? Member { get; init; }
}

/// <summary>Represents a campaign as the sender.</summary>
public sealed record CampaignSender : MessageSender
{
    /// <summary>Gets the id of the campaign.</summary>
    public string CampaignId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the campaign's step, or <see langword="null"/> if unknown.</summary>
    public string? StepId { get; init; }
}

/// <summary>Represents an application that uses the API as the sender.</summary>
public sealed record ApiSender : MessageSender
{
    /// <summary>Gets the id of the token, or <see langword="null"/> on old messages.</summary>
    public string? TokenId { get; init; }

    /// <summary>Gets the token, or <see langword="null"/> without <see cref="MessageExpand.SentBy"/> or if the token was deleted.</summary>
    public NamedSender? Token { get; init; }
}

/// <summary>Represents a sender unknown to this version.</summary>
public sealed record OtherSender : MessageSender
{
    private readonly RawJson _raw;

    /// <summary>Gets the kind that the server sent, or empty if it sent none.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the JSON that the server sent, or <see langword="null"/> if the application created the record.</summary>
    public JsonElement? Raw { get => _raw.Element; init => _raw = new(value); }
}

/// <summary>Represents an agent or a token, with its name.</summary>
public sealed record NamedSender
{
    /// <summary>Gets the id of the agent or the token, equal to <see cref="AgentSender.AgentId"/> or <see cref="ApiSender.TokenId"/>.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the display name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";
}
