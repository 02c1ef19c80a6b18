namespace InboxSdk.Redis.Tests.Support;

/// <summary>A test of what only <c>redis-server</c> does; skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisServerFactAttribute : FactAttribute
{
    public RedisServerFactAttribute()
    {
        if (!TestServer.Kinds.Contains(TestServerKind.Redis))
            Skip = TestServer.WithoutRedis;
    }
}
