using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2ColorsApi
{
    static readonly InboxOperation List = InboxOperation.Read("colors.list", V2Success.List(
        V2Models.ReadPaletteColor, static (color, _) => Identity.Check(color.Hex, default)));

    [Get("/colors")]
    Task<IReadOnlyList<PaletteColor>> ListAsync([Property(InboxCall.Key)] InboxCall call);
}
