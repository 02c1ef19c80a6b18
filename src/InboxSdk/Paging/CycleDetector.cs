namespace InboxSdk.Paging;

/// <summary>Notices a sequence of cursors that runs in a circle, in constant memory, however long the circle is.</summary>
/// <remarks>Brent's algorithm: compare with one remembered cursor and move it at growing distances. The cursor before is compared too, so that the
/// commonest fault, the same cursor again, is noticed at once.</remarks>
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
