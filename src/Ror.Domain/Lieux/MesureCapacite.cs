namespace Ror.Domain.Lieux;

/// <summary>What a figure of a lieu was, kept for ever: one row each time that it said something new.</summary>
/// <param name="Id">UUIDv7: rows order by the instant at which they came.</param>
/// <param name="Cle">See <see cref="IndicateurCapacite.Cle"/>.</param>
/// <param name="DateMaj">UTC instant of the measure.</param>
/// <param name="RecueLe">UTC instant at which it came.</param>
/// <param name="Auteur">Subject of a token.</param>
public sealed record MesureCapacite(Guid Id, Guid LieuId, string Cle, int Nombre, string Source, DateTime DateMaj, DateTime RecueLe, string Auteur)
{
    public static MesureCapacite De(Guid id, Guid lieuId, IndicateurCapacite indicateur, DateTime recueLe, string auteur) =>
        new(id, lieuId, indicateur.Cle(), indicateur.Nombre!.Value, indicateur.Source!.Code, InstantMesure.Lire(indicateur.DateMaj)!.Value, recueLe, auteur);
}
