using System.Runtime.InteropServices;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Converts the expanded tags and statuses of many contacts to those of the facade. Equal ones are created once.</summary>
internal sealed class SharedTagsAndStatuses
{
    private readonly Dictionary<ContactTag, Tag> _tags = [];
    private readonly Dictionary<ContactStatus, Status> _statuses = [];

    public IReadOnlyList<Tag> TagsOf(Contact contact)
    {
        if (contact.Tags is not { Count: > 0 } expanded)
            return ValueList<Tag>.Empty;
        var tags = new Tag[expanded.Count];
        for (var i = 0; i < tags.Length; i++)
            tags[i] = Share(_tags, expanded[i], FacadeModels.ToTag);
        return ValueList<Tag>.Over(tags);
    }

    public Status? StatusOf(Contact contact) => contact.Status is { } status ? Share(_statuses, status, FacadeModels.ToStatus) : null;

    private static T Share<TSource, T>(Dictionary<TSource, T> items, TSource source, Func<TSource, T> convert)
        where TSource : notnull
    {
        ref var item = ref CollectionsMarshal.GetValueRefOrAddDefault(items, source, out var isKnown);
        return isKnown ? item! : item = convert(source);
    }
}
