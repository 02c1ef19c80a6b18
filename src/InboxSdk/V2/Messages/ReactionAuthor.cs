using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Who reacted: <see cref="AccountReactionAuthor"/> on the team's side, <see cref="ProfileReactionAuthor"/> on the other, or
/// <see cref="OtherReactionAuthor"/> for somebody Inbox or this version does not know.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AccountReactionAuthor), "accountLink")]
[JsonDerivedType(typeof(ProfileReactionAuthor), "profile")]
[JsonDerivedType(typeof(OtherReactionAuthor), "other")]
public abstract record ReactionAuthor
{
    private protected ReactionAuthor()
    {
    }
}

/// <summary>One of the team's accounts reacted.</summary>
public sealed record AccountReactionAuthor : ReactionAuthor
{
    /// <summary>Gets the account's id.</summary>
    public string AccountLinkId { get => field ?? ""; init; }

    /// <summary>Gets the account; <see langword="null"/> without <see cref="MessageExpand.ReactionAuthors"/>.</summary>
    public AccountLink? AccountLink { get; init; }
}

/// <summary>A person on the platform reacted.</summary>
public sealed record ProfileReactionAuthor : ReactionAuthor
{
    /// <summary>Gets the profile's id.</summary>
    public string ProfileId { get => field ?? ""; init; }

    /// <summary>Gets the contact's id; <see langword="null"/> when the team has no such contact.</summary>
    public string? ContactId { get; init; }

    /// <summary>Gets the profile; <see langword="null"/> without <see cref="MessageExpand.ReactionAuthors"/>.</summary>
    public ContactProfile? Profile { get; init; }

    /// <summary>Gets the contact; <see langword="null"/> without <see cref="MessageExpand.ReactionAuthors"/>, or when the team has no such contact.</summary>
    public Contact? Contact { get; init; }
}

/// <summary>Somebody reacted of whom Inbox knows the platform's id alone, or who is of a kind this version does not know.</summary>
/// <param name="Kind">The kind the server named, such as <c>unknown</c>; empty when it named none.</param>
/// <param name="Raw">What the server sent, as it came.</param>
public sealed record OtherReactionAuthor(string Kind, JsonElement Raw) : ReactionAuthor
{
    /// <summary>Gets the id on the platform; <see langword="null"/> when the server did not say.</summary>
    public string? PlatformId => Raw.Text("platformId");
}

internal sealed class ReactionAuthorJsonConverter() : UnionJsonConverter<ReactionAuthor>("type")
{
    protected override ReactionAuthor Read(string kind, JsonElement element, JsonSerializerOptions options) => kind switch
    {
        "accountLink" => Case<AccountReactionAuthor>(element, options),
        "profile" => Case<ProfileReactionAuthor>(element, options),
        _ => new OtherReactionAuthor(kind, element),
    };
}
