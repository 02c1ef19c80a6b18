using InboxSdk.Http;
using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class V2TagsClient(IV2TagsApi api, InboxRequestOptions? options) : IContactTagsClient
{
    public InboxPageable<ContactTag> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(V2Operations.ListTags.With(options), token).ReadAsync<PageResponse<ContactTag>>().ConfigureAwait(false)).Data!,
        cancellationToken);

    public async Task<ContactTag> GetAsync(string tagIdOrName, CancellationToken cancellationToken = default) =>
        await api.GetAsync(PathSegment.Validate(tagIdOrName), V2Operations.GetTag.With(options), cancellationToken).ReadAsync<ContactTag>().ConfigureAwait(false);

    public async Task<ContactTag> CreateAsync(ContactTagCreate tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        tag.Validate();
        return await api.CreateAsync(tag, (V2Operations.CreateTag with { Success = V2Responses.CreatedTag(tag.Name) }).With(options), cancellationToken).ReadAsync<ContactTag>().ConfigureAwait(false);
    }

    public async Task<ContactTag> UpdateAsync(string tagIdOrName, ContactTagUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(tagIdOrName);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        var operation = V2Operations.UpdateTag with { Success = V2Responses.Tag(update.Name.HasValue ? update.Name.Value : null) };
        return await api.UpdateAsync(tagIdOrName, update, operation.With(options), cancellationToken).ReadAsync<ContactTag>().ConfigureAwait(false);
    }

    public async Task DeleteAsync(string tagIdOrName, CancellationToken cancellationToken = default) =>
        await api.DeleteAsync(PathSegment.Validate(tagIdOrName), V2Operations.DeleteTag.With(options), cancellationToken).ReadNothingAsync().OrGoneAsync(InboxErrorCodes.TagNotFound).ConfigureAwait(false);
}
