using System.Globalization;
using System.Reflection;
using System.Runtime.Versioning;
using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InboxSdk.Tests.Platforms;

/// <summary>The tests run on the runtime that <c>.ci/run</c> requests, and members that do not run on every platform are marked.</summary>
public sealed class PlatformTests
{
    [AskedForFact("INBOX_TEST_RUNTIME")]
    public void Tests_OnARuntimeThatIsAskedFor_RunThere() =>
        Environment.Version.Major.Should().Be(int.Parse(Environment.GetEnvironmentVariable("INBOX_TEST_RUNTIME")!, CultureInfo.InvariantCulture));

    [AskedForFact("INBOX_TEST_SINCE")]
    public void Tests_OnALaterDayThatIsAskedFor_RunThen() =>
        TimeProvider.System.GetUtcNow().Should().BeAfter(DateTimeOffset.Parse(Environment.GetEnvironmentVariable("INBOX_TEST_SINCE")!, CultureInfo.InvariantCulture));

    /// <summary>The compiler warns an application for the browser (CA1416) about members with this attribute.</summary>
    [Fact]
    public void EntryPoints_OfTheClient_AreMarkedAsNotForTheBrowser()
    {
        MemberInfo[] entryPoints = [typeof(InboxClientServiceCollectionExtensions), typeof(InboxClient).GetMethod(nameof(InboxClient.Create))!];

        entryPoints.Should().OnlyContain(member => member.GetCustomAttributes<UnsupportedOSPlatformAttribute>().Any(attribute => attribute.PlatformName == "browser"));
    }
}
