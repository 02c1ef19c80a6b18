using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2PlatformsApi
{
    static readonly InboxOperation List = InboxOperation.Read("platforms.list", V2Success.List(
        V2Models.ReadPlatformInfo, static (platform, _) => platform.Platform == default ? Identity.Missing : null));

    [Get("/platforms")]
    Task<IReadOnlyList<PlatformInfo>> ListAsync([Property(InboxCall.Key)] InboxCall call);
}
