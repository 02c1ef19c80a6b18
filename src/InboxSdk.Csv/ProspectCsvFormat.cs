namespace InboxSdk;

/// <summary>Names what an export is made for.</summary>
public enum ProspectCsvFormat
{
    /// <summary>UTF-8 without a byte order mark, and lines that end in CR LF, as RFC 4180 has it: for programs.</summary>
    Plain,

    /// <summary>The same with a byte order mark, without which Excel takes every letter beyond ASCII for two. A <see cref="TextWriter"/> writes its own mark, or none.</summary>
    Excel,
}
