namespace InboxSdk.Tests.Support;

/// <summary>Keeps a test that waits for something that never happens from hanging the run.</summary>
internal static class TestTimeout
{
    public static CancellationToken Token() => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
}
