using System.Text.Json;
using System.Text.Json.Serialization;
using Ror.Application.Annuaires;
using Ror.Application.Commun;

namespace Ror.Application.Imports;

/// <summary>How far an import has come.</summary>
/// <param name="Fait">Files read of lists; lines of a national file.</param>
/// <param name="ParSeconde">Of them, since it began.</param>
/// <param name="FinEstimee">UTC instant, while it runs.</param>
public sealed record AvancementImport(int Fait, int Total, double? ParSeconde, DateTime? FinEstimee);

/// <param name="Empreinte">SHA-256 of the file.</param>
/// <param name="Rapport">Where its report is read, line by line as it is written.</param>
/// <param name="Bilan">Of national data: what has been done so far, or would be.</param>
/// <param name="DonneesDu">Of national data: the day that they describe, when the file tells.</param>
public sealed record ImportLu(
    Guid Id,
    EtatImport Etat,
    bool Simulation,
    bool AnnulationDemandee,
    string Auteur,
    string Fichier,
    long Taille,
    string Empreinte,
    DateTime DeposeLe,
    DateTime? CommenceLe,
    DateTime? TermineLe,
    AvancementImport Avancement,
    string Href,
    string Rapport,
    GenreImport Genre,
    IReadOnlyList<CompteImport>? Bilan,
    DateOnly? DonneesDu) : IVersionnee
{
    [JsonIgnore]
    public long Version => Avancement.Fait;

    public static ImportLu De(Import import, DateTime instant)
    {
        var duree = ((import.TermineLe ?? instant) - import.CommenceLe)?.TotalSeconds;
        double? rythme = duree > 0 && import.Fait > 0 ? Math.Round(import.Fait / duree.Value, 1) : null;
        var href = $"{Liens.Racine}/imports/{import.Id}";
        return new(
            import.Id,
            import.Etat,
            import.Simulation,
            import.AnnulationDemandee,
            import.Auteur,
            import.Fichier,
            import.Taille,
            import.Empreinte,
            import.DeposeLe,
            import.CommenceLe,
            import.TermineLe,
            new(import.Fait, import.Total, rythme, import.Etat == EtatImport.EnCours && rythme > 0 ? instant.AddSeconds(Math.Ceiling((import.Total - import.Fait) / rythme.Value)) : null),
            href,
            import.Genre == GenreImport.Nomenclatures ? $"{href}/rapport" : $"{href}/lignes",
            import.Genre,
            import.Bilan is null ? null : [.. JsonSerializer.Deserialize<Dictionary<ActeAnnuaire, CompteAnnuaire>>(import.Bilan, JsonRor.Stockage)!.OrderBy(c => c.Key).Select(c => new CompteImport(c.Key, c.Value.Nombre, c.Value.Exemples))],
            import.DonneesDu);
    }
}

/// <summary>How often an import of national data did something, or would.</summary>
/// <param name="Exemples">Some of the lines or identifiers.</param>
public sealed record CompteImport(ActeAnnuaire Acte, long Nombre, IReadOnlyList<string> Exemples);
