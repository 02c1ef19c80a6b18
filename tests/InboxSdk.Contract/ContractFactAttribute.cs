using Xunit;

namespace InboxSdk.Contract;

/// <summary>A test that needs the contract's file, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractFactAttribute : FactAttribute
{
    /// <summary>Skips the test on a machine without the file.</summary>
    public ContractFactAttribute()
    {
        if (ApiContract.FilePath is null)
            Skip = $"Needs the vendor's description of v2: set {ApiContract.Variable} to its path.";
    }
}
