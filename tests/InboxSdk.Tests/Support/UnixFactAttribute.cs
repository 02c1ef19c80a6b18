namespace InboxSdk.Tests.Support;

/// <summary>Specifies a test of a feature of Unix, such as file modes, named pipes, devices or mounts.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    private const int CapSysAdmin = 21;

    private bool _needsMounts;

    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no file modes, named pipes in folders or bind mounts.";
    }

    /// <summary>Gets or sets whether the test mounts or creates a device, which requires a privileged user of Linux.</summary>
    public bool NeedsMounts
    {
        get => _needsMounts;
        set
        {
            _needsMounts = value;
            if (value && !MayMount())
                Skip = "Only a privileged user of Linux can mount and make devices.";
        }
    }

    private static bool MayMount()
    {
        const string Effective = "CapEff:";
        return OperatingSystem.IsLinux()
            && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Effective, StringComparison.Ordinal)) is { } line
            && (Convert.ToUInt64(line[Effective.Length..].Trim(), 16) >> CapSysAdmin & 1) == 1;
    }
}
