namespace InboxSdk.Tests.Support;

/// <summary>Cancels a test that waits for something that never happens, so that the run does not hang.</summary>
internal static class TestTimeout
{
    public static CancellationToken Token() => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
}
