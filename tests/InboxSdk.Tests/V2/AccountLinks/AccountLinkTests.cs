using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>Tests the capabilities of an account: <c>capabilityNotSupported</c> without the capability, <c>threadRestricted</c> if the thread restricts it.</summary>
public sealed class AccountLinkTests
{
    private static readonly AccountLink Account = new() { Id = "acc1", Capabilities = [Capability.MessageSend, "message:whisper"] };

    [Fact]
    public void Can_Capability_IsThereOrNot()
    {
        Account.Can(Capability.MessageSend).Should().BeTrue();
        Account.Can(Capability.MessageEdit).Should().BeFalse();
        Account.Can("message:whisper").Should().BeTrue("the API may add capabilities");
        Account.Can("Message:Send").Should().BeFalse();
        new AccountLink().Can(Capability.MessageSend).Should().BeFalse();
    }

    [Fact]
    public void Can_Thread_MayRestrictWhatTheAccountHas()
    {
        var thread = new ContactThread { AccountLinkId = "acc1", Restrictions = [Capability.MessageSend, Capability.MessageReact] };

        Account.Can(Capability.MessageSend, thread).Should().BeFalse();
        Account.Can("message:whisper", thread).Should().BeTrue("the thread restricts others alone");
        Account.Can(Capability.MessageEdit, thread).Should().BeFalse("a thread gives no capability");
        Account.Can(Capability.MessageSend, new() { AccountLinkId = "acc1" }).Should().BeTrue();
    }

    [Fact]
    public void Can_ThreadOfAnotherAccount_IsRefused() =>
        Account.Invoking(account => account.Can(Capability.MessageSend, new ContactThread { AccountLinkId = "acc2" }))
            .Should().Throw<ArgumentException>().WithParameterName("thread");

    [Theory]
    [InlineData("active")]
    [InlineData("paused")]
    [InlineData("offline")]
    public void Can_StatusOfTheAccount_DoesNotMatter(string status) => (Account with { Status = status }).Can(Capability.MessageSend).Should().BeTrue();
}
