using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.Versioning;
using System.Text;
using InboxSdk.Tests.Support;

namespace InboxSdk.Csv.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class FileKindTests : IDisposable
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Whole = "prospectId\r\np1\r\np2\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("inbox-csv").FullName;
    private readonly Stack<string> _mounts = [];

    public void Dispose()
    {
        while (_mounts.TryPop(out var mount))
            Run("umount", mount);
        Directory.Delete(_folder, recursive: true);
    }

    private string Target => In("prospects.csv");

    [UnixFact]
    public async Task ExportAsync_ExistingFile_KeepsItsMode()
    {
        foreach (var mode in new[] { OnlyOwner, OnlyOwner | UnixFileMode.GroupRead, (UnixFileMode)0b110_110_110 })
        {
            await File.WriteAllTextAsync(Target, "what was there");
            File.SetUnixFileMode(Target, mode);

            await ExportAsync(Target);

            (await File.ReadAllTextAsync(Target)).Should().Be(Whole);
            File.GetUnixFileMode(Target).Should().Be(mode);
        }
    }

    [UnixFact]
    public async Task ExportAsync_NewFile_HasTheModeOfAnyNewFile()
    {
        await File.WriteAllTextAsync(In("any"), "");

        await ExportAsync(Target);

        File.GetUnixFileMode(Target).Should().Be(File.GetUnixFileMode(In("any")));
    }

    [UnixFact]
    public async Task ExportAsync_WhileItRuns_PartialIsForTheOwnerAloneAndBesideTheTarget()
    {
        await File.WriteAllTextAsync(Target, "what was there");
        // What an export left whose process was killed.
        await File.WriteAllTextAsync(In("inbox-export-killed.partial"), "p0");
        var partials = new List<(string Name, UnixFileMode Mode)>();

        await Exporter.ExportAsync(LookAsync(), Target);

        partials.Should().ContainSingle().Which.Mode.Should().Be(OnlyOwner);
        partials[0].Name.Should().MatchRegex(@"^inbox-export-[a-z0-9.]{12}\.partial$");
        Names(_folder).Should().Equal("inbox-export-killed.partial", "prospects.csv");
        (await File.ReadAllTextAsync(In("inbox-export-killed.partial"))).Should().Be("p0");

        async IAsyncEnumerable<Prospect> LookAsync()
        {
            yield return new() { Id = "p1" };
            partials.AddRange(Names(_folder).Except(["prospects.csv", "inbox-export-killed.partial"]).Select(name => (name, File.GetUnixFileMode(In(name)))));
            await Task.CompletedTask;
        }
    }

    [UnixFact]
    public async Task ExportAsync_NameOf255Bytes_IsWritten()
    {
        var target = In(new string('p', 251) + ".csv");

        await ExportAsync(target);

        (await File.ReadAllTextAsync(target)).Should().Be(Whole);
    }

    [UnixFact]
    public async Task ExportAsync_SymbolicLink_ReplacesWhatItLeadsTo()
    {
        // A link in a linked folder: its relative target counts from where the folder is.
        Directory.CreateDirectory(In("releases/5"));
        Directory.CreateDirectory(In("releases/shared"));
        Directory.CreateSymbolicLink(In("current"), "releases/5");
        File.CreateSymbolicLink(In("releases/5/prospects.csv"), "../shared/latest.csv");
        File.CreateSymbolicLink(In("releases/shared/latest.csv"), "2026.csv");
        await File.WriteAllTextAsync(In("releases/shared/2026.csv"), "what was there");
        File.SetUnixFileMode(In("releases/shared/2026.csv"), OnlyOwner);

        await ExportAsync(In("current/prospects.csv"));

        File.ResolveLinkTarget(In("releases/5/prospects.csv"), returnFinalTarget: true)!.FullName.Should().Be(In("releases/shared/2026.csv"));
        (await File.ReadAllTextAsync(In("releases/shared/2026.csv"))).Should().Be(Whole);
        File.GetUnixFileMode(In("releases/shared/2026.csv")).Should().Be(OnlyOwner);
        Names(In("releases/shared")).Should().Equal("2026.csv", "latest.csv");
        Names(In("releases/5")).Should().Equal("prospects.csv");
    }

    [UnixFact]
    public async Task ExportAsync_LinkToNothing_CreatesWhatItLeadsTo()
    {
        File.CreateSymbolicLink(Target, "later.csv");

        await ExportAsync(Target);

        new FileInfo(Target).LinkTarget.Should().Be("later.csv");
        (await File.ReadAllTextAsync(In("later.csv"))).Should().Be(Whole);
    }

    [UnixFact]
    public async Task ExportAsync_LinksInACircle_FailAtOnce()
    {
        File.CreateSymbolicLink(Target, "other.csv");
        File.CreateSymbolicLink(In("other.csv"), "prospects.csv");

        await FluentActions.Awaiting(() => Exporter.ExportAsync(NotReadAsync(), Target)).Should().ThrowAsync<IOException>();
    }

    [UnixFact]
    public async Task ExportAsync_NamedPipe_IsWrittenInPlace()
    {
        Run("mkfifo", Target);
        var reading = Task.Run(() => File.ReadAllText(Target));

        await ExportAsync(Target);

        new FileInfo(Target).Length.Should().Be(0, "a pipe holds nothing itself");
        (await reading).Should().Be(Whole);
        Names(_folder).Should().Equal("prospects.csv");
    }

    [UnixFact]
    public async Task ExportAsync_NamedPipeThatNoOneReads_CanBeCancelled()
    {
        Run("mkfifo", Target);
        using var stop = new CancellationTokenSource();

        var export = Exporter.ExportAsync(NotReadAsync(), Target, cancellationToken: stop.Token);
        await stop.CancelAsync();

        await export.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        // Lets the thread go that waits for a reader.
        await using var reader = new FileStream(Target, FileMode.Open, FileAccess.ReadWrite);
    }

    [UnixFact]
    public async Task ExportAsync_FolderOrMissingFolder_FailsBeforeAnythingIsRead()
    {
        await FluentActions.Awaiting(() => Exporter.ExportAsync(NotReadAsync(), _folder)).Should().ThrowAsync<UnauthorizedAccessException>();
        await FluentActions.Awaiting(() => Exporter.ExportAsync(NotReadAsync(), In("none/p.csv"))).Should().ThrowAsync<DirectoryNotFoundException>();
    }

    [UnixFact]
    public async Task ExportAsync_OpenPipeOfTheProcess_IsWrittenInPlace()
    {
        // What /dev/stdout is when the output of a program goes to another's input.
        if (!Directory.Exists("/proc/self/fd"))
            return;
        await using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        File.CreateSymbolicLink(Target, $"/proc/self/fd/{pipe.ClientSafePipeHandle.DangerousGetHandle()}");

        await ExportAsync(Target);

        pipe.DisposeLocalCopyOfClientHandle();
        using var reader = new StreamReader(pipe);
        (await reader.ReadToEndAsync()).Should().Be(Whole);
        new FileInfo(Target).LinkTarget.Should().StartWith("/proc/self/fd/");
    }

    [UnixFact]
    public async Task ExportAsync_OpenFileOfTheProcess_IsWrittenBehindWhatItHolds()
    {
        // What /dev/stdout is when the output of a program goes to a file.
        if (!Directory.Exists("/proc/self/fd"))
            return;
        await using var open = new FileStream(Target, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite);
        await open.WriteAsync(Encoding.ASCII.GetBytes("before\r\n"));
        await open.FlushAsync();

        await ExportAsync($"/proc/self/fd/{open.SafeFileHandle.DangerousGetHandle()}");

        open.Position = 0;
        using var reader = new StreamReader(open);
        (await reader.ReadToEndAsync()).Should().Be("before\r\n" + Whole, "it is the file that is open");
    }

    [UnixFact(NeedsMounts = true)]
    public async Task ExportAsync_Device_IsWrittenInPlace()
    {
        Run("mknod", Target, "c", "1", "3");
        Run("mknod", In("full"), "c", "1", "7");

        await ExportAsync(Target);
        await FluentActions.Awaiting(() => ExportAsync(In("full"))).Should().ThrowAsync<IOException>().WithMessage("*No space left*");

        (await File.ReadAllTextAsync(Target)).Should().BeEmpty("it is the null device still");
        Names(_folder).Should().Equal("full", "prospects.csv");
    }

    [UnixFact(NeedsMounts = true)]
    public async Task ExportAsync_BindMountedFile_IsWrittenInPlace()
    {
        var source = In("host.csv");
        await File.WriteAllTextAsync(source, new string('x', 1000));
        File.SetUnixFileMode(source, OnlyOwner);
        await File.WriteAllTextAsync(Target, "");
        Mount("--bind", source, Target);

        await ExportAsync(Target);

        (await File.ReadAllTextAsync(source)).Should().Be(Whole);
        File.GetUnixFileMode(source).Should().Be(OnlyOwner);
        Names(_folder).Should().Equal("host.csv", "prospects.csv");
    }

    [UnixFact(NeedsMounts = true)]
    public async Task ExportAsync_FileInAFolderThatTakesNoOther_IsWrittenInPlace()
    {
        // A container whose file system is read-only but for this file.
        var container = Directory.CreateDirectory(In("container")).FullName;
        var source = In("host.csv");
        await File.WriteAllTextAsync(source, new string('x', 1000));
        await File.WriteAllTextAsync(Path.Combine(container, "prospects.csv"), "");
        Mount("--bind", container, container);
        Mount("--bind", source, Path.Combine(container, "prospects.csv"));
        Run("mount", "-o", "remount,ro,bind", container);

        await ExportAsync(Path.Combine(container, "prospects.csv"));

        (await File.ReadAllTextAsync(source)).Should().Be(Whole);
        await FluentActions.Awaiting(() => Exporter.ExportAsync(NotReadAsync(), Path.Combine(container, "other.csv"))).Should().ThrowAsync<IOException>();
    }

    private static ProspectCsvExporter Exporter { get; } = new(new() { Columns = [ProspectColumn.ProspectId] });

    private static Task<ExportResult> ExportAsync(string path) => Exporter.ExportAsync(InboxPageable.FromItems<Prospect>([new() { Id = "p1" }, new() { Id = "p2" }]), path);

    private static async IAsyncEnumerable<Prospect> NotReadAsync()
    {
        await Task.CompletedTask;
        throw new InvalidOperationException("Nothing must be read for a file that cannot be written.");
#pragma warning disable CS0162 // Without it the method would be no iterator.
        yield break;
#pragma warning restore CS0162
    }

    private string In(string name) => Path.Combine(_folder, name);

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private void Mount(string option, string source, string at)
    {
        Run("mount", option, source, at);
        _mounts.Push(at);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, error);
    }
}
