namespace InboxSdk;

/// <summary>Provides the columns of exported threads. For others see <see cref="ExportColumn"/>, for those of their prospects <see cref="Of"/>.</summary>
public static class ThreadColumn
{
    /// <summary>Gets the Inbox id of the thread, <c>threadId</c>.</summary>
    public static ExportColumn<InboxThread> ThreadId { get; } = ExportColumn.Text<InboxThread>("threadId", thread => thread.Id, width: 22);

    /// <summary>Gets the Inbox id of the prospect, <c>prospectId</c>.</summary>
    public static ExportColumn<InboxThread> ProspectId { get; } = ExportColumn.Text<InboxThread>("prospectId", thread => thread.ProspectId, width: 22);

    /// <summary>Gets the id of the team's account, <c>accountLinkId</c>.</summary>
    public static ExportColumn<InboxThread> AccountLinkId { get; } = ExportColumn.Text<InboxThread>("accountLinkId", thread => thread.AccountLinkId, width: 22);

    /// <summary>Gets the id of the assigned member, <c>assigneeId</c>; empty if the thread is unassigned.</summary>
    public static ExportColumn<InboxThread> AssigneeId { get; } = ExportColumn.Text<InboxThread>("assigneeId", thread => thread.AssigneeId, width: 22);

    /// <summary>Gets whether the thread is marked as done, <c>done</c>: <c>true</c> or <c>false</c>.</summary>
    public static ExportColumn<InboxThread> Done { get; } = ExportColumn.Boolean<InboxThread>("done", thread => thread.IsDone);

    /// <summary>Gets when the last message was sent or received, <c>lastMessageAt</c>; empty if there is none.</summary>
    public static ExportColumn<InboxThread> LastMessageAt { get; } = ExportColumn.Timestamp<InboxThread>("lastMessageAt", thread => thread.LastMessageAt);

    /// <summary>Gets when the thread was created, <c>createdAt</c>; empty if unknown.</summary>
    public static ExportColumn<InboxThread> CreatedAt { get; } = ExportColumn.Timestamp<InboxThread>("createdAt", thread => thread.CreatedAt);

    /// <summary>Gets the default columns, in order: threadId, prospectId, platform, platformId (of the prospect), username, name, status, tags, assigneeId, done, lastMessageAt,
    /// createdAt.</summary>
    public static IReadOnlyList<ExportColumn<InboxThread>> Defaults { get; } =
    [
        ThreadId, ProspectId, Of(ProspectColumn.Platform), Of(ProspectColumn.PlatformId), Of(ProspectColumn.Username), Of(ProspectColumn.DisplayName), Of(ProspectColumn.Status),
        Of(ProspectColumn.Tags), AssigneeId, Done, LastMessageAt, CreatedAt,
    ];

    /// <summary>Converts a column of prospects to the same column of the threads' prospects.</summary>
    /// <param name="column">The column, such as <see cref="ProspectColumn.Valuation"/>.</param>
    /// <returns>The column.</returns>
    public static ExportColumn<InboxThread> Of(ExportColumn<Prospect> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new ColumnOfProspect(column);
    }

    private sealed class ColumnOfProspect(ExportColumn<Prospect> column) : ExportColumn<InboxThread>(column.Name, column.Width)
    {
        public override void Write(InboxThread item, ExportWriter writer) => column.Write(item.Prospect, writer);
    }
}
