namespace InboxSdk.LeadScoring;

/// <remarks>Ordinal and case-insensitive, so that the result is the same in every culture, including "DIRECTOR" in Turkish. One search per keyword is faster on
/// typical bios than a combined search, because the first letters of the keywords are too common.</remarks>
internal sealed class BioRule(int points, string[] keywords, bool wholeWords) : LeadRule
{
    internal override int Most { get; } = Math.Max(0, points);

    internal override int Score(Prospect prospect) => Holds(prospect.Bio) ? points : 0;

    internal override string Explain(Prospect prospect) => $"bio: {keywords.First(keyword => Holds(prospect.Bio, keyword))}";

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
