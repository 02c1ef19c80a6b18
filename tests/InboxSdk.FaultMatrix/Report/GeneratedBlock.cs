using InboxSdk.Conventions.Repository;

namespace InboxSdk.FaultMatrix.Report;

/// <summary>Represents a part of a page that a program writes, between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>.</summary>
internal static class GeneratedBlock
{
    public static string Read(string page, string name)
    {
        var text = File.ReadAllText(RepositoryFiles.Absolute(page));
        var (start, end) = Bounds(text, page, name);
        return text[start..end];
    }

    public static void Write(string page, string name, string content)
    {
        var path = RepositoryFiles.Absolute(page);
        var text = File.ReadAllText(path);
        var (start, end) = Bounds(text, page, name);
        File.WriteAllText(path, text[..start] + content + text[end..]);
    }

    private static (int Start, int End) Bounds(string text, string page, string name)
    {
        var start = text.IndexOf($"<!-- {name} -->\n", StringComparison.Ordinal);
        var end = text.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal);
        return start >= 0 && end > start ? (start + $"<!-- {name} -->\n".Length, end) : throw new InvalidOperationException($"{page} has no part '{name}'.");
    }
}
