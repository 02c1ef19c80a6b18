using System.Buffers;
using System.Text;
using InboxSdk.V2;
using InboxSdk.Webhooks;
using Microsoft.Extensions.Options;

namespace InboxSdk.Tests.Webhooks;

public class WebhookVerifierTests
{
    [Theory]
    [InlineData(Deliveries.Event, Deliveries.EventSignature)]
    [InlineData("", Deliveries.EmptySignature)]
    [InlineData(Deliveries.Note, Deliveries.NoteSignature)]
    public void Verify_PublishedSignature_IsVerified(string body, string signature)
    {
        var result = Deliveries.Verifier().Verify(Encoding.UTF8.GetBytes(body), Deliveries.Header(signature));

        result.Should().Be(new WebhookVerification { Status = WebhookStatus.Verified, SignedAt = DateTimeOffset.FromUnixTimeSeconds(Deliveries.SignedAt) });
        result.IsVerified.Should().BeTrue();
    }

    [Theory]
    [InlineData(0, 300, WebhookStatus.Verified)]
    [InlineData(300, 300, WebhookStatus.Verified)]
    [InlineData(300.9, 300, WebhookStatus.Verified)]
    [InlineData(301, 300, WebhookStatus.TooOld)]
    [InlineData(-300, 300, WebhookStatus.Verified)]
    [InlineData(-301, 300, WebhookStatus.TooNew)]
    [InlineData(301, 600, WebhookStatus.Verified)]
    [InlineData(400_000_000, 300, WebhookStatus.TooOld)]
    public void Verify_AgeOfTheSignature_MustBeWithinTheTolerance(double age, double tolerance, WebhookStatus status) =>
        Deliveries.Verifier(age, tolerance).Verify(Deliveries.Body, Deliveries.Header()).Status.Should().Be(status);

