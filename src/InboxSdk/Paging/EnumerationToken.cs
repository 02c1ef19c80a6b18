namespace InboxSdk.Paging;

/// <summary>The tokens of a list and of its enumeration as one. A source is created only if both can be cancelled.</summary>
internal readonly struct EnumerationToken : IDisposable
{
    private readonly CancellationTokenSource? _linked;

    public EnumerationToken(CancellationToken list, CancellationToken enumerator)
    {
        _linked = list.CanBeCanceled && enumerator.CanBeCanceled && list != enumerator ? CancellationTokenSource.CreateLinkedTokenSource(list, enumerator) : null;
        Token = _linked?.Token ?? (list.CanBeCanceled ? list : enumerator);
    }

    public CancellationToken Token { get; }

    public void Dispose() => _linked?.Dispose();
}
