using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents the author of a reaction: <see cref="AccountReactionAuthor"/> for the team, <see cref="ProfileReactionAuthor"/> for a contact, or
/// <see cref="OtherReactionAuthor"/> for an author unknown to Inbox or to this version.</summary>
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

/// <summary>Represents one of the team's accounts as the author of a reaction.</summary>
public sealed record AccountReactionAuthor : ReactionAuthor
{
    /// <summary>Gets the id of the account.</summary>
    public string AccountLinkId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the account, or <see langword="null"/> without <see cref="MessageExpand.ReactionAuthors"/>.</summary>
    public AccountLink? AccountLink { get; init; }
}

/// <summary>Represents a person on the platform as the author of a reaction.</summary>
public sealed record ProfileReactionAuthor : ReactionAuthor
{
    /// <summary>Gets the id of the profile.</summary>
    public string ProfileId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the contact, or <see langword="null"/> if the team has no such contact.</summary>
    public string? ContactId { get; init; }

    /// <summary>Gets the profile, or <see langword="null"/> without <see cref="MessageExpand.ReactionAuthors"/>.</summary>
    public ContactProfile? Profile { get; init; }

    /// <summary>Gets the contact, or <see langword="null"/> without <see cref="MessageExpand.ReactionAuthors"/> or if the team has no such contact.</summary>
    public Contact? Contact { get; init; }
}

/// <summary>Represents an author of whom Inbox knows only the platform id, or of a kind unknown to this version.</summary>
public sealed record OtherReactionAuthor : ReactionAuthor
{
    private readonly RawJson _raw;

    /// <summary>Gets the kind that the server sent, such as <c>unknown</c>, or empty if it sent none.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the JSON that the server sent, or <see langword="null"/> if the application created the record.</summary>
    public JsonElement? Raw { get => _raw.Element; init => _raw = new(value); }

    /// <summary>Gets the id on the platform, or <see langword="null"/> if the server omits it.</summary>
    public string? PlatformId => Raw?.Text("platformId");
}
