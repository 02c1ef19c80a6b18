using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents the target of a message: <see cref="ThreadTarget"/>, <see cref="ContactTarget"/> or <see cref="ProfileTarget"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ThreadTarget), "thread")]
[JsonDerivedType(typeof(ContactTarget), "contact")]
[JsonDerivedType(typeof(ProfileTarget), "profile")]
public abstract record SendTarget
{
    private protected SendTarget()
    {
    }

    internal abstract void Validate();

    /// <summary>Identifies the sending account; a thread belongs to one account.</summary>
    internal abstract string Account { get; }

    private protected static void Require(string value, string property, string parameterName = "message")
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException($"The target's {property} is empty.", parameterName);
    }

    private protected static void RequireId(string id, string property, string parameterName = "message")
    {
        Require(id, property, parameterName);
        if (!InboxId.IsValid(id))
            throw InboxId.Invalid(id, parameterName);
    }
}

/// <summary>Targets an existing thread.</summary>
[RequestBody("thread")]
public sealed partial record ThreadTarget : SendTarget
{
    /// <summary>Initializes a target.</summary>
    /// <param name="threadId">The id of the thread.</param>
    public ThreadTarget(string threadId) => ThreadId = threadId;

    /// <summary>Gets the id of the thread.</summary>
    public string ThreadId { get; init; }

    internal override void Validate() => RequireId(ThreadId, nameof(ThreadId));

    internal override string Account => ThreadId;
}

/// <summary>Targets a contact, from one of the team's accounts.</summary>
[RequestBody("contact")]
public sealed partial record ContactTarget : SendTarget
{
    /// <summary>Initializes a target.</summary>
    /// <param name="accountLinkId">The id of the team's account, <see cref="AccountLink.Id"/>.</param>
    /// <param name="contactId">The id of the contact, which must have exactly one profile on the account's platform.</param>
    public ContactTarget(string accountLinkId, string contactId) => (AccountLinkId, ContactId) = (accountLinkId, contactId);

    /// <summary>Gets the id of the account.</summary>
    public string AccountLinkId { get; init; }

    /// <summary>Gets the id of the contact.</summary>
    public string ContactId { get; init; }

    internal override string Account => AccountLinkId;

    internal override void Validate()
    {
        RequireId(AccountLinkId, nameof(AccountLinkId));
        RequireId(ContactId, nameof(ContactId));
    }
}

/// <summary>Targets a person on a platform, from one of the team's accounts. Without the Advanced API add-on, only profiles of existing contacts are allowed.</summary>
[RequestBody("profile")]
public sealed partial record ProfileTarget : SendTarget
{
    /// <summary>Initializes a target.</summary>
    /// <param name="accountLinkId">The id of the team's account, <see cref="AccountLink.Id"/>.</param>
    /// <param name="platform">The platform, which must be the account's.</param>
    /// <param name="platformId">The id of the person on the platform.</param>
    public ProfileTarget(string accountLinkId, Platform platform, string platformId) => (AccountLinkId, Platform, PlatformId) = (accountLinkId, platform, platformId);

    /// <summary>Gets the id of the account.</summary>
    public string AccountLinkId { get; init; }

    /// <summary>Gets the platform, which must be the account's.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the id of the person on the platform.</summary>
    public string PlatformId { get; init; }

    internal override string Account => AccountLinkId;

    internal override void Validate()
    {
        RequireId(AccountLinkId, nameof(AccountLinkId));
        Require(Platform.ToString(), nameof(Platform));
        Require(PlatformId, nameof(PlatformId));
    }
}
