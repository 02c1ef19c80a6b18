using System.Globalization;
using System.Text;

namespace InboxSdk.Sandbox;

/// <summary>Compares the names of tags and statuses as Inbox does: ignores case, accents and surrounding white space.</summary>
internal static class Names
{
    public static bool AreSame(string x, string y)
    {
        (x, y) = (x.Trim(), y.Trim());
        return x.Equals(y, StringComparison.OrdinalIgnoreCase) || Plain(x).Equals(Plain(y), StringComparison.OrdinalIgnoreCase);
    }

    private static string Plain(string name)
    {
        if (Ascii.IsValid(name))
            return name;
        try
        {
            return string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        }
        catch (ArgumentException)
        {
            // An unpaired surrogate has no normal form and equals only itself.
            return name;
        }
    }
}
