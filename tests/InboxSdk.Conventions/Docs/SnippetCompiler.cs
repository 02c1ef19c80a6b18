using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InboxSdk.Conventions.Docs;

/// <summary>Compiles a snippet of the documentation as the project of a reader does.</summary>
internal static class SnippetCompiler
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    // All assemblies of the test host: the framework, the packages and the SDK.
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles a block.</summary>
    /// <returns>The errors, with their place in the Markdown file; empty if the block compiles.</returns>
    public static IReadOnlyList<string> Compile(MarkdownBlock block) =>
        Compile(block, SnippetPrelude.ImplicitUsings + SnippetPrelude.Usings + (HasTests(block) ? SnippetPrelude.TestUsings : "") + SnippetPrelude.Variables);

    /// <summary>Compiles a block as the one file of a new console project.</summary>
    /// <returns>As <see cref="Compile(MarkdownBlock)"/>.</returns>
    public static IReadOnlyList<string> CompileAlone(MarkdownBlock block) => Compile(block, SnippetPrelude.ImplicitUsings);

    private static IReadOnlyList<string> Compile(MarkdownBlock block, string prelude)
    {
        var snippet = Parse(block);
        var isProgram = snippet.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any();
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(prelude, Parsing), snippet],
            References,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics().Where(IsFault).Select(Describe)];
    }

    private static SyntaxTree Parse(MarkdownBlock block)
    {
        var line = $"#line {block.Line} \"{block.Path}\"\n";
        var snippet = CSharpSyntaxTree.ParseText(line + block.Code, Parsing);
        // The documentation shows a method with modifiers, such as a test, without its class.
        var isMember = snippet.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>()
            .Any(statement => statement.Statement is LocalFunctionStatementSyntax function
                && function.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.PrivateKeyword)));
        return isMember ? CSharpSyntaxTree.ParseText($"public class Snippet\n{{\n{line}{block.Code}\n}}", Parsing) : snippet;
    }

    private static bool HasTests(MarkdownBlock block) =>
        block.Code.Contains("[Fact", StringComparison.Ordinal) || block.Code.Contains("[Theory", StringComparison.Ordinal);

    // A nullable warning is also a fault: it is an error in a project that treats warnings as errors.
    private static bool IsFault(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id.StartsWith("CS86", StringComparison.Ordinal));

    private static string Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetMappedLineSpan();
        return $"{place.Path}:{place.StartLinePosition.Line + 1}: {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }
}
