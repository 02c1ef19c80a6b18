namespace InboxSdk.V2;

/// <summary>Says that a tag, a status or a member does not exist in the way the facade does: what the request names is wrong. v2 can say it as it says that
/// the contact does not exist.</summary>
internal static class ReferencesExist
{
    public static async Task<T> CheckAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (InboxNotFoundException exception) when (exception.Code is InboxErrorCodes.TagNotFound or InboxErrorCodes.StatusNotFound or InboxErrorCodes.MemberNotFound)
        {
            throw new InboxValidationException(exception.Message, exception.StatusCode, exception.Code, exception)
            {
                RequestId = exception.RequestId,
                Details = exception.Details,
                Body = exception.Body,
                Headers = exception.Headers,
                Attempts = exception.Attempts,
                MayHaveTakenEffect = exception.MayHaveTakenEffect,
            };
        }
    }

    public static Task CheckAsync(Func<Task> call) => CheckAsync(async () =>
    {
        await call().ConfigureAwait(false);
        return true;
    });
}
