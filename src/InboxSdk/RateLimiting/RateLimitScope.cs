namespace InboxSdk;

/// <summary>Sets the priority of all calls within a scope, including those of the methods called in it.</summary>
/// <remarks>
/// <para>The scope is ambient: like an <see cref="AsyncLocal{T}"/>, it flows into the methods and tasks called in it, but not out of the method that begins it.
/// The pages of a list are requested by the enumerating code: begin the scope around the enumeration, not around the call that returns the list.</para>
/// <para>In an async iterator (a method that has <see langword="yield"/> and returns <see cref="IAsyncEnumerable{T}"/>) a scope lasts only until the next
/// <see langword="yield"/>; the code after it has the priority of the enumerating code. Begin a scope for each call, or one around the enumeration of the iterator.</para>
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

    /// <summary>Gets the current priority; <see cref="RateLimitPriority.Interactive"/> outside of any scope.</summary>
    public static RateLimitPriority Current => Ambient.Value?.Priority ?? RateLimitPriority.Interactive;

    /// <summary>The current receiver of waits, or <see langword="null"/> if there is none.</summary>
    internal static IProgress<RateLimitWait>? Waits => Ambient.Value?.Waits;

    /// <summary>Begins a scope. Dispose the result in the same method to end it.</summary>
    /// <param name="priority">The priority of the calls in the scope.</param>
    /// <param name="waits">Receives each wait of a second or more for the rate limit, within the call that starts it; it should return quickly.
    /// The default is <see langword="null"/>, the receiver of the enclosing scope.</param>
    /// <returns>The scope.</returns>
    public static IDisposable Begin(RateLimitPriority priority, IProgress<RateLimitWait>? waits = null)
    {
        var scope = new Scope(Ambient.Value, priority, waits ?? Waits);
        Ambient.Value = scope;
        return scope;
    }

    /// <summary>Enumerates within a scope: each step of the enumeration is in the scope, the enumerating code is not.</summary>
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
