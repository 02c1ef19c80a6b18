using InboxSdk.Http;

namespace InboxSdk.V2;

internal static class BareAnswerExtensions
{
    /// <summary>Awaits a resource that comes bare.</summary>
    /// <exception cref="InboxSerializationException">The body was empty.</exception>
    public static async Task<T> RequiredAsync<T>(this Task<T?> answer, InboxOperation operation)
        where T : class => (await answer.ConfigureAwait(false)).Required(resource => resource, operation);
}
