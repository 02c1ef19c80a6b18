namespace InboxSdk.Bulk;

/// <summary>Stores all prospects of the input in 1 MiB: a Bloom filter. It never forgets a prospect, but can take a new one for a known one; rarely in the first million.</summary>
internal sealed class ChangedProspects
{
    private const int BitCount = 1 << 23;
    private const int HashCount = 4;

    private readonly ulong[] _bits = new ulong[BitCount / 64];

    /// <summary>Adds a prospect.</summary>
    /// <param name="prospect">The digest of the prospect, whose bits are uniformly distributed.</param>
    /// <returns>Whether it is certain that it was not added before.</returns>
    public bool Add(ulong prospect)
    {
        var isNew = false;
        // Double hashing: the two halves of the digest give all positions. An odd step does not stay at one position.
        var (position, step) = ((uint)prospect, (uint)(prospect >> 32) | 1);
        for (var i = 0; i < HashCount; i++, position += step)
        {
            var bit = position % BitCount;
            ref var word = ref _bits[bit / 64];
            var mask = 1UL << (int)(bit % 64);
            isNew |= (word & mask) == 0;
            word |= mask;
        }

        return isNew;
    }
}
