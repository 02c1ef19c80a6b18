using System.Reflection;
using System.Text.Json;
using InboxSdk.Tests.Models;
using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

public sealed class AcceptanceStateTests : OpenEnumTests<AcceptanceState>;

public sealed class AccountLinkStatusTests : OpenEnumTests<AccountLinkStatus>;

public sealed class CapabilityTests : OpenEnumTests<Capability>;

public sealed class DeletionScopeTests : OpenEnumTests<DeletionScope>;

public sealed class InboxEventTypeTests : OpenEnumTests<InboxEventType>;

public sealed class MediaKindTests : OpenEnumTests<MediaKind>;

public sealed class MediaStatusTests : OpenEnumTests<MediaStatus>;

public sealed class MessageDirectionTests : OpenEnumTests<MessageDirection>;

public sealed class MessageOriginTests : OpenEnumTests<MessageOrigin>;

public sealed class ProfileAccountStatusTests : OpenEnumTests<ProfileAccountStatus>;

public sealed class TeamRoleTests : OpenEnumTests<TeamRole>;

public sealed class ThreadDeletionScopeTests : OpenEnumTests<ThreadDeletionScope>;

public sealed class ThreadFolderTests : OpenEnumTests<ThreadFolder>;

public sealed class TypingIndicatorSettingTests : OpenEnumTests<TypingIndicatorSetting>;

public class V2OpenEnumTests
{
    [Fact]
    public void OpenEnums_HaveTheirTests()
    {
        var tested = typeof(V2OpenEnumTests).Assembly.GetTypes().Select(type => type.BaseType)
            .Where(type => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(OpenEnumTests<>)).Select(type => type!.GetGenericArguments()[0]);

        tested.Should().BeEquivalentTo(OpenEnums);
    }

    // Two of the sets have separators between their words, so the tests list their texts.
    [Fact]
    public void KnownValues_AreTheApisTexts()
    {
        var known = OpenEnums.Where(type => type.Namespace == typeof(IInboxV2Client).Namespace && type != typeof(Capability) && type != typeof(InboxEventType))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static)).ToList();

        known.Should().HaveCountGreaterThan(30).And.OnlyContain(property => $"{property.GetValue(null)}" == JsonNamingPolicy.CamelCase.ConvertName(property.Name));
    }

    private static IEnumerable<Type> OpenEnums => typeof(IInboxClient).Assembly.GetExportedTypes().Where(type =>
        type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>)));
}
