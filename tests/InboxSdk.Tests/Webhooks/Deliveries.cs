using System.Globalization;
using System.Text;
using InboxSdk.Tests.Support;
using InboxSdk.Webhooks;

namespace InboxSdk.Tests.Webhooks;

/// <summary>Contains published deliveries with their signatures, which were computed independently.</summary>
internal static class Deliveries
{
    public const string Secret = "ibt_wh_test";
    public const string OldSecret = "ibt_wh_old";
    public const long SignedAt = 1705312200;

    public const string Event = """{"id":"evt_1","seq":42,"type":"message.received","apiVersion":"2","createdAt":"2026-09-14T10:32:00.000Z","object":{"type":"message","id":"m1","url":"/messages/m1"},"data":{"threadId":"t1"}}""";
    public const string EventSignature = "64b79270744964f00ce95ab53f9320363485141bbf16b8338ffb25588fc8272a";
    public const string OldEventSignature = "a27549ea7f86a845b651a0d63451c8e21df32ac610f1482aa8db32d516c7b3ba";

    public const string Note = """{"note":"café 👍"}""";
    public const string NoteSignature = "e74e371484d5a8b716665fcac941a8a354c98d9560e662b7355f135cdd17310a";

    public const string EmptySignature = "c66618cb37e0f09b84af58d32de09322c58871c900f20876bc81f6fa58dcd11f";

    public static byte[] Body { get; } = Encoding.UTF8.GetBytes(Event);

    public static string Header(string signature = EventSignature, long signedAt = SignedAt) => string.Create(CultureInfo.InvariantCulture, $"t={signedAt},v1={signature}");

    /// <summary>Creates a verifier whose clock is the given number of seconds after the signature.</summary>
    public static WebhookVerifier Verifier(double age = 10, double tolerance = 300, params string[] secrets) => new(Options(age, tolerance, secrets));

    public static WebhookVerifierOptions Options(double age = 10, double tolerance = 300, params string[] secrets)
    {
        var clock = new TestClock();
        clock.AdjustTime(DateTimeOffset.FromUnixTimeSeconds(SignedAt).AddSeconds(age));
        return new() { Secrets = secrets.Length == 0 ? [Secret] : [.. secrets], Tolerance = TimeSpan.FromSeconds(tolerance), TimeProvider = clock };
    }
}
