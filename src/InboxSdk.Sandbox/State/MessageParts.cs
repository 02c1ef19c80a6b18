namespace InboxSdk.Sandbox;

/// <summary>Who of the team sent a message.</summary>
/// <param name="Type"><c>member</c>, <c>agent</c>, <c>campaign</c> or <c>api</c>.</param>
/// <param name="Id">The id of the member, the agent, the campaign or the token.</param>
/// <param name="MemberId">For an agent, the member it writes for.</param>
internal sealed record MessageSender(string Type, string Id, string? MemberId = null);

/// <summary>A text that a message once had.</summary>
internal sealed record MessageVersion(string Content, DateTimeOffset CreatedAt, string? Origin);

/// <summary>An emoji on a message.</summary>
internal sealed record MessageReaction(string Emoji, bool FromTeam, DateTimeOffset CreatedAt);

/// <summary>A picture, a film, a file or a card that came with a message.</summary>
/// <param name="Kind"><c>image</c>, <c>gif</c>, <c>video</c>, <c>audio</c>, <c>file</c> or <c>card</c>.</param>
/// <param name="Status"><c>ready</c>, <c>pending</c>, <c>processing</c> or <c>failed</c>.</param>
internal sealed record MessageAttachment(string Kind, string Status = "ready");
