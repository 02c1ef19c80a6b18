namespace InboxSdk;

/// <summary>Specifies properties of a prospect that take a request of their own on v2.</summary>
[Flags]
public enum ProspectExpand
{
    /// <summary>No further properties.</summary>
    None = 0,

    /// <summary>Sets <see cref="Prospect.IsDone"/>. On v2 this takes at least one further request, which lists the threads of the prospect. v1 always sets it.</summary>
    IsDone = 1,
}
