using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Xml.Linq;

namespace InboxSdk.PackageSmoke;

/// <summary>Represents a package as <c>dotnet pack</c> writes it.</summary>
internal sealed class Package : IDisposable
{
    private static readonly ILookup<string, string> Facts = typeof(Package).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToLookup(fact => fact.Key, fact => fact.Value!);

    private readonly ZipArchive _zip;

    private Package(string name)
    {
        _zip = ZipFile.OpenRead(Path.Combine(Folder, name));
        Metadata = XDocument.Load(_zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open()).Root!.Elements().Single();
    }

    public static string Folder => Facts["PackagesFolder"].Single();

    public static string Version => Facts["PackageVersion"].Single();

    /// <summary>Gets the JSON schemas that the packages add to the project of a user: path and file pattern.</summary>
    public static IEnumerable<string> JsonSchemas => Facts["JsonSchema"];

    public XElement Metadata { get; }

    /// <summary>Gets the files, without those of the container.</summary>
    public IEnumerable<string> Files => _zip.Entries.Select(entry => entry.FullName)
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml");

    /// <summary>Gets the dependencies of every target, as <c>net8.0: Refit 1.2.3</c>.</summary>
    public IEnumerable<string> Dependencies => Metadata.Descendants().Where(element => element.Name.LocalName == "dependency")
        .Select(element => $"{element.Parent!.Attribute("targetFramework")!.Value}: {element.Attribute("id")!.Value} {element.Attribute("version")!.Value}");

    public static Package Open(string id) => new($"{id}.{Version}.nupkg");

    public static Package OpenSymbols(string id) => new($"{id}.{Version}.snupkg");

    public string? this[string element] => Metadata.Elements().SingleOrDefault(child => child.Name.LocalName == element)?.Value;

    public MemoryStream Read(string file)
    {
        var copy = new MemoryStream();
        using (var content = _zip.GetEntry(file)!.Open())
            content.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    /// <summary>Gets the paths of the sources in the symbols.</summary>
    public IReadOnlyList<string> Sources(string symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(Read(symbols));
        var reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))];
    }

    public void Dispose() => _zip.Dispose();
}
