namespace Ror.Application.Annuaires;

internal static class LectureParLots
{
    /// <summary>Values that one question names: no engine takes them without end.</summary>
    public const int Taille = 500;
}
