using InboxSdk.Conventions.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InboxSdk.Conventions.Generators;

/// <summary>Runs a generator, and compares the generated code with the files of this folder. To renew them: <c>INBOX_UPDATE_REFERENCE=1 dotnet test tests/InboxSdk.Conventions</c>.</summary>
internal static class GeneratedCode
{
    private const string Folder = "tests/InboxSdk.Conventions/Generators";

    public static GeneratorDriverRunResult Run(IIncrementalGenerator generator, string attributes, string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Models", [CSharpSyntaxTree.ParseText(attributes), CSharpSyntaxTree.ParseText("namespace Models;\n" + source)], references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return CSharpGeneratorDriver.Create(generator).RunGenerators(compilation).GetRunResult();
    }

    public static async Task ShouldBeThatOfTheFileAsync(GeneratorDriverRunResult result, string name)
    {
        var generated = result.GeneratedTrees.Should().ContainSingle().Subject.ToString().ReplaceLineEndings("\n");

        var path = RepositoryFiles.Absolute($"{Folder}/{name}.txt");
        if (Environment.GetEnvironmentVariable("INBOX_UPDATE_REFERENCE") == "1")
            await File.WriteAllTextAsync(path, generated);
        generated.Should().Be((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"));
    }
}
