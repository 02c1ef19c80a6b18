using InboxSdk.Paging;
using InboxSdk.Pipeline;

namespace InboxSdk.V2;

internal sealed class ContactTagsClient(IV2TagsApi api, InboxRequestOptions? options) : IContactTagsClient
{
    public InboxPageable<ContactTag> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(IV2TagsApi.List.Call(options, token)).ConfigureAwait(false)).Data!,
        cancellationToken);

    public async Task<ContactTag> GetAsync(string tagIdOrName, CancellationToken cancellationToken = default) =>
        await api.GetAsync(PathSegment.Validate(tagIdOrName), IV2TagsApi.Get.Call(options, cancellationToken)).ConfigureAwait(false);

    public async Task<ContactTag> CreateAsync(ContactTagCreate tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        tag.Validate();
        return await api.CreateAsync(tag, (IV2TagsApi.Create with { Success = IV2TagsApi.Created(tag.Name) }).Call(options, cancellationToken)).ConfigureAwait(false);
    }

    public async Task<ContactTag> UpdateAsync(string tagIdOrName, ContactTagUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(tagIdOrName);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        var operation = IV2TagsApi.Update with { Success = IV2TagsApi.Found(update.Name.HasValue ? update.Name.Value : null) };
        return await api.UpdateAsync(tagIdOrName, update, operation.Call(options, cancellationToken)).ConfigureAwait(false);
    }

    public async Task DeleteAsync(string tagIdOrName, CancellationToken cancellationToken = default) =>
        await api.DeleteAsync(PathSegment.Validate(tagIdOrName), IV2TagsApi.Delete.Call(options, cancellationToken)).OrGoneAsync(InboxErrorCodes.TagNotFound).ConfigureAwait(false);
}
