namespace InboxSdk.Leases;

/// <summary>Validates the names of leases. InboxSdk.Redis shares the source.</summary>
internal static class LeaseName
{
    private const int MaxLength = 200;

    public static void ThrowIfInvalid(string name, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameterName);
        if (name.Length > MaxLength)
            throw new ArgumentException($"The name has {name.Length} characters; it must have at most {MaxLength}.", parameterName);
        // They decide where a cluster of Redis stores a key.
        if (name.AsSpan().ContainsAny('{', '}'))
            throw new ArgumentException("The name must not contain braces.", parameterName);
    }
}
