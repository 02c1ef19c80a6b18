namespace InboxSdk;

/// <summary>Names a generation of the Inbox API.</summary>
public enum InboxApiVersion
{
    /// <summary>The first generation, <c>/api/v1</c>. Inbox retires it on 3 December 2026.</summary>
    V1 = 1,

    /// <summary>The second generation, <c>/api/v2</c>, which is live. This version of InboxSdk reads its errors and paces by its quota, but has no client for it yet:
    /// options that ask for it are refused.</summary>
    V2 = 2,
}
