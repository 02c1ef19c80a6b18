using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using InboxSdk.V2;

namespace InboxSdk.Webhooks;

/// <summary>Represents the content of a webhook delivery, in any format that Inbox has used.</summary>
/// <remarks>In the format of v2, which new webhooks have, <see cref="Event"/> contains everything. How a webhook is switched to it is not documented, so a receiver may get the others
/// too.</remarks>
public sealed record WebhookDelivery
{
    /// <summary>Gets the format.</summary>
    public WebhookFormat Format { get; init; }

    /// <summary>Gets the type as sent, such as <c>message.received</c>, <c>prospect.tagsChanged</c> (v1) or <c>targetReplied</c> (legacy).</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the type of the corresponding event of v2, with an empty text if there is none.</summary>
    public InboxEventType EventType { get; init; }

    /// <summary>Gets the id of the event, equal in each delivery of it, or <see langword="null"/> in the legacy format.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the sequence number of the event, or <see langword="null"/> in the legacy format.</summary>
    public long? Seq { get; init; }

    /// <summary>Gets when the event occurred, or <see langword="null"/> if unknown.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the id of the team, or <see langword="null"/> if unknown. The format of v2 does not contain it.</summary>
    public string? TeamId { get; init; }

    /// <summary>Gets the event, equal to that of <see cref="IEventsClient.ListAsync"/>, or <see langword="null"/> in the other formats.</summary>
    public InboxEvent? Event { get; init; }

    /// <summary>Gets the JSON of the delivery, or <see langword="null"/> in the format of v2, whose content is <see cref="Event"/>.</summary>
    /// <remarks>Ignored by equality: two records with equal properties are equal.</remarks>
    public JsonElement? Raw { get; init; }

    /// <summary>Determines whether another record has equal properties.</summary>
    /// <param name="other">The other record.</param>
    public bool Equals(WebhookDelivery? other) =>
        other is not null && Format == other.Format && Type == other.Type && EventType == other.EventType && Id == other.Id && Seq == other.Seq
        && CreatedAt == other.CreatedAt && TeamId == other.TeamId && EqualityComparer<InboxEvent?>.Default.Equals(Event, other.Event);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Format, Type, Id, Seq, CreatedAt, TeamId);

    /// <summary>Reads a body, without verifying that it comes from Inbox: for deliveries that were verified before, such as those from a queue of the application. To verify and read,
    /// use <see cref="WebhookVerifier.Read(ReadOnlySpan{byte}, string?)"/>.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookFormatException">The body is not JSON, or not an event.</exception>
    public static WebhookDelivery Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return WebhookReader.Read(body) ?? throw new WebhookFormatException(
                "The body is not an event: it must be a JSON object with \"type\" and \"id\", or with \"event\". Check that it is a delivery of an Inbox webhook.");
        }
        catch (JsonException exception)
        {
            throw new WebhookFormatException("The body is not JSON. Check that it is complete and not compressed.", exception);
        }
    }

    /// <summary>Reads a body, without verifying that it comes from Inbox.</summary>
    /// <param name="body">The body.</param>
    /// <param name="delivery">The delivery, or <see langword="null"/> if the body is not an event.</param>
    /// <returns>Whether the body is an event.</returns>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out WebhookDelivery? delivery)
    {
        try
        {
            delivery = WebhookReader.Read(body);
        }
        catch (JsonException)
        {
            delivery = null;
        }

        return delivery is not null;
    }
}
