namespace InboxSdk;

/// <summary>Specifies a version of the Inbox API.</summary>
public enum InboxApiVersion
{
    /// <summary>Version 1, <c>/api/v1</c>, which Inbox retires on 3 December 2026.</summary>
    V1 = 1,

    /// <summary>Version 2, <c>/api/v2</c>, the current API and the default. <see cref="V2.IInboxV2Client"/> covers the resources beyond the facade.</summary>
    V2 = 2,
}
