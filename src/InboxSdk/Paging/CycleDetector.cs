namespace InboxSdk.Paging;

/// <summary>Detects a cycle of cursors of any length, in constant memory.</summary>
/// <remarks>Brent's algorithm: compare with a stored cursor, which is replaced at growing distances. The previous cursor is compared too, so that the
/// most common fault, the same cursor again, is detected immediately.</remarks>
internal struct CycleDetector(string? start)
{
    private string? _remembered = start;
    private string? _previous = start;
    private long _steps;
    private long _distance = 1;

    public bool Repeats(string cursor)
    {
        if (cursor == _remembered || cursor == _previous)
            return true;

        _previous = cursor;
        if (++_steps == _distance)
        {
            _remembered = cursor;
            _distance *= 2;
            _steps = 0;
        }

        return false;
    }
}
