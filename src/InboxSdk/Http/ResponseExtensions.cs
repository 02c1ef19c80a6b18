namespace InboxSdk.Http;

/// <summary>Returns what the pipeline has read from responses, which <see cref="ResponseJudge"/> has validated.</summary>
internal static class ResponseExtensions
{
    /// <summary>Awaits a response and returns its value.</summary>
    /// <typeparam name="T">The type that the operation's <see cref="SuccessContract"/> reads.</typeparam>
    public static async Task<T> ReadAsync<T>(this Task<HttpContent> response)
        where T : class
    {
        using var body = (PooledContent)await response.ConfigureAwait(false);
        return (T)body.Value!;
    }

    /// <summary>Awaits a response without a body.</summary>
    public static async Task ReadNothingAsync(this Task<HttpContent> response)
    {
        using var body = await response.ConfigureAwait(false);
    }

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
