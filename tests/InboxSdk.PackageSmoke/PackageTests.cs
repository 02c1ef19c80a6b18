using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace InboxSdk.PackageSmoke;

/// <summary>The output of <c>dotnet pack</c> contains exactly the intended files.</summary>
public sealed class PackageTests
{
    private static readonly string[] Targets = ["net10.0", "net8.0"];

    // docs/packages.md justifies each.
    private static readonly IReadOnlyDictionary<string, string[]> Dependencies = new Dictionary<string, string[]>
    {
        ["InboxSdk"] = ["Microsoft.Extensions.Http", "Polly.Core", "Refit"],
        ["InboxSdk.AspNetCore"] = ["InboxSdk"],
        ["InboxSdk.Csv"] = ["CsvHelper", "InboxSdk"],
        ["InboxSdk.Excel"] = ["InboxSdk", "SpreadCheetah"],
        ["InboxSdk.Redis"] = ["InboxSdk", "Microsoft.Extensions.Diagnostics.HealthChecks", "StackExchange.Redis"],
        ["InboxSdk.Sandbox"] = ["InboxSdk"],
    };

    private const string Tool = "InboxSdk.Sandbox.Tool";

    public static TheoryData<string> Ids() => new(Dependencies.Keys);

    [Fact]
    public void Folder_OfThePack_HoldsThePackagesAndTheirSymbols() =>
        Directory.EnumerateFiles(Package.Folder).Select(Path.GetFileName)
            .Should().BeEquivalentTo(Dependencies.Keys.SelectMany(id => new[] { $"{id}.{Package.Version}.nupkg", $"{id}.{Package.Version}.snupkg" }).Append($"{Tool}.{Package.Version}.nupkg"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Files_OfAPackage_AreThoseMeant(string id)
    {
        using var package = Package.Open(id);

        var files = Targets.SelectMany(target => new[] { $"lib/{target}/{id}.dll", $"lib/{target}/{id}.xml" }).Concat([$"{id}.nuspec", "README.md", "icon.png"]);
        package.Files.Should().BeEquivalentTo(id == "InboxSdk" ? files.Concat(["ConfigurationSchema.json", "buildTransitive/InboxSdk.targets", "docs/reference.md"]) : files);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Files_OfTheSymbols_AreOneATarget(string id)
    {
        using var symbols = Package.OpenSymbols(id);

        symbols.Files.Should().BeEquivalentTo(Targets.Select(target => $"lib/{target}/{id}.pdb").Append($"{id}.nuspec"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Dependencies_OfAPackage_AreThoseJustified(string id)
    {
        using var package = Package.Open(id);

        package.Dependencies.Select(dependency => dependency[..dependency.LastIndexOf(' ')])
            .Should().BeEquivalentTo(Targets.SelectMany(target => Dependencies[id].Select(dependency => $"{target}: {dependency}")));
        package.Dependencies.Where(dependency => dependency.Contains(": InboxSdk ", StringComparison.Ordinal))
            .Where(dependency => !dependency.EndsWith($" {Package.Version}", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Metadata_OfAPackage_SaysWhatItIs(string id)
    {
        using var package = Package.Open(id);

        package["id"].Should().Be(id);
        package["version"].Should().Be(Package.Version);
        package["license"].Should().Be("MIT");
        package["readme"].Should().Be("README.md");
        package["icon"].Should().Be("icon.png");
        Title(package).Should().Be($"# {id}");
        package["description"].Should().NotBeNullOrEmpty().And.EndWith(".");
        package["tags"].Should().Contain("inbox");
        package.Read("icon.png").ToArray()[1..4].Should().Equal("PNG"u8.ToArray());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Documentation_OfAPackage_IsOfEveryPublicType(string id)
    {
        using var package = Package.Open(id);
        foreach (var target in Targets)
        {
            var documented = XDocument.Load(package.Read($"lib/{target}/{id}.xml")).Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet();
            using var assembly = new PEReader(package.Read($"lib/{target}/{id}.dll"));
            var reader = assembly.GetMetadataReader();
            var types = reader.TypeDefinitions.Select(reader.GetTypeDefinition)
                .Where(type => type.Attributes.HasFlag(System.Reflection.TypeAttributes.Public) && !type.IsNested)
                .Select(type => $"T:{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}").ToList();

            types.Should().NotBeEmpty();
            types.Should().BeSubsetOf(documented);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Symbols_OfAPackage_BelongToItAndNameNoPathOfThisMachine(string id)
    {
        using var package = Package.Open(id);
        using var symbols = Package.OpenSymbols(id);
        foreach (var target in Targets)
        {
            symbols.Sources($"lib/{target}/{id}.pdb").Should().NotBeEmpty().And.OnlyContain(source => source.StartsWith("/_", StringComparison.Ordinal));

            using var assembly = new PEReader(package.Read($"lib/{target}/{id}.dll"));
            assembly.ReadDebugDirectory().Should().Contain(entry => entry.Type == DebugDirectoryEntryType.Reproducible, "the build is deterministic");
            var codeView = assembly.ReadCodeViewDebugDirectoryData(assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
            using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols.Read($"lib/{target}/{id}.pdb"));
            new BlobContentId(provider.GetMetadataReader().DebugMetadataHeader!.Id).Guid.Should().Be(codeView.Guid);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Assembly_OfAPackage_SaysThatItCanBeTrimmedAndCompiledNatively(string id)
    {
        using var package = Package.Open(id);
        using var assembly = new PEReader(package.Read($"lib/net10.0/{id}.dll"));
        var reader = assembly.GetMetadataReader();

        var values = reader.CustomAttributes.Select(handle => reader.GetBlobReader(reader.GetCustomAttribute(handle).Value))
            .Select(blob => System.Text.Encoding.UTF8.GetString(blob.ReadBytes(blob.Length))).ToList();

        values.Should().Contain(value => value.Contains("IsTrimmable", StringComparison.Ordinal) && value.Contains("True", StringComparison.Ordinal));
        values.Should().Contain(value => value.Contains("IsAotCompatible", StringComparison.Ordinal) && value.Contains("True", StringComparison.Ordinal));
    }

    [Fact]
    public void Tool_IsSelfContainedAndHasItsCommand()
    {
        using var package = Package.Open(Tool);

        package["license"].Should().Be("MIT");
        package["readme"].Should().Be("README.md");
        Title(package).Should().Be($"# {Tool}");
        package.Metadata.Descendants().Single(element => element.Name.LocalName == "packageType").Attribute("name")!.Value.Should().Be("DotnetTool");
        package.Dependencies.Should().BeEmpty();
        package.Files.Should().Contain(["tools/net8.0/any/InboxSdk.Sandbox.Tool.dll", "tools/net8.0/any/InboxSdk.Sandbox.dll", "tools/net8.0/any/InboxSdk.dll", "README.md", "icon.png"]);
        XDocument.Load(package.Read("tools/net8.0/any/DotnetToolSettings.xml")).Descendants("Command").Single().Attribute("Name")!.Value.Should().Be("inbox-sandbox");
    }

    [Fact]
    public async Task Tool_Installed_Runs()
    {
        var folder = Directory.CreateTempSubdirectory("inbox-tool").FullName;
        try
        {
            // With no other source than the folder of the packages.
            await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"<configuration><packageSources><clear /><add key=\"local\" value=\"{Package.Folder}\" /></packageSources></configuration>");
            await RunAsync("dotnet", ["tool", "install", Tool, "--version", Package.Version, "--tool-path", folder, "--configfile", Path.Combine(folder, "nuget.config"), "--no-cache"]);

            (await RunAsync(Path.Combine(folder, "inbox-sandbox"), ["--help"])).Should().Contain("Usage: inbox-sandbox");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Reference_InThePackage_IsOfItsVersion()
    {
        using var package = Package.Open("InboxSdk");
        using var reader = new StreamReader(package.Read("docs/reference.md"));

        reader.ReadLine().Should().Be($"# InboxSdk {Package.Version}: reference");
        reader.ReadToEnd().Should().Contain("interface IInboxClient");
    }

    [Fact]
    public void Schema_OfTheConfiguration_ReachesAProjectThatUsesAPackage()
    {
        var schema = Package.JsonSchemas.Should().ContainSingle().Which.Split('|');

        File.Exists(schema[0]).Should().BeTrue();
        "appsettings.json".Should().MatchRegex($"^{schema[1]}$");
        "appsettings.Development.json".Should().MatchRegex($"^{schema[1]}$");
    }

    // Each package has a page of its own.
    private static string? Title(Package package)
    {
        using var reader = new StreamReader(package.Read("README.md"));
        return reader.ReadLine();
    }

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, output);
        return output;
    }
}
