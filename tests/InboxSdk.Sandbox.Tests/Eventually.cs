namespace InboxSdk.Sandbox.Tests;

/// <summary>Waits for background work of the sandbox, without advancing the clock.</summary>
internal static class Eventually
{
    public static async Task BeTrueAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
