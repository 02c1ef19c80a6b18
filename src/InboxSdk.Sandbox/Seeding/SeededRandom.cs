namespace InboxSdk.Sandbox.Seeding;

/// <summary>Random numbers that depend on a seed and an index only (SplitMix64): the same on every runtime, and for an item however many there are.</summary>
internal struct SeededRandom(int seed, int index)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(Mix((ulong)(uint)seed + Step) ^ (uint)index);

    /// <summary>A number from 0 to less than <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(((UInt128)Next() * (uint)bound) >> 64);

    /// <summary>A number from 0 to less than <paramref name="bound"/>.</summary>
    public long Below(long bound) => (long)(((UInt128)Next() * (ulong)bound) >> 64);

    public bool Percent(int chance) => Below(100) < chance;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A number from 0 to 2^<paramref name="bits"/>, every order of magnitude equally likely: most are small, a few are huge.</summary>
    public int LogDistributed(int bits)
    {
        var floor = 1 << Below(bits);
        return floor - 1 + Below(floor);
    }

    private ulong Next() => Mix(_state += Step);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
