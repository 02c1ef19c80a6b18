using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the events to read. By default all events are read.</summary>
public sealed record EventQuery
{
    /// <summary>Gets the types of the events to read. The default is an empty list, which includes all types.</summary>
    public IReadOnlyList<InboxEventType> Types { get; init => field = ValueList.Of(value); } = ValueList<InboxEventType>.Empty;

    /// <summary>Gets the number of events per page, 1 to 1000. The default is 1000, the API's maximum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 1000.</exception>
    public int PageSize
    {
        get;
        init => field = Paging.PageSize.Validate(value, nameof(PageSize), Paging.PageSize.MaximumOfEvents);
    } = Paging.PageSize.MaximumOfEvents;

    internal QueryParameters Filters() => new QueryParameters().AddEach("type", FilterValues.Of(Types.Select(type => type.ToString()), nameof(Types)));
}
