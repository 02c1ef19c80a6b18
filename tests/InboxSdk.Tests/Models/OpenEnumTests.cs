using System.Globalization;

namespace InboxSdk.Tests.Models;

public sealed class PlatformTests : OpenEnumTests<Platform>
{
    [Fact]
    public void X_IsTheApisText() => Platform.X.ToString().Should().Be("x");
}

public sealed class MemberRoleTests : OpenEnumTests<MemberRole>
{
    [Fact]
    public void KnownRoles_AreTheApisTexts() =>
        new[] { MemberRole.Owner, MemberRole.Admin, MemberRole.Member }.Select(role => role.ToString()).Should().Equal("owner", "admin", "member");
}

public sealed class InboxViewTests : OpenEnumTests<InboxView>
{
    [Fact]
    public void KnownViews_AreTheApisTexts() =>
        new[] { InboxView.Default, InboxView.NoReply, InboxView.Requests, InboxView.Archived }.Select(view => view.ToString())
            .Should().Equal("default", "no-reply", "requests", "archived");

    [Fact]
    public void DefaultView_IsNotTheDefaultValue() => InboxView.Default.Should().NotBe(default(InboxView), "a view that is not known is no view");
}

/// <summary>Tests the members that every open enum has.</summary>
public abstract class OpenEnumTests<T>
    where T : struct, IEquatable<T>, IParsable<T>
{
    [Theory]
    [InlineData("x")]
    [InlineData("something new")]
    [InlineData(" Ünïcode ")]
    public void ToString_AnyText_IsKeptAsItIs(string text) => Create(text).ToString().Should().Be(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Constructor_NothingKnown_IsTheDefaultValue(string? text)
    {
        Create(text).Should().Be(default(T));
        Create(text).GetHashCode().Should().Be(default(T).GetHashCode());
        default(T).ToString().Should().Be("");
    }

    [Fact]
    public void Equals_SameText_IsEqual()
    {
        // Two strings, so that they are not equal by reference.
        var one = Create(new string("admin"));
        var other = Create(new string("admin"));

        one.Should().Be(other);
        one.GetHashCode().Should().Be(other.GetHashCode());
    }

    [Fact]
    public void Equals_TextThatDiffersInCase_IsNotEqual() => Create("admin").Should().NotBe(Create("Admin"));

    [Theory]
    [InlineData("something new")]
    [InlineData(null)]
    public void ImplicitConversion_Text_IsTheSameAsTheConstructor(string? text) => Convert(text).Should().Be(Create(text));

    [Fact]
    public void Parse_Text_IsTheSameAsTheConstructor()
    {
        T.Parse("no-reply", CultureInfo.InvariantCulture).Should().Be(Create("no-reply"));
        T.TryParse("no-reply", CultureInfo.InvariantCulture, out var parsed).Should().BeTrue();
        parsed.Should().Be(Create("no-reply"));
    }

    [Fact]
    public void TryParse_Null_IsNotParsed()
    {
        T.TryParse(null, CultureInfo.InvariantCulture, out var parsed).Should().BeFalse();
        parsed.Should().Be(default(T));
    }

    private static T Create(string? text) => (T)Activator.CreateInstance(typeof(T), [text])!;

    private static T Convert(string? text) => (T)typeof(T).GetMethod("op_Implicit", [typeof(string)])!.Invoke(null, [text])!;
}
