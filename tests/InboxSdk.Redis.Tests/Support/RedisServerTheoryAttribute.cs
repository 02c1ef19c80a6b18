namespace InboxSdk.Redis.Tests.Support;

/// <summary>A theory of what only <c>redis-server</c> does; skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisServerTheoryAttribute : TheoryAttribute
{
    public RedisServerTheoryAttribute()
    {
        if (!TestServer.Kinds.Contains(TestServerKind.Redis))
            Skip = TestServer.WithoutRedis;
    }
}
