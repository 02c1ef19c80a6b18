using InboxSdk.Pipeline;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>The successes that contain a list.</summary>
internal static class V2Success
{
    /// <param name="read">Reads an item.</param>
    /// <param name="check">Checks an item.</param>
    public static SuccessContract Page<T>(JsonRead<T?> read, BodyCheck<T> check)
        where T : class => new SuccessContract<PageResponse<T>>((ref reader) => V2Models.ReadPage(ref reader, read), (page, named) => Identity.CheckItems(page.Data, check, named));

    /// <param name="read">Reads an item.</param>
    /// <param name="check">Checks an item.</param>
    public static SuccessContract List<T>(JsonRead<T?> read, BodyCheck<T> check)
        where T : class => new SuccessContract<IReadOnlyList<T>>((ref reader) => JsonReading.List(ref reader, read), (items, named) => Identity.CheckItems(items, check, named));
}
