using System.Collections;
using System.Data.Common;

namespace Ror.TestKit.SqlServer;

/// <summary>
/// Stands for the answer of a server that is not there: no row, or one row that holds one value. Sets of rows can be without end, because a
/// batch of writes reads one for each.
/// </summary>
internal sealed class LecteurFactice(object? valeur, bool sansFin) : DbDataReader
{
    /// <summary>More than any statement selects: EF counts them before it reads.</summary>
    private const int Colonnes = 256;

    private bool _lue;

    public override int FieldCount => Colonnes;

    public override bool HasRows => valeur is not null;

    public override int RecordsAffected => 1;

    public override int Depth => 0;

    public override bool IsClosed => false;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(0);

    public override bool Read() => valeur is not null && !_lue && (_lue = true);

    public override bool NextResult()
    {
        _lue = false;
        return sansFin;
    }

    public override object GetValue(int ordinal) => valeur ?? throw new InvalidOperationException("Aucune ligne.");

    public override bool IsDBNull(int ordinal) => false;

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override string GetName(int ordinal) => $"c{ordinal}";

    public override int GetOrdinal(string name) => 0;

    public override Type GetFieldType(int ordinal) => valeur?.GetType() ?? typeof(object);

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override byte GetByte(int ordinal) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override DateTime GetDateTime(int ordinal) => throw new NotSupportedException();

    public override decimal GetDecimal(int ordinal) => throw new NotSupportedException();

    public override double GetDouble(int ordinal) => throw new NotSupportedException();

    public override float GetFloat(int ordinal) => throw new NotSupportedException();

    public override Guid GetGuid(int ordinal) => throw new NotSupportedException();

    public override short GetInt16(int ordinal) => throw new NotSupportedException();

    public override long GetInt64(int ordinal) => throw new NotSupportedException();

    public override string GetString(int ordinal) => throw new NotSupportedException();

    public override int GetValues(object[] values) => throw new NotSupportedException();
}
