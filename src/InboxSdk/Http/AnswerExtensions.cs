using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Diagnostics;

namespace InboxSdk.Http;

/// <summary>Reads answers, straight from the bytes that the pipeline has read.</summary>
internal static class AnswerExtensions
{
    /// <summary>Awaits an answer and reads it.</summary>
    /// <returns>What it holds; null when it is empty, or says null.</returns>
    /// <exception cref="InboxSerializationException">The body cannot be understood.</exception>
    public static async Task<T?> ReadAsync<T>(this Task<HttpContent> answer, JsonTypeInfo<T> type)
        where T : class
    {
        using var body = (PooledContent)await answer.ConfigureAwait(false);
        return body.Read(type);
    }

    /// <summary>Awaits a resource that comes bare, and reads it.</summary>
    /// <exception cref="InboxSerializationException">The body is empty, or cannot be understood.</exception>
    public static async Task<T> ReadAsync<T>(this Task<HttpContent> answer, JsonTypeInfo<T> type, InboxOperation operation)
        where T : class
    {
        using var body = (PooledContent)await answer.ConfigureAwait(false);
        return body.Read(type).Required(resource => resource, operation);
    }

    /// <summary>Awaits an answer that says no more than that it is done.</summary>
    /// <exception cref="InboxSerializationException">The body is neither empty nor JSON: it is of somebody between Inbox and us, who did nothing.</exception>
    public static async Task ReadNothingAsync(this Task<HttpContent> answer)
    {
        using var body = (PooledContent)await answer.ConfigureAwait(false);
        if (body.Bytes.IsEmpty)
            return;
        try
        {
            var reader = new Utf8JsonReader(body.Bytes.Span);
            reader.Read();
            reader.Skip();
        }
        catch (JsonException exception)
        {
            throw body.Call.Errors.Unreadable(body, exception);
        }
    }

    public static T? Read<T>(this PooledContent body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var utf8 = body.Bytes.Span;
            return utf8.IsEmpty ? null : JsonSerializer.Deserialize(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, type);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw body.Call.Errors.Unreadable(body, exception);
        }
    }

    /// <summary>Takes the resource out of its envelope.</summary>
    /// <exception cref="InboxSerializationException">The body was empty or lacks the resource.</exception>
    public static T Required<TAnswer, T>(this TAnswer? answer, Func<TAnswer, T?> resource, InboxOperation operation)
        where TAnswer : class
        where T : class
    {
        if (answer is not null && resource(answer) is { } found)
            return found;
        Metrics.AnswerUnreadable(operation.Name);
        throw new InboxSerializationException($"{operation.Name}: the answer does not hold what the API promises. Does InboxClientOptions.BaseAddress lead to the API?")
        {
            MayHaveTakenEffect = !operation.IsRead,
        };
    }
}
