namespace InboxSdk.Tests.Support;

/// <summary>A test of where the tests run, for when an environment variable asks for something; elsewhere it is skipped.</summary>
internal sealed class AskedForFactAttribute : FactAttribute
{
    public AskedForFactAttribute(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is null)
            Skip = $"{variable} is not set, as .ci/run sets it.";
    }
}
