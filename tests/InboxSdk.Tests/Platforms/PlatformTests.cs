using System.Globalization;
using System.Reflection;
using System.Runtime.Versioning;
using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InboxSdk.Tests.Platforms;

/// <summary>The tests run where <c>.ci/run</c> wants them to, and what does not run everywhere says so.</summary>
public sealed class PlatformTests
{
    [AskedForFact("INBOX_TEST_RUNTIME")]
    public void Tests_OnARuntimeThatIsAskedFor_RunThere() =>
        Environment.Version.Major.Should().Be(int.Parse(Environment.GetEnvironmentVariable("INBOX_TEST_RUNTIME")!, CultureInfo.InvariantCulture));

    [AskedForFact("INBOX_TEST_SINCE")]
    public void Tests_OnALaterDayThatIsAskedFor_RunThen() =>
        TimeProvider.System.GetUtcNow().Should().BeAfter(DateTimeOffset.Parse(Environment.GetEnvironmentVariable("INBOX_TEST_SINCE")!, CultureInfo.InvariantCulture));

    /// <summary>The compiler warns an application for the browser (CA1416) about what has this attribute.</summary>
    [Fact]
    public void EntryPoints_OfTheClient_AreMarkedAsNotForTheBrowser()
    {
        MemberInfo[] entryPoints = [typeof(InboxClientServiceCollectionExtensions), typeof(InboxClient).GetMethod(nameof(InboxClient.Create))!];

        entryPoints.Should().OnlyContain(member => member.GetCustomAttributes<UnsupportedOSPlatformAttribute>().Any(attribute => attribute.PlatformName == "browser"));
    }
}
