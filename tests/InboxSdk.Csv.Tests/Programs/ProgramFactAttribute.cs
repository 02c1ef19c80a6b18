namespace InboxSdk.Tests.Programs;

/// <summary>A test that opens an export with another program. It is skipped where the program is not installed; <c>.ci/run</c> installs all of them.</summary>
internal sealed class ProgramFactAttribute : FactAttribute
{
    private string? _nodeModule;

    /// <summary>Requires nothing but what the properties specify.</summary>
    public ProgramFactAttribute()
    {
        // The other programs do not depend on the runtime of the tests, so they run once.
        if (Environment.GetEnvironmentVariable("INBOX_TEST_RUNTIME") is { Length: > 0 })
            Skip = "Other programs open the exports of one run only.";
    }

    /// <summary>Requires a program.</summary>
    /// <param name="program">The command.</param>
    /// <param name="package">The package of Debian that contains it.</param>
    public ProgramFactAttribute(string program, string package)
        : this()
    {
        if (Programs.Find(program) is null)
            Skip ??= $"Requires {program}: apt-get install {package}.";
    }

    /// <summary>Gets or sets the module of Node.js that the test requires.</summary>
    public string? NodeModule
    {
        get => _nodeModule;
        set
        {
            _nodeModule = value;
            if (Programs.Find("node") is null || !Directory.Exists(Path.Combine(Programs.NodeModules, value!)))
                Skip ??= $"Requires Node.js and its module {value}: npm install --prefix artifacts/node {value}.";
        }
    }
}
