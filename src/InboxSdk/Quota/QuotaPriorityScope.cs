namespace InboxSdk;

/// <summary>Sets the priority of all calls made within a scope, also of those made by what is called there.</summary>
/// <example>
/// <code>
/// using (QuotaPriorityScope.Begin(QuotaPriority.Bulk))
///     await NightlySyncAsync(inbox);
/// </code>
/// </example>
public static class QuotaPriorityScope
{
    private static readonly AsyncLocal<QuotaPriority> Ambient = new();

    /// <summary>Gets the priority of calls made here. <see cref="QuotaPriority.Interactive"/> outside of any scope.</summary>
    public static QuotaPriority Current => Ambient.Value;

    /// <summary>Begins a scope; it ends when what is returned is disposed, in the same method.</summary>
    /// <param name="priority">The priority of the calls made in it.</param>
    /// <returns>The scope.</returns>
    public static IDisposable Begin(QuotaPriority priority)
    {
        var scope = new Scope(Ambient.Value);
        Ambient.Value = priority;
        return scope;
    }

    private sealed class Scope(QuotaPriority before) : IDisposable
    {
        public void Dispose() => Ambient.Value = before;
    }
}
