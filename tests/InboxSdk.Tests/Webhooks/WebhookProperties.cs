using System.Text;
using CsCheck;
using InboxSdk.Webhooks;

namespace InboxSdk.Tests.Webhooks;

public class WebhookProperties
{
    private static readonly Gen<string> Secret = Gen.Char['!', '~'].Array[1, 60].Select(characters => new string(characters));

    [Fact]
    public void Verify_WhatTheSignerSigned_IsVerified_InOneOrManySegments() =>
        Gen.Select(Secret, Gen.Byte.Array[0, 3000], Gen.Int[1, 700], Gen.Long[0, 99_999_999_999]).Sample((secret, body, segment, seconds) =>
        {
            var clock = new Support.TestClock();
            clock.AdjustTime(DateTimeOffset.FromUnixTimeSeconds(seconds));
            var header = new WebhookSigner(secret, clock).Sign(body);
            var verifier = new WebhookVerifier(new WebhookVerifierOptions { Secrets = [secret], TimeProvider = clock });

            return verifier.Verify(body, header).IsVerified && verifier.Verify(Segments.Of(body, segment), header).IsVerified;
        });

    [Fact]
    public void Verify_AnyOneBitChanged_IsNotVerified() =>
        Gen.Select(Gen.Int[0, (Deliveries.Body.Length * 8) - 1], Gen.Int[0, 255]).Sample((bit, signatureBit) =>
        {
            var body = Deliveries.Body.ToArray();
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            var signature = Convert.FromHexString(Deliveries.EventSignature);
            signature[signatureBit / 8] ^= (byte)(1 << (signatureBit % 8));

            return Deliveries.Verifier().Verify(body, Deliveries.Header()).Status == WebhookStatus.NoMatch
                && Deliveries.Verifier().Verify(Deliveries.Body, Deliveries.Header(Convert.ToHexString(signature))).Status == WebhookStatus.NoMatch;
        });

    [Fact]
    public void Verify_AnyHeader_NeitherThrowsNorIsVerified()
    {
        var part = Gen.OneOf(
            Gen.String, AnyOf("t", "v1", "=", ",", " ", "t=1705312200", "v1=", Deliveries.EmptySignature, "\0", "\uD800", "٣"), Gen.Long.Select(number => $"t={number}"));

        part.Array[0, 40].Select(string.Concat).Sample(header => !Deliveries.Verifier().Verify(Deliveries.Body, header).IsVerified);
    }

    [Fact]
    public void Verify_AgainstAnIndependentParser_AgreesOnTheFormat() =>
        AnyOf("t=1705312200", "t=x", "t=0", "t=01", "t", "v1", "v1=", $"v1={Deliveries.EventSignature}", $"v1={Deliveries.EmptySignature}", "v2=1", " ", "", "V1=1", "=")
            .Array[0, 6].Select(parts => string.Join(',', parts)).Sample(header =>
            {
                var pairs = header.Split(',').Select(item => item.Trim().Split('=', 2)).Where(item => item.Length == 2).Select(item => (Key: item[0], Value: item[1])).ToList();
                var first = pairs.FirstOrDefault(pair => pair.Key == "t").Value;
                var signatures = pairs.Where(pair => pair.Key == "v1").Select(pair => pair.Value).ToList();
                var expected = string.IsNullOrWhiteSpace(header) ? WebhookStatus.Missing
                    : first is null or "x" or "01" || signatures.Count == 0 ? WebhookStatus.Malformed
                    : first == "0" ? WebhookStatus.TooOld
                    : signatures.Contains(Deliveries.EventSignature) ? WebhookStatus.Verified
                    : WebhookStatus.NoMatch;

                return Deliveries.Verifier().Verify(Deliveries.Body, header).Status == expected;
            });

    [Fact]
    public void Parse_AnyBody_IsADeliveryOrAFormatException()
    {
        var text = AnyOf(
            "{", "}", "[", "]", ":", ",", "null", "1", "\"\"", "\"id\"", "\"type\"", "\"event\"", "\"version\"", "\"apiVersion\"", "\"data\"", "\"2\"", "\"1.0\"", "\"message.created\"",
            "\"\\ud800\"", "\"seq\":42,", "\"id\":\"a\",", "\"type\":\"thread.deleted\",", "\"apiVersion\":\"2\",", "\"version\":\"1.0\",", "\"data\":{\"accountLink\":7}");

        text.Array[0, 30].Select(string.Concat).Sample(body => Parses(Encoding.UTF8.GetBytes(body)));
        text.Array[0, 10].Select(parts => $"{{{string.Concat(parts)}\"z\":0}}").Sample(body => Parses(Encoding.UTF8.GetBytes(body)));
        Gen.Byte.Array[0, 100].Sample(Parses);
        Gen.Int[0, Deliveries.Body.Length - 1].Sample(length => !WebhookDelivery.TryParse(Deliveries.Body.AsSpan()[..length], out _));
    }

    private static Gen<string> AnyOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static bool Parses(byte[] body)
    {
        var isEvent = WebhookDelivery.TryParse(body, out var delivery);
        try
        {
            var parsed = WebhookDelivery.Parse(body);
            return isEvent && parsed.Equals(delivery);
        }
        catch (WebhookFormatException)
        {
            return !isEvent;
        }
    }
}
