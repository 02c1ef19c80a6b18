using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Who of the team sent a message: <see cref="MemberSender"/>, <see cref="AgentSender"/>, <see cref="CampaignSender"/>, <see cref="ApiSender"/>, or
/// <see cref="OtherSender"/> for kinds this version does not know.</summary>
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

/// <summary>A member sent it.</summary>
public sealed record MemberSender : MessageSender
{
    /// <summary>Gets the member's id.</summary>
    public string MemberId { get => field ?? ""; init; }

    /// <summary>Gets the member; <see langword="null"/> without <see cref="MessageExpand.SentBy"/>.</summary>
    public TeamMember? Member { get; init; }
}

/// <summary>An agent sent it, on behalf of a member.</summary>
public sealed record AgentSender : MessageSender
{
    /// <summary>Gets the agent's id.</summary>
    public string AgentId { get => field ?? ""; init; }

    /// <summary>Gets the member's id.</summary>
    public string MemberId { get => field ?? ""; init; }

    /// <summary>Gets the agent; <see langword="null"/> without <see cref="MessageExpand.SentBy"/>.</summary>
    public NamedSender? Agent { get; init; }

    /// <summary>Gets the member; <see langword="null"/> without <see cref="MessageExpand.SentBy"/>.</summary>
    public TeamMember? Member { get; init; }
}

/// <summary>A campaign sent it.</summary>
public sealed record CampaignSender : MessageSender
{
    /// <summary>Gets the campaign's id.</summary>
    public string CampaignId { get => field ?? ""; init; }

    /// <summary>Gets the id of the campaign's step; <see langword="null"/> when it is not known.</summary>
    public string? StepId { get; init; }
}

/// <summary>An application sent it by the API.</summary>
public sealed record ApiSender : MessageSender
{
    /// <summary>Gets the id of the token; <see langword="null"/> on old messages.</summary>
    public string? TokenId { get; init; }

    /// <summary>Gets the token; <see langword="null"/> without <see cref="MessageExpand.SentBy"/>, or when the token was deleted.</summary>
    public NamedSender? Token { get; init; }
}

/// <summary>Something sent it that this version does not know.</summary>
/// <param name="Kind">The kind the server named; empty when it named none.</param>
/// <param name="Raw">What the server sent, as it came.</param>
public sealed record OtherSender(string Kind, JsonElement Raw) : MessageSender;

/// <summary>An agent or a token, by its name.</summary>
public sealed record NamedSender
{
    /// <summary>Gets the id of the agent or the token: <see cref="AgentSender.AgentId"/> or <see cref="ApiSender.TokenId"/> once more.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the name the team sees.</summary>
    public string Name { get => field ?? ""; init; }
}

internal sealed class MessageSenderJsonConverter() : UnionJsonConverter<MessageSender>("type")
{
    protected override MessageSender Read(string kind, JsonElement element, JsonSerializerOptions options) => kind switch
    {
        "member" => Case<MemberSender>(element, options),
        "agent" => Case<AgentSender>(element, options),
        "campaign" => Case<CampaignSender>(element, options),
        "api" => Case<ApiSender>(element, options),
        _ => new OtherSender(kind, element),
    };
}
