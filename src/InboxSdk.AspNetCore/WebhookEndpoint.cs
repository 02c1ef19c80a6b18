using InboxSdk.V2;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace InboxSdk.Webhooks;

/// <summary>Receives deliveries: reads, verifies and accepts each. The response does not state why a delivery is rejected; the log does.</summary>
internal sealed class WebhookEndpoint(WebhookReceiver receiver, bool hasHandlers, InboxEventProcessor? processor, ILogger logger)
{
    private const string RetryAfterSeconds = "10";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            context.Response.StatusCode = await ReceiveAsync(context).ConfigureAwait(false);
        }
        // Of the server or of a component before the endpoint: the body is incomplete, too slow or too large.
        catch (BadHttpRequestException exception)
        {
            context.Response.StatusCode = Reject(exception.StatusCode, "unreadable", "the body could not be read");
        }
        catch (InvalidDataException)
        {
            context.Response.StatusCode = Reject(StatusCodes.Status400BadRequest, "unreadable", "the body could not be decompressed");
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            // The sender closed the connection, so there is no response.
        }
    }

    private async ValueTask<int> ReceiveAsync(HttpContext context)
    {
        var request = context.Request;
        // The middleware for decompression removes the header of what it decodes, and passes on everything else.
        if (IsEncoded(request.Headers.ContentEncoding))
            return Reject(StatusCodes.Status415UnsupportedMediaType, "compressed", "the body is compressed; add UseRequestDecompression() before the endpoint");
        var signature = request.Headers[WebhookVerifier.SignatureHeaderName];
        if (signature.Count != 1)
        {
            return signature.Count == 0
                ? Reject(StatusCodes.Status401Unauthorized, "missing", "there is no signature header")
                : Reject(StatusCodes.Status401Unauthorized, "malformed", "there are several signature headers");
        }


        var state = receiver.State;
        var read = await WebhookBody.ReadAsync(request, state.MaxBodyBytes, context.RequestAborted).ConfigureAwait(false);
        if (read is not { } body)
            return Reject(StatusCodes.Status413PayloadTooLarge, "too_large", "the body is larger than MaxBodyBytes");
        using (body)
        {
            var result = state.Verifier.Verify(body.Bytes, signature[0]);
            if (!result.IsVerified)
            {
                var (reason, text) = Describe(result.Status);
                return Reject(StatusCodes.Status401Unauthorized, reason, text);
            }

            return WebhookDelivery.TryParse(body.Bytes, out var delivery)
                ? Accept(delivery, context.Response)
                : Reject(StatusCodes.Status400BadRequest, "no_event", "it is authentic, but not an event");
        }
    }

    private int Accept(WebhookDelivery delivery, HttpResponse response)
    {
        // The event log has the event, so the processor needs no more than to be woken.
        processor?.Wake(delivery.Event is { Seq: > 0 } item ? item.Seq : null);
        if (!hasHandlers || receiver.TryAccept(delivery))
        {
            WebhookTelemetry.Responded(StatusCodes.Status204NoContent, reason: null);
            return StatusCodes.Status204NoContent;
        }

        logger.DeliveryNotAccepted(receiver.Waiting.Count);
        WebhookTelemetry.Responded(StatusCodes.Status503ServiceUnavailable, "queue_full");
        response.Headers.RetryAfter = RetryAfterSeconds;
        return StatusCodes.Status503ServiceUnavailable;
    }

    // Metrics have the reason, and the log the text.
    private int Reject(int statusCode, string reason, string text)
    {
        WebhookTelemetry.Responded(statusCode, reason);
        logger.DeliveryRejected(statusCode, text);
        return statusCode;
    }

    private static bool IsEncoded(StringValues encodings)
    {
        foreach (var encoding in encodings)
        {
            if (!string.IsNullOrWhiteSpace(encoding) && !encoding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static (string Reason, string Text) Describe(WebhookStatus status) => status switch
    {
        WebhookStatus.Missing => ("missing", "the signature header is empty"),
        WebhookStatus.Malformed => ("malformed", "the signature header is malformed"),
        WebhookStatus.TooOld => ("too_old", "it was signed too long ago; check Tolerance and the clock"),
        WebhookStatus.TooNew => ("too_new", "it was signed in the future; check the clock"),
        _ => ("no_match", "no signature matches; check the secret, and that no component changes the body"),
    };
}
