namespace InboxSdk.Excel;

/// <summary>Decides which numbers a cell of a workbook can contain: a spreadsheet keeps 15 significant digits.</summary>
internal static class CellNumber
{
    private const decimal MaxDigits = 999_999_999_999_999m;

    public static bool IsExact(decimal value)
    {
        // The digits without the decimal point.
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = new decimal(bits[0], bits[1], bits[2], isNegative: false, scale: 0);
        while (digits > MaxDigits)
        {
            if (digits % 10 != 0)
                return false;
            digits /= 10;
        }

        return true;
    }
}
