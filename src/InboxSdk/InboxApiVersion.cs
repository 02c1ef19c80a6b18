namespace InboxSdk;

/// <summary>Names a generation of the Inbox API.</summary>
public enum InboxApiVersion
{
    /// <summary>The first generation, <c>/api/v1</c>. Inbox retires it on 3 December 2026.</summary>
    V1 = 1,

    /// <summary>The second generation, <c>/api/v2</c>, which is live. The facade speaks it as it speaks v1; <see cref="V2.IInboxV2Client"/> is for what it has beyond.</summary>
    V2 = 2,
}
