using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Represents a change of a bulk run.</summary>
public sealed record ProspectContextChange
{
    /// <summary>Initializes a change.</summary>
    /// <param name="prospectId">The Inbox id of the prospect.</param>
    /// <param name="update">The changes. At least one property must be set.</param>
    [JsonConstructor]
    public ProspectContextChange(string prospectId, ProspectUpdate update) => (ProspectId, Update) = (prospectId, update);

    /// <summary>Initializes a change of a prospect that was read.</summary>
    /// <param name="prospect">The prospect, as returned by a lookup or a list.</param>
    /// <param name="update">The changes. At least one property must be set.</param>
    /// <exception cref="ArgumentNullException"><paramref name="prospect"/> is <see langword="null"/>.</exception>
    public ProspectContextChange(Prospect prospect, ProspectUpdate update)
        : this(NotNull(prospect).Id, update) => Prospect = prospect;

    /// <summary>Gets the Inbox id of the prospect.</summary>
    public string ProspectId { get; init; }

    /// <summary>Gets the changes. At least one property must be set.</summary>
    public ProspectUpdate Update { get; init; }

    /// <summary>Gets the prospect as it was last read, or <see langword="null"/>, the default, if it is not known. Used only with
    /// <see cref="BulkUpdateOptions.SkipUnchanged"/>.</summary>
    /// <remarks>A prospect without <see cref="Prospect.PlatformId"/>, such as the response to an update on v1, is partial: it is not used.</remarks>
    public Prospect? Prospect { get; init; }

    private static Prospect NotNull(Prospect prospect)
    {
        ArgumentNullException.ThrowIfNull(prospect);
        return prospect;
    }
}
