using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InboxSdk.Conventions.Docs;

/// <summary>Compiles a snippet of the documentation as a reader's project would.</summary>
internal static class SnippetCompiler
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    // Everything the test host was started with: the framework, the packages and the SDK itself.
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles a block.</summary>
    /// <returns>What is wrong, with the place in the Markdown file; nothing when it compiles.</returns>
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
        // A method with modifiers, such as a test, is shown without the class around it.
        var isMember = snippet.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>()
            .Any(statement => statement.Statement is LocalFunctionStatementSyntax function
                && function.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.PrivateKeyword)));
        return isMember ? CSharpSyntaxTree.ParseText($"public class Snippet\n{{\n{line}{block.Code}\n}}", Parsing) : snippet;
    }

    private static bool HasTests(MarkdownBlock block) =>
        block.Code.Contains("[Fact", StringComparison.Ordinal) || block.Code.Contains("[Theory", StringComparison.Ordinal);

    // A warning about null is a fault too: it is one in the project of a reader who treats warnings as errors, and in production for the others.
    private static bool IsFault(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id.StartsWith("CS86", StringComparison.Ordinal));

    private static string Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetMappedLineSpan();
        return $"{place.Path}:{place.StartLinePosition.Line + 1}: {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }
}
