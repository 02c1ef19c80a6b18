namespace InboxSdk.Paging;

/// <summary>The bounds the API sets on a page (the guide: <c>limit</c>, at most 100).</summary>
internal static class PageSize
{
    public const int Maximum = 100;

    /// <summary>What the API sets for events alone.</summary>
    public const int MaximumOfEvents = 1000;

    public static int Validate(int value, string parameterName, int maximum = Maximum) =>
        value >= 1 && value <= maximum
            ? value
            : throw new ArgumentOutOfRangeException(parameterName, value, $"A page of this list holds 1 to {maximum} items.");
}
