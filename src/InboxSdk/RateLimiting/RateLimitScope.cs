namespace InboxSdk;

/// <summary>Sets the priority of all calls made within a scope, also of those made by what is called there.</summary>
/// <remarks>
/// <para>The scope is ambient: it flows into the methods and tasks that are called in it, as an <see cref="AsyncLocal{T}"/> does, and not out of the method that begins it.
/// The pages of a list are calls of whoever enumerates: begin the scope around the enumeration, not around the call that returns the list.</para>
/// <para>In an async iterator (a method that has <see langword="yield"/> and returns <see cref="IAsyncEnumerable{T}"/>) a scope lasts to the next <see langword="yield"/>
/// alone; what comes after it has the priority of the code that enumerates. There begin a scope for each call, or one around the enumeration of the iterator.</para>
/// </remarks>
/// <example>
/// <code>
/// using (RateLimitScope.Begin(RateLimitPriority.Bulk))
///     await NightlySyncAsync(inbox);
/// </code>
/// </example>
public static class RateLimitScope
{
    private static readonly AsyncLocal<Scope?> Ambient = new();

    /// <summary>Gets the priority of calls made here. <see cref="RateLimitPriority.Interactive"/> outside of any scope.</summary>
    public static RateLimitPriority Current => Ambient.Value?.Priority ?? RateLimitPriority.Interactive;

    /// <summary>What receives the waits of calls made here; <see langword="null"/> for nothing.</summary>
    internal static IProgress<RateLimitWait>? Waits => Ambient.Value?.Waits;

    /// <summary>Begins a scope; it ends when what is returned is disposed, in the same method.</summary>
    /// <param name="priority">The priority of the calls made in it.</param>
    /// <param name="waits">Receives each wait for the rate limit of a second or more that a call in the scope begins, within that call; it should return soon.
    /// <see langword="null"/> by default: what the scope around this one names receives them.</param>
    /// <returns>The scope.</returns>
    public static IDisposable Begin(RateLimitPriority priority, IProgress<RateLimitWait>? waits = null)
    {
        var scope = new Scope(Ambient.Value, priority, waits ?? Waits);
        Ambient.Value = scope;
        return scope;
    }

    /// <summary>Enumerates within a scope: each step of the enumeration is made in it, and what the enumerating code does in between is not.</summary>
    internal static IAsyncEnumerable<T> Within<T>(IAsyncEnumerable<T> items, RateLimitPriority priority, IProgress<RateLimitWait>? waits = null) =>
        new Scoped<T>(items, priority, waits);

    private sealed class Scope(Scope? before, RateLimitPriority priority, IProgress<RateLimitWait>? waits) : IDisposable
    {
        public RateLimitPriority Priority { get; } = priority;

        public IProgress<RateLimitWait>? Waits { get; } = waits;

        public void Dispose() => Ambient.Value = before;
    }

    private sealed class Scoped<T>(IAsyncEnumerable<T> items, RateLimitPriority priority, IProgress<RateLimitWait>? waits) : IAsyncEnumerable<T>
    {
        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            new Enumerator(items.GetAsyncEnumerator(cancellationToken), priority, waits);

        private sealed class Enumerator(IAsyncEnumerator<T> items, RateLimitPriority priority, IProgress<RateLimitWait>? waits) : IAsyncEnumerator<T>
        {
            public T Current => items.Current;

            public ValueTask<bool> MoveNextAsync()
            {
                using (Begin(priority, waits))
                    return items.MoveNextAsync();
            }

            public ValueTask DisposeAsync()
            {
                using (Begin(priority, waits))
                    return items.DisposeAsync();
            }
        }
    }
}
