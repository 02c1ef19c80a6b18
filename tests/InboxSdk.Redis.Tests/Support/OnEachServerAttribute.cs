using System.Reflection;
using Xunit.Sdk;

namespace InboxSdk.Redis.Tests.Support;

/// <summary>Runs a theory on each server of this machine: its parameter is a <see cref="TestServerKind"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachServerAttribute : DataAttribute
{
    public OnEachServerAttribute()
    {
        if (TestServer.Kinds.Count == 0)
            Skip = TestServer.WithoutRedis;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => TestServer.Kinds.Select(kind => new object[] { kind });
}
