namespace InboxSdk.Paging;

/// <summary>The limits of the page size (the guide: <c>limit</c>, at most 100).</summary>
internal static class PageSize
{
    public const int Maximum = 100;

    /// <summary>The limit for events.</summary>
    public const int MaximumOfEvents = 1000;

    public static int Validate(int value, string parameterName, int maximum = Maximum) =>
        value >= 1 && value <= maximum
            ? value
            : throw new ArgumentOutOfRangeException(parameterName, value, $"The page size of this list must be from 1 to {maximum}.");
}
