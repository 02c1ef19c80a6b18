using System.Diagnostics;
using System.Globalization;

namespace InboxSdk.Webhooks;

/// <summary>Provides options for <see cref="WebhookVerifier"/>.</summary>
public sealed class WebhookVerifierOptions
{
    /// <summary>Gets or sets the signing secrets, at least one. A delivery is authentic if it is signed with any of them, so that a secret can be replaced without an interruption. The
    /// default is an empty list.</summary>
    /// <remarks>The whole text is the secret, including the prefix <c>ibt_wh_</c>. A secret that is empty, or starts or ends with white space, is rejected.</remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IList<string> Secrets { get; set; } = [];

    /// <summary>Gets or sets the maximum difference between the time of the signature and the current time, in either direction, at least 1 second. The default is 5 minutes.</summary>
    /// <remarks>A relay or a queue that delivers later keeps the original signature. Increase the tolerance to accept its deliveries; a copied delivery can be replayed for as long.</remarks>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the maximum size of a body in bytes, 1 KiB to 64 MiB. The default is 1 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Gets or sets the clock. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns the problems, each with its solution. None contains a secret.</summary>
    internal IEnumerable<string> Failures()
    {
        if (Secrets is not { Count: > 0 })
            yield return "There is no webhook secret. Add the signing secret of the webhook, from Settings, Webhooks in Inbox, to Secrets.";
        for (var i = 0; i < Secrets?.Count; i++)
        {
            if (!WebhookSecret.IsValid(Secrets[i]))
                yield return string.Create(CultureInfo.InvariantCulture, $"Secrets[{i}] is empty, or starts or ends with white space. Check that it was copied correctly.");
        }

        if (Tolerance < TimeSpan.FromSeconds(1))
            yield return "Tolerance must be at least 1 second.";
        if (MaxBodyBytes is < 1024 or > 64 * 1024 * 1024)
            yield return "MaxBodyBytes must be from 1 KiB to 64 MiB.";
        if (TimeProvider is null)
            yield return "TimeProvider must not be null.";
    }
}
