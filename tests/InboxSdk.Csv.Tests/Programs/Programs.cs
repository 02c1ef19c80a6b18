using System.Diagnostics;
using System.Text;

namespace InboxSdk.Tests.Programs;

/// <summary>Runs the programs that open exports.</summary>
internal static class Programs
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(Programs).Assembly.Location)!;

    /// <summary>Gets where <c>.ci/run</c> installs the modules of Node.js.</summary>
    public static string NodeModules { get; } = Path.Combine(RootOf(Folder), "artifacts/node/node_modules");

    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Runs a program, which must succeed, and returns what it prints.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["NODE_PATH"] = NodeModules;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, "{0} printed {1}", program, error.Result);
        return output;
    }

    /// <summary>Runs a script of Node.js with an argument.</summary>
    public static string Node(string script, string argument) => Run("node", "-e", script, argument);

    /// <summary>Converts a file with LibreOffice to CSV in which every text is quoted, and returns it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="importOptions">The options with which a CSV is opened; empty for a workbook, or for the options of a double click.</param>
    public static string ConvertByLibreOffice(string file, string importOptions = "")
    {
        var folder = Directory.CreateTempSubdirectory("inbox-office").FullName;
        try
        {
            string[] import = importOptions.Length == 0 ? [] : [$"--infilter=Text - txt - csv (StarCalc):{importOptions}"];
            // Comma, quote, UTF-8, every text quoted, values as displayed.
            const string Csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true";
            Run("soffice", ["--headless", $"-env:UserInstallation=file://{folder}/profile", .. import, "--convert-to", Csv, "--outdir", $"{folder}/out", file]);
            return File.ReadAllText(Directory.GetFiles($"{folder}/out").Single());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string RootOf(string folder) => File.Exists(Path.Combine(folder, "InboxSdk.sln")) ? folder : RootOf(Path.GetDirectoryName(folder)!);
}
