namespace InboxSdk.Tests.Support;

/// <summary>Specifies a test of the environment of the tests, which is skipped unless an environment variable requests it.</summary>
internal sealed class AskedForFactAttribute : FactAttribute
{
    public AskedForFactAttribute(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is null)
            Skip = $"{variable} is not set, as .ci/run sets it.";
    }
}
