using Xunit;

namespace InboxSdk.Contract;

/// <summary>A theory that needs the contract's file, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the theory on a machine without the file.</summary>
    public ContractTheoryAttribute() => Skip = new ContractFactAttribute().Skip;
}
