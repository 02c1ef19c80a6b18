namespace InboxSdk.Redis.Tests.Support;

/// <summary>Specifies a server that a test runs on.</summary>
public enum TestServerKind
{
    /// <summary>Garnet in the process of the tests, with its defaults: a script is not atomic.</summary>
    Garnet,

    /// <summary>Garnet in the process of the tests, where a script is a transaction on its declared keys.</summary>
    GarnetTransactions,

    /// <summary>The <c>redis-server</c> of the machine.</summary>
    Redis,
}
