namespace InboxSdk.Sandbox;

/// <summary>The sender of a message of the team.</summary>
/// <param name="Type"><c>member</c>, <c>agent</c>, <c>campaign</c> or <c>api</c>.</param>
/// <param name="Id">The id of the member, the agent, the campaign or the token.</param>
/// <param name="MemberId">For an agent, the member on whose behalf it writes.</param>
internal sealed record MessageSender(string Type, string Id, string? MemberId = null);

/// <summary>An earlier text of a message.</summary>
internal sealed record MessageVersion(string Content, DateTimeOffset CreatedAt, string? Origin);

/// <summary>A reaction to a message.</summary>
internal sealed record MessageReaction(string Emoji, bool FromTeam, DateTimeOffset CreatedAt);

/// <summary>An image, video, file or card attached to a message.</summary>
/// <param name="Kind"><c>image</c>, <c>gif</c>, <c>video</c>, <c>audio</c>, <c>file</c> or <c>card</c>.</param>
/// <param name="Status"><c>ready</c>, <c>pending</c>, <c>processing</c> or <c>failed</c>.</param>
internal sealed record MessageAttachment(string Kind, string Status = "ready");
