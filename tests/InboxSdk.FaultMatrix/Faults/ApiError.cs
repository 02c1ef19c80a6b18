using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Creates an error in the format of the API version.</summary>
internal sealed record ApiError(int Status, string V1Code, string V2Code)
{
    public string Name => V1Code.Length == 0 ? $"{Status} {V2Code}" : $"{Status} {V2Code} / {V1Code}";

    public Func<InboxApiVersion, Signal> Signal => version => new Signal.Error(Status, Code(version));

    public string Code(InboxApiVersion version) => version == InboxApiVersion.V1 ? V1Code : V2Code;

    public WireResponse Response(InboxApiVersion version, string details = "{}") => WireResponse.Of(Status, version == InboxApiVersion.V1
        ? $$$"""{"error":{"code":"{{{V1Code}}}","message":"It did not work.","status":{{{Status}}}}}"""
        : $$"""{"code":"{{V2Code}}","message":"It did not work.","details":{{details}},"requestId":"req1"}""");
}
