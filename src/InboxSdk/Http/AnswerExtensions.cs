namespace InboxSdk.Http;

/// <summary>Takes from responses what the pipeline has read: <see cref="ResponseJudge"/> checked that they are the API's own, and what was asked for.</summary>
internal static class AnswerExtensions
{
    /// <summary>Awaits a response and takes what its body holds.</summary>
    /// <typeparam name="T">The type that the operation's <see cref="SuccessContract"/> reads.</typeparam>
    public static async Task<T> ReadAsync<T>(this Task<HttpContent> response)
        where T : class
    {
        using var body = (PooledContent)await response.ConfigureAwait(false);
        return (T)body.Value!;
    }

    /// <summary>Awaits a response that has no body.</summary>
    public static async Task ReadNothingAsync(this Task<HttpContent> response)
    {
        using var body = await response.ConfigureAwait(false);
    }

    /// <summary>Takes the API's own word that a thing does not exist for the end of deleting it, after an attempt that may have deleted it and whose response was lost.</summary>
    /// <param name="deletion">The call.</param>
    /// <param name="code">The code that says so of this thing.</param>
    /// <param name="gone">What to return then.</param>
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
