namespace InboxSdk.Pipeline;

/// <summary>Completes deletions.</summary>
internal static class DeletionExtensions
{
    /// <summary>Treats the API's own "not found" as success of a deletion, after an attempt whose response was lost and which may have deleted the resource.</summary>
    /// <param name="deletion">The call.</param>
    /// <param name="code">The error code that means that this resource does not exist.</param>
    /// <param name="gone">The value to return then.</param>
    public static async Task<T> OrGoneAsync<T>(this Task<T> deletion, string code, T gone)
    {
        try
        {
            return await deletion.ConfigureAwait(false);
        }
        catch (InboxNotFoundException exception) when (exception.MayHaveTakenEffect && exception.Code == code)
        {
            return gone;
        }
    }

    /// <inheritdoc cref="OrGoneAsync{T}"/>
    public static async Task OrGoneAsync(this Task deletion, string code)
    {
        try
        {
            await deletion.ConfigureAwait(false);
        }
        catch (InboxNotFoundException exception) when (exception.MayHaveTakenEffect && exception.Code == code)
        {
        }
    }
}
