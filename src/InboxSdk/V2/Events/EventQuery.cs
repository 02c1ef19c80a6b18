namespace InboxSdk.V2;

/// <summary>Says which events to read, and how many at a time. An empty query reads every event.</summary>
public sealed record EventQuery
{
    /// <summary>Gets the types to read; empty by default: all of them.</summary>
    public IReadOnlyList<InboxEventType> Types { get => field ?? []; init; }

    /// <summary>Gets how many events one request asks for, 1 to 1000. By default 1000, the most the API gives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 to 1000.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize), Paging.PageSize.MaximumOfEvents);
    } = Paging.PageSize.MaximumOfEvents;

    internal QueryParameters Filters() => new QueryParameters().AddEach("type", FilterValues.Of(Types.Select(type => type.ToString()), nameof(Types)));
}
