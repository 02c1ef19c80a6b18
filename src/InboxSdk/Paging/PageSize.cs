namespace InboxSdk.Paging;

/// <summary>The bounds the API sets on a page (the guide: <c>limit</c>, at most 100).</summary>
internal static class PageSize
{
    public const int Maximum = 100;

    public static int Validate(int value, string parameterName) =>
        value is >= 1 and <= Maximum
            ? value
            : throw new ArgumentOutOfRangeException(parameterName, value, $"A page holds 1 to {Maximum} items.");
}
