using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using InboxSdk.Paging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk;

/// <summary>What is the same on every generation of the API.</summary>
internal abstract class ProspectsClient(IThreadsClient threads) : IProspectsClient
{
    /// <summary>Where the client logs.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    public abstract Task<Prospect?> FindByPlatformIdAsync(string platformId, CancellationToken cancellationToken = default);

    public abstract Task<Prospect> GetAsync(string prospectId, CancellationToken cancellationToken = default);

    public abstract Task<Prospect> UpdateContextAsync(string prospectId, ProspectContextUpdate update, CancellationToken cancellationToken = default);

    public Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) =>
        UpdateContextAsync(prospectId, new() { AddTagIds = Given(tagIds) }, cancellationToken);

    public Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) =>
        UpdateContextAsync(prospectId, new() { RemoveTagIds = Given(tagIds) }, cancellationToken);

    /// <summary>Changes the context and tells nothing of the prospect, where that takes fewer requests.</summary>
    public virtual Task WriteContextAsync(string prospectId, ProspectContextUpdate update, CancellationToken cancellationToken) =>
        UpdateContextAsync(prospectId, update, cancellationToken);

    public AsyncPageable<Prospect> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default) =>
        new ProjectedPageable<InboxThread, Prospect>(
            threads.ListAsync(query, cancellationToken),
            () =>
            {
                // A digest in place of each id: a third of the memory, and no two ids share one in practice.
                var seen = new HashSet<UInt128>();
                return (page, _) => new([.. page.Select(thread => thread.Prospect).Where(prospect => prospect.Id.Length > 0 && seen.Add(Digest(prospect.Id)))]);
            },
            cancellationToken);

    private static ImmutableArray<string> Given(IEnumerable<string> tagIds)
    {
        ArgumentNullException.ThrowIfNull(tagIds);
        ImmutableArray<string> given = [.. tagIds];
        return given.IsEmpty || given.Any(string.IsNullOrWhiteSpace)
            ? throw new ArgumentException("Name at least one tag, and no empty id. Take the ids from ITagsClient.", nameof(tagIds))
            : given;
    }

    private static UInt128 Digest(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> utf8 = id.Length <= 128 ? stackalloc byte[id.Length * 3] : new byte[id.Length * 3];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(id, utf8)], hash);
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }
}
