namespace InboxSdk.Tests.Support;

/// <summary>Waits for work on other threads, without advancing the clock.</summary>
internal static class Eventually
{
    public static Task BeTrueAsync(Func<bool> condition) => BeTrueAsync(() => Task.FromResult(condition()));

    public static async Task BeTrueAsync(Func<Task<bool>> condition)
    {
        var token = TestTimeout.Token();
        while (!await condition())
        {
            token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
