namespace InboxSdk.LeadScoring;

/// <remarks>Ordinal and ignoring case: the same in every culture, so that a Turkish machine finds "DIRECTOR" too. One search a keyword: on bios of usual
/// length that is faster than searching for all at once, whose first letters are too common.</remarks>
internal sealed class BioRule(int points, string[] keywords, bool wholeWords) : LeadRule
{
    internal override int Most { get; } = Math.Max(0, points);

    internal override int Score(Prospect prospect) => Holds(prospect.Description) ? points : 0;

    internal override string Explain(Prospect prospect) => $"bio: {keywords.First(keyword => Holds(prospect.Description, keyword))}";

    private bool Holds(ReadOnlySpan<char> bio)
    {
        foreach (var keyword in keywords)
        {
            if (Holds(bio, keyword))
                return true;
        }

        return false;
    }

    private bool Holds(ReadOnlySpan<char> bio, string keyword)
    {
        for (var start = 0; ;)
        {
            var index = bio[start..].IndexOf(keyword, StringComparison.OrdinalIgnoreCase);
            if (index < 0)
                return false;
            var (from, to) = (start + index, start + index + keyword.Length);
            if (!wholeWords || (!IsWordAt(bio, from - 1) && !IsWordAt(bio, to)))
                return true;
            start = from + 1;
        }
    }

    private static bool IsWordAt(ReadOnlySpan<char> bio, int index) => index >= 0 && index < bio.Length && char.IsLetterOrDigit(bio[index]);
}
