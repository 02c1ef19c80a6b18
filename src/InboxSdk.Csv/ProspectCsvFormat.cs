namespace InboxSdk;

/// <summary>Specifies the format of an export.</summary>
public enum ProspectCsvFormat
{
    /// <summary>UTF-8 without a byte order mark, and lines that end in CR LF, as in RFC 4180: for programs.</summary>
    Plain,

    /// <summary>The same with a byte order mark, without which Excel misreads characters beyond ASCII. A <see cref="TextWriter"/> determines its own byte order mark.</summary>
    Excel,
}
