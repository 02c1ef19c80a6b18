namespace InboxSdk.Tests.Models;

public sealed class OptionalTests
{
    [Fact]
    public void Default_IsUnset()
    {
        var unset = default(Optional<string?>);

        unset.HasValue.Should().BeFalse();
        unset.ToString().Should().Be("(unset)");
        unset.Invoking(field => field.Value).Should().Throw<InvalidOperationException>().WithMessage("*HasValue*");
    }

    [Fact]
    public void ImplicitConversion_Null_IsSetToNull()
    {
        Optional<string?> cleared = null;

        cleared.HasValue.Should().BeTrue();
        cleared.Value.Should().BeNull();
        cleared.ToString().Should().Be("null");
        cleared.Should().NotBe(default(Optional<string?>));
    }

    [Fact]
    public void ImplicitConversion_Value_IsSetToIt()
    {
        Optional<decimal?> valuation = 75000m;

        valuation.HasValue.Should().BeTrue();
        valuation.Value.Should().Be(75000m);
        valuation.ToString().Should().Be("75000");
    }

    [Fact]
    public void ImplicitConversion_DefaultOfTheType_IsStillSet()
    {
        Optional<bool> done = false;

        done.HasValue.Should().BeTrue();
        done.Should().NotBe(default(Optional<bool>));
    }

    [Fact]
    public void Equals_SameValue_IsEqual()
    {
        Optional<string> one = new string("VIP");
        Optional<string> other = new string("VIP");

        one.Should().Be(other);
        one.GetHashCode().Should().Be(other.GetHashCode());
        one.Should().NotBe(new Optional<string>("other"));
    }
}
