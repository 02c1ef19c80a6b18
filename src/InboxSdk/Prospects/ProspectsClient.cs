using System.Security.Cryptography;
using System.Text;
using InboxSdk.Paging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk;

/// <summary>The part of the prospects client that is the same on every API version.</summary>
internal abstract class ProspectsClient(IThreadsClient threads) : IProspectsClient, IContextWriter
{
    /// <inheritdoc/>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    public abstract Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default);

    public IAsyncEnumerable<ProspectLookup> FindManyByPlatformIdAsync(
        IAsyncEnumerable<string> platformIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(platformIds);
        return new ProspectLookups(platformIds, MaxLookups, ValidatePlatformId, () => (ids, token) => FindBatchAsync(ids, expand, token), cancellationToken).Prefetch();
    }

    public abstract Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default);

    public IAsyncEnumerable<ProspectLookup> GetManyAsync(
        IAsyncEnumerable<string> prospectIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospectIds);
        return new ProspectLookups(prospectIds, MaxLookups, ValidateId, () => BeginGetMany(expand), cancellationToken).Prefetch();
    }

    public abstract Task<Prospect> UpdateAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken = default);

    public Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) =>
        UpdateAsync(prospectId, new() { AddTagIds = RequireTagIds(tagIds) }, cancellationToken);

    public Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) =>
        UpdateAsync(prospectId, new() { RemoveTagIds = RequireTagIds(tagIds) }, cancellationToken);

    /// <inheritdoc/>
    public virtual Task WriteContextAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken) =>
        UpdateAsync(prospectId, update, cancellationToken);

    public InboxPageable<Prospect> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default) =>
        new ProjectedPageable<InboxThread, Prospect>(
            threads.ListAsync(query, cancellationToken),
            () =>
            {
                // A digest per id takes a third of the memory, and collisions do not occur in practice.
                var seen = new HashSet<UInt128>();
                return (page, _) => new([.. page.Select(thread => thread.Prospect).Where(prospect => prospect.Id.Length > 0 && seen.Add(Digest(prospect.Id)))]);
            },
            cancellationToken);

    /// <summary>Determines whether a text can be the id of a tag.</summary>
    protected virtual bool IsTagId(string id) => true;

    /// <summary>Gets the maximum number of ids that are looked up together.</summary>
    protected abstract int MaxLookups { get; }

    /// <summary>Finds the prospects with different X user ids, by id. People who are not in Inbox are absent or null.</summary>
    protected abstract Task<IReadOnlyDictionary<string, Prospect?>> FindBatchAsync(IReadOnlyList<string> platformIds, ProspectExpand expand, CancellationToken cancellationToken);

    /// <summary>Throws an <see cref="ArgumentException"/> for what is not the id of a prospect.</summary>
    protected abstract void ValidateId(string prospectId);

    /// <summary>Begins to get many prospects by their ids.</summary>
    protected abstract LookUpBatch BeginGetMany(ProspectExpand expand);

    /// <summary>Looks up ids with a request each, side by side. The first failure cancels the others.</summary>
    protected static async Task<IReadOnlyDictionary<string, Prospect?>> LookUpEachAsync(
        IReadOnlyList<string> ids, Func<string, CancellationToken, Task<Prospect?>> lookUpAsync, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var found = await Task.WhenAll(ids.Select(async id =>
        {
            try
            {
                return await lookUpAsync(id, failed.Token).ConfigureAwait(false);
            }
            catch
            {
                await failed.CancelAsync().ConfigureAwait(false);
                throw;
            }
        })).ConfigureAwait(false);
        return ids.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static void ValidatePlatformId(string platformId)
    {
        const int MaxLength = 256;
        if (string.IsNullOrWhiteSpace(platformId) || platformId.Length > MaxLength)
            throw new ArgumentException($"An X user id is empty or longer than {MaxLength} characters.");
    }

    private string[] RequireTagIds(IEnumerable<string> tagIds)
    {
        ArgumentNullException.ThrowIfNull(tagIds);
        string[] ids = [.. tagIds];
        if (ids.Length == 0 || ids.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("Specify at least one tag id, and no empty id. Use the ids from ITagsClient.", nameof(tagIds));
        return ids.FirstOrDefault(id => !IsTagId(id)) is { } wrong ? throw InboxId.Invalid(wrong, nameof(tagIds)) : ids;
    }

    private static UInt128 Digest(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> utf8 = id.Length <= 128 ? stackalloc byte[id.Length * 3] : new byte[id.Length * 3];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(id, utf8)], hash);
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }
}
