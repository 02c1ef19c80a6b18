using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxSdk.Tests.V2;
using InboxSdk.V2;
using InboxSdk.Webhooks;

namespace InboxSdk.Tests.Webhooks;

public class WebhookDeliveryTests
{
    [Fact]
    public async Task Parse_EveryDocumentedType_EqualsTheEventOfTheList()
    {
        var types = typeof(InboxEventType).GetProperties().Where(property => property.PropertyType == typeof(InboxEventType)).Select(property => $"{property.GetValue(null)}").ToList();
        var events = types.Select((type, index) => $$"""
            {"id":"evt{{index}}","seq":{{index + 1}},"type":"{{type}}","apiVersion":"2","createdAt":"2026-09-14T10:32:00.000Z","object":{"type":"campaign","id":"o","url":"/o"},
             "data":{"threadId":"t","messageId":"m","contactId":null,"stepNumber":"NaN","emoji":"👍","authorPlatformId":"7","scope":"all","accountLinkId":"a","platform":"twitter",
             "assigneeId":null,"statusId":"s","tagIds":["x","y"],"notes":"n","valuation":12.5},"new":true}
            """).ToList();
        await using var server = V2Server.Of($$"""{"data":[{{string.Join(',', events)}}],"lastSeq":{{events.Count}},"hasMore":false}""");

        var listed = await server.Inbox.Events.ListAsync().ToListAsync();
        var delivered = events.Select(json => Parse(json)).ToList();

        types.Should().HaveCount(32);
        delivered.Select(delivery => delivery.Event).Should().Equal(listed);
        delivered.Select(delivery => delivery.Event!.Data!.Raw!.Value.GetRawText()).Should().Equal(listed.Select(item => item.Data!.Raw!.Value.GetRawText()));
        delivered.Should().OnlyContain(delivery => delivery.Format == WebhookFormat.V2 && delivery.Raw == null && delivery.TeamId == null);
        delivered.Select(delivery => (delivery.Id, delivery.Seq, (string?)delivery.Type, delivery.EventType, delivery.CreatedAt))
            .Should().Equal(listed.Select(item => ((string?)item.Id, (long?)item.Seq, (string?)item.Type.ToString(), item.Type, item.CreatedAt)));
    }

    [Theory]
    [InlineData("""{"apiVersion":"2","id":"e","type":"call.ended","seq":7}""")]
    [InlineData("""{"data":{"apiVersion":"1"},"version":"1.0","id":"e","type":"call.ended","seq":7,"apiVersion":2}""")]
    public void Parse_V2WithOtherOrderOrUnknownType_IsRecognized(string json)
    {
        var delivery = Parse(json);

        (delivery.Format, delivery.Id, delivery.Seq, delivery.Event!.Type).Should().Be((WebhookFormat.V2, "e", 7, new InboxEventType("call.ended")));
    }

    [Theory]
    [InlineData("prospect.tagsChanged", "contact.tagsChanged")]
    [InlineData("prospect.statusChanged", "contact.statusChanged")]
    [InlineData("prospect.notesChanged", "contact.notesChanged")]
    [InlineData("prospect.valuationChanged", "contact.valuationChanged")]
    [InlineData("prospect.assigneeChanged", "contact.assigneeChanged")]
    [InlineData("prospect.created", "")]
    [InlineData("prospect.enriched", "")]
    [InlineData("thread.assigned", "thread.assigned")]
    [InlineData("target.replied", "target.replied")]
    [InlineData("message.deleted", "message.deleted")]
    [InlineData("value.of.tomorrow", "")]
    public void Parse_V1_ReportsTheCorrespondingType(string type, string successor)
    {
        var delivery = Parse($$$"""{"id":"evt_9","seq":9007199254740991,"teamId":"team_1","type":"{{{type}}}","timestamp":"2026-02-09T08:00:00Z","version":"1.0","data":{"prospect":{"username":"ada"} } }""");

        delivery.Should().BeEquivalentTo(
            new
            {
                Format = WebhookFormat.V1,
                Type = type,
                EventType = new InboxEventType(successor),
                Id = "evt_9",
                Seq = 9007199254740991,
                TeamId = "team_1",
                CreatedAt = new DateTimeOffset(2026, 2, 9, 8, 0, 0, TimeSpan.Zero),
                Event = (InboxEvent?)null,
            });
        delivery.Raw!.Value.GetProperty("data").GetProperty("prospect").GetProperty("username").GetString().Should().Be("ada");
    }

