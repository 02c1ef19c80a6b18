using InboxSdk.Diagnostics;

namespace InboxSdk.Http;

internal static class AnswerExtensions
{
    /// <summary>Takes the resource out of its envelope.</summary>
    /// <exception cref="InboxSerializationException">The body was empty or lacks the resource.</exception>
    public static T Required<TAnswer, T>(this TAnswer? answer, Func<TAnswer, T?> resource, InboxOperation operation)
        where TAnswer : class
        where T : class
    {
        if (answer is not null && resource(answer) is { } found)
            return found;
        Metrics.AnswerUnreadable(operation.Name);
        throw new InboxSerializationException($"{operation.Name}: the answer does not hold what the API promises. Does InboxClientOptions.BaseAddress lead to the API?");
    }
}