    [Theory]
    [InlineData(null, WebhookStatus.Missing)]
    [InlineData("", WebhookStatus.Missing)]
    [InlineData(" \t", WebhookStatus.Missing)]
    [InlineData("v1=abc", WebhookStatus.Malformed)]
    [InlineData("t=1705312200", WebhookStatus.Malformed)]
    [InlineData("t=x,v1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData("t=,v1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData("t=01705312200,v1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData("t=+1705312200,v1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData("t=1705312200.0,v1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData("t=١٧٠٥٣١٢٢٠٠,v1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData("t=1234567890123,v1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData("T=1705312200,V1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData("t=x,t=1705312200,v1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData("t = 1705312200,v1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData("t=1705312200;v1=" + Deliveries.EventSignature, WebhookStatus.Malformed)]
    [InlineData(",,,=,=x,t,v1", WebhookStatus.Malformed)]
    [InlineData("t=0,v1=" + Deliveries.EventSignature, WebhookStatus.TooOld)]
    [InlineData("t=999999999999,v1=" + Deliveries.EventSignature, WebhookStatus.TooNew)]
    [InlineData("t=1705312200,v1=", WebhookStatus.NoMatch)]
    [InlineData("t=1705312200,v1=abc", WebhookStatus.NoMatch)]
    [InlineData("t=1705312200,v1=" + Deliveries.EventSignature + "00", WebhookStatus.NoMatch)]
    [InlineData("t=1705312200,v1=0x" + Deliveries.EventSignature, WebhookStatus.NoMatch)]
    [InlineData("t=1705312200,v1= " + Deliveries.EventSignature, WebhookStatus.NoMatch)]
    [InlineData("t=1705312200,v1=" + Deliveries.EventSignature + "=", WebhookStatus.NoMatch)]
    [InlineData("t=1705312201,v1=" + Deliveries.EventSignature, WebhookStatus.NoMatch)]
    [InlineData("t=1705312200,v2=" + Deliveries.EventSignature + ",v1=00", WebhookStatus.NoMatch)]
    [InlineData("t=1705312200,v1=" + Deliveries.EmptySignature, WebhookStatus.NoMatch)]
    [InlineData("t=1705312200,v1=" + Deliveries.EventSignature, WebhookStatus.Verified)]
    [InlineData("v1=" + Deliveries.EventSignature + ",t=1705312200", WebhookStatus.Verified)]
    [InlineData(" t=1705312200 , v1=" + Deliveries.EventSignature + " ", WebhookStatus.Verified)]
    [InlineData("t=1705312200,v1=" + Deliveries.EmptySignature + ",v1=" + Deliveries.EventSignature, WebhookStatus.Verified)]
    [InlineData("t=1705312200,v1=" + Deliveries.EventSignature + ",v1=" + Deliveries.EmptySignature, WebhookStatus.Verified)]
    [InlineData("t=1705312200,v1=abc,,v2=0,v1=" + Deliveries.EventSignature, WebhookStatus.Verified)]
    [InlineData("t=1705312200,t=1,v1=" + Deliveries.EventSignature, WebhookStatus.Verified)]
    [InlineData("t=1705312200,v1=64B79270744964F00CE95AB53F9320363485141BBF16B8338FFB25588FC8272A", WebhookStatus.Verified)]
    public void Verify_Header_IsParsedStrictly(string? header, WebhookStatus status) => Deliveries.Verifier().Verify(Deliveries.Body, header).Status.Should().Be(status);

    [Theory]
    [InlineData(55, WebhookStatus.Verified)]
    [InlineData(60, WebhookStatus.Malformed)]
    [InlineData(15_000, WebhookStatus.Malformed)]
    public void Verify_ManySignatures_AreBounded(int count, WebhookStatus status)
    {
        var header = Deliveries.Header() + string.Concat(Enumerable.Repeat($",v1={Deliveries.EmptySignature}", count));

        Deliveries.Verifier().Verify(Deliveries.Body, header).Status.Should().Be(status);
    }

    [Fact]
    public void Verify_BodyThatDiffers_DoesNotMatch()
    {
        var verifier = Deliveries.Verifier();

        verifier.Verify([.. Deliveries.Body, (byte)' '], Deliveries.Header()).Status.Should().Be(WebhookStatus.NoMatch);
        verifier.Verify(Deliveries.Body.AsSpan()[..^1], Deliveries.Header()).Status.Should().Be(WebhookStatus.NoMatch);
        // The period between the timestamp and the body is part of what is signed.
        verifier.Verify("00.{}"u8, "t=17053122,v1=" + new WebhookSigner(Deliveries.Secret).Sign(".{}"u8, DateTimeOffset.FromUnixTimeSeconds(Deliveries.SignedAt))[^64..])
            .IsVerified.Should().BeFalse();
    }

    [Theory]
    [InlineData(1023, WebhookStatus.NoMatch)]
    [InlineData(1024, WebhookStatus.NoMatch)]
    [InlineData(1025, WebhookStatus.TooLarge)]
    public void Verify_LargeBody_IsRejectedBeforeItIsHashed(int length, WebhookStatus status)
    {
        var options = Deliveries.Options();
        options.MaxBodyBytes = 1024;
        var verifier = new WebhookVerifier(options);

        verifier.Verify(new byte[length], Deliveries.Header()).Status.Should().Be(status);
        verifier.Verify(new ReadOnlySequence<byte>(new byte[length]), Deliveries.Header()).Status.Should().Be(status);
    }

    [Theory]
    [InlineData(Deliveries.EventSignature)]
    [InlineData(Deliveries.OldEventSignature)]
    public void Verify_SeveralSecrets_AcceptsEachOfThem(string signature)
    {
        var verifier = Deliveries.Verifier(10, 300, "ibt_wh_other", Deliveries.Secret, Deliveries.OldSecret);

        verifier.Verify(Deliveries.Body, Deliveries.Header(signature)).IsVerified.Should().BeTrue();
        verifier.Verify(Deliveries.Body, Deliveries.Header(Deliveries.EmptySignature)).Status.Should().Be(WebhookStatus.NoMatch);
        Deliveries.Verifier(10, 300, "ibt_wh_other").Verify(Deliveries.Body, Deliveries.Header(signature)).Status.Should().Be(WebhookStatus.NoMatch);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    [InlineData("ibt_wh_canary\n")]
    [InlineData(" ibt_wh_canary")]
    public void Constructor_BlankSecret_Throws(string? secret)
    {
        var create = () => new WebhookVerifier(new WebhookVerifierOptions { Secrets = [Deliveries.Secret, secret!] });

        create.Should().Throw<OptionsValidationException>().WithMessage("*Secrets[1]*copied*").Which.Message.Should().NotContain("canary");
        FluentActions.Invoking(() => new WebhookSigner(secret!)).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("canary");
    }

    [Fact]
    public void Constructor_InvalidOptions_ThrowsWithEveryProblem()
    {
        var create = () => new WebhookVerifier(new WebhookVerifierOptions { Tolerance = TimeSpan.Zero, MaxBodyBytes = 1, TimeProvider = null! });

        create.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(4);
        FluentActions.Invoking(() => new WebhookVerifier(new WebhookVerifierOptions { Secrets = null! })).Should().Throw<OptionsValidationException>();
    }

    [Fact]
    public void Constructor_OptionsChangedLater_AreCopied()
    {
        var options = Deliveries.Options();
        var verifier = new WebhookVerifier(options);

        options.Secrets.Clear();

        verifier.Verify(Deliveries.Body, Deliveries.Header()).IsVerified.Should().BeTrue();
    }

    [Fact]
    public void Verify_BodyInSegments_IsVerifiedAndRead()
    {
        var body = Segments.Of(Deliveries.Body, 7);

        Deliveries.Verifier().Verify(body, Deliveries.Header()).IsVerified.Should().BeTrue();
        Deliveries.Verifier().Verify(body, Deliveries.Header(Deliveries.OldEventSignature)).Status.Should().Be(WebhookStatus.NoMatch);
        Deliveries.Verifier().Read(body, Deliveries.Header()).Event!.Seq.Should().Be(42);
        FluentActions.Invoking(() => Deliveries.Verifier().Read(body, null)).Should().Throw<WebhookSignatureException>();
    }

    [Fact]
    public void Read_Authentic_ReturnsTheEvent()
    {
        var delivery = Deliveries.Verifier().Read(Deliveries.Body, Deliveries.Header());

        delivery.Event!.Data.Should().Be(new MessageEventData { ThreadId = "t1" });
    }

    [Theory]
    [InlineData(null, 10, WebhookStatus.Missing, "*no X-Inbox-Signature header*")]
    [InlineData("t=1", 10, WebhookStatus.Malformed, "*malformed*")]
    [InlineData("t=1705312200,v1=00", 10, WebhookStatus.NoMatch, "*secret is that of this webhook*")]
    [InlineData("t=1705312200,v1=00", 999, WebhookStatus.TooOld, "*increase the tolerance*")]
    [InlineData("t=1705312200,v1=00", -999, WebhookStatus.TooNew, "*clock*")]
    public void Read_NotAuthentic_ThrowsWithTheReason(string? header, double age, WebhookStatus status, string message)
    {
        var read = () => Deliveries.Verifier(age).Read(Deliveries.Body, header);

        read.Should().Throw<WebhookSignatureException>().WithMessage(message).Which.Status.Should().Be(status);
    }

    [Fact]
    public void Read_TooLarge_ThrowsWithTheReason()
    {
        var read = () => Deliveries.Verifier().Read(new byte[1024 * 1024 + 1], Deliveries.Header());

        read.Should().Throw<WebhookSignatureException>().WithMessage("*MaxBodyBytes*").Which.Status.Should().Be(WebhookStatus.TooLarge);
    }

    [Fact]
    public void Read_AuthenticButNoEvent_ThrowsAnotherException()
    {
        var read = () => Deliveries.Verifier().Read(Encoding.UTF8.GetBytes(Deliveries.Note), Deliveries.Header(Deliveries.NoteSignature));

        read.Should().Throw<WebhookFormatException>().WithMessage("*not an event*");
    }

    [Fact]
    public void ToString_OfAnyPart_HasNoSecret() =>
        new object[] { Deliveries.Options(), Deliveries.Verifier(), new WebhookSigner(Deliveries.Secret) }.Should().NotContain(item => $"{item}".Contains(Deliveries.Secret));

    [Fact]
    public void Sign_PublishedDelivery_EqualsItsHeader()
    {
        var options = Deliveries.Options();

        new WebhookSigner(Deliveries.Secret, options.TimeProvider).Sign(Deliveries.Body).Should().StartWith("t=1705312210,v1=");
        new WebhookSigner(Deliveries.Secret).Sign(Deliveries.Body, DateTimeOffset.FromUnixTimeSeconds(Deliveries.SignedAt)).Should().Be(Deliveries.Header());
        FluentActions.Invoking(() => new WebhookSigner(Deliveries.Secret).Sign([], DateTimeOffset.UnixEpoch.AddSeconds(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Read_ThinEvent_AllocatesLessThanAKilobyte()
    {
        var (verifier, header) = (Deliveries.Verifier(), Deliveries.Header());
        verifier.Read(Deliveries.Body, header);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
            verifier.Read(Deliveries.Body, header);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100 * 1024);
    }
}
