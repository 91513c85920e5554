namespace Ror.Domain.Nomenclatures;

/// <summary>
/// A code of a NOS value set. The system is kept only where the value set holds that code in more than one system (J186, J229);
/// elsewhere it is null and follows from the list.
/// </summary>
public sealed record CodeNos(string Code, string? Systeme = null)
{
    public override string ToString() => Systeme is null ? Code : $"{Systeme}#{Code}";
}
