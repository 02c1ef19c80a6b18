namespace InboxSdk.V2;

/// <summary>Converts the error for a tag, a status or a member that does not exist to that of the facade: the request is invalid. v2 can report it like a
/// contact that does not exist.</summary>
internal static class UnknownReferenceErrors
{
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> call)
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
                AttemptCount = exception.AttemptCount,
                MayHaveTakenEffect = exception.MayHaveTakenEffect,
                Operation = exception.Operation,
                Elapsed = exception.Elapsed,
                IsRetryBudgetExhausted = exception.IsRetryBudgetExhausted,
            };
        }
    }

    public static Task TranslateAsync(Func<Task> call) => TranslateAsync(async () =>
    {
        await call().ConfigureAwait(false);
        return true;
    });
}