    [Theory]
    [InlineData("""{"authorId":"acc_1","accountLink":{"id":"acc_1"}}""", "message.sent")]
    [InlineData("""{"authorId":"44196397","accountLink":{"id":"acc_1"}}""", "message.received")]
    [InlineData("""{"accountLink":{"id":"acc_1"}}""", "")]
    [InlineData("""{"authorId":"acc_1","accountLink":"acc_1"}""", "")]
    [InlineData("""{"authorId":"acc_1"}""", "")]
    [InlineData("[]", "")]
    public void Parse_MessageOfV1_ReportsItsDirectionIfKnown(string data, string successor) =>
        Parse($$"""{"id":"e","seq":1,"type":"message.created","version":"1.0","data":{{data}}}""").EventType.ToString().Should().Be(successor);

    [Theory]
    [InlineData("targetContacted", "target.contacted")]
    [InlineData("targetFollowUpSent", "target.followUpSent")]
    [InlineData("targetReplied", "target.replied")]
    [InlineData("targetVanished", "")]
    public void Parse_Legacy_ReportsTheCorrespondingType(string type, string successor)
    {
        var delivery = Parse($$$"""{"event":"{{{type}}}","timestamp":"2025-05-01T08:00:00Z","data":{"team":{"id":"team_1"},"message":{"content":"Hi"} } }""");

        (delivery.Format, delivery.Type, delivery.EventType.ToString(), delivery.Id, delivery.Seq, delivery.TeamId, delivery.Event)
            .Should().Be((WebhookFormat.Legacy, type, successor, null, null, "team_1", null));
        delivery.CreatedAt.Should().Be(new DateTimeOffset(2025, 5, 1, 8, 0, 0, TimeSpan.Zero));
        delivery.Raw!.Value.GetProperty("data").GetProperty("message").GetProperty("content").GetString().Should().Be("Hi");
    }

    [Theory]
    [InlineData("""{"id":"e","type":"thread.created","apiVersion":"3","seq":"x","timestamp":7}""")]
    [InlineData("""{"id":"e","type":"thread.created","version":"2.0"}""")]
    [InlineData("""{"id":"e","type":"thread.created"}""")]
    public void Parse_AnotherVersion_KeepsTheJson(string json)
    {
        var delivery = Parse(json);

        (delivery.Format, delivery.EventType, delivery.Id, delivery.Seq, delivery.CreatedAt).Should().Be((WebhookFormat.Unknown, InboxEventType.ThreadCreated, "e", null, null));
        delivery.Raw!.Value.GetRawText().Should().Be(json);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("<html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message.received\"")]
    [InlineData("{}")]
    [InlineData("""{"type":"message.received"}""")]
    [InlineData("""{"id":"e","apiVersion":"2"}""")]
    [InlineData("""{"type":"message.received","apiVersion":"2","id":null}""")]
    [InlineData("""{"event":7}""")]
    [InlineData("""{"webhook_id":"w","events":[{"type":"reply_received"}]}""")]
    [InlineData("""{"id":"e","type":"t","apiVersion":"2"}{}""")]
    [InlineData("""{"event":"targetReplied"} x""")]
    [InlineData("""[{"id":"e","type":"t","apiVersion":"2"}]""")]
    public void Parse_NotAnEvent_Throws(string json)
    {
        FluentActions.Invoking(() => Parse(json)).Should().Throw<WebhookFormatException>();
        WebhookDelivery.TryParse(Encoding.UTF8.GetBytes(json), out var delivery).Should().BeFalse();
        delivery.Should().BeNull();
    }

    [Fact]
    public void Parse_TextThatIsNotUtf8_Throws() =>
        FluentActions.Invoking(() => WebhookDelivery.Parse([.. """{"type":"t","apiVersion":"2","id":"""u8, (byte)'"', 0xFF, (byte)'"', (byte)'}']))
            .Should().Throw<WebhookFormatException>().WithInnerException<JsonException>();

    [Fact]
    public void Parse_DeepOrLongBody_IsBoundedOrRead()
    {
        var deep = $$"""{"id":"e","type":"t","apiVersion":"2","data":{{new string('[', 1000)}}{{new string(']', 1000)}}}""";
        var large = new JsonObject { ["id"] = "e", ["type"] = "t", ["apiVersion"] = "2", ["data"] = new string('x', 500_000) }.ToJsonString();

        FluentActions.Invoking(() => Parse(deep)).Should().Throw<WebhookFormatException>();
        Parse(large).Event!.Data!.Raw!.Value.GetString().Should().HaveLength(500_000);
    }

    [Fact]
    public void Equals_OfTwoDeliveriesOfOneEvent_IsTrue()
    {
        Parse(Deliveries.Event).Should().Be(Parse(Deliveries.Event));
        Parse(Deliveries.Event).GetHashCode().Should().Be(Parse(Deliveries.Event).GetHashCode());
        Parse(Deliveries.Event).Should().NotBe(Parse(Deliveries.Event.Replace("t1", "t2", StringComparison.Ordinal)));
    }

    private static WebhookDelivery Parse(string json) => WebhookDelivery.Parse(Encoding.UTF8.GetBytes(json));
}
