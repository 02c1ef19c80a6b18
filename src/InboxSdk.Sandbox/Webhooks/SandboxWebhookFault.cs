namespace InboxSdk.Sandbox;

/// <summary>Specifies how a webhook delivery deviates from a regular one. A receiver must tolerate all of them.</summary>
public enum SandboxWebhookFault
{
    /// <summary>The delivery is never sent.</summary>
    Drop,

    /// <summary>The delivery is sent twice.</summary>
    Duplicate,

    /// <summary>The delivery is sent after the next one. Without a next one it is not sent.</summary>
    Reorder,

    /// <summary>The first attempt has a signature that is an hour old, as from a relay that delivers late.</summary>
    Late,

    /// <summary>The first attempt is signed with the secret before the last <see cref="SandboxWebhook.ChangeSecret"/>, or with an unknown one if it was never changed.</summary>
    PreviousSecret,

    /// <summary>The body of the first attempt is changed after it was signed.</summary>
    Tamper,
}
