using System.Text.Json.Serialization;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Professionnels;

namespace Ror.Application.Professionnels;

/// <summary>A professional as the national directories know them; nothing of it is entered here.</summary>
/// <param name="Civilite">TRE_R81.</param>
/// <param name="CiviliteExercice">TRE_R11.</param>
/// <param name="Fraicheur">How old what is told here is.</param>
public sealed record ProfessionnelLu(
    Guid Id,
    string Rpps,
    string? Civilite,
    string? CiviliteExercice,
    string Nom,
    string? Prenom,
    IReadOnlyList<ExerciceLu> Exercices,
    IReadOnlyList<SituationLue> Situations,
    FraicheurLue Fraicheur,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;

/// <param name="Categorie">TRE_R09 (C civil, M, E student).</param>
public sealed record ExerciceLu(CodeLu Profession, string? Categorie, IReadOnlyList<SavoirFaireLu> SavoirFaire);

/// <param name="Type">TRE_R04 (S, CEX, C …).</param>
/// <param name="Libelle">Where the service has its list.</param>
public sealed record SavoirFaireLu(string Type, string Code, string? Libelle);

/// <summary>An exercise in one structure.</summary>
/// <param name="Structure">idNat_Struct, else the technical identifier of the directory.</param>
/// <param name="EntiteGeographique">Where this service knows it.</param>
/// <param name="SecteurActivite">TRE_R02.</param>
/// <param name="GenreActivite">TRE_R22.</param>
/// <param name="Conventionnement">Absent while unknown, which blocks nothing.</param>
/// <param name="Offre">The liberal offer born of it.</param>
public sealed record SituationLue(
    string Structure,
    string? NomStructure,
    StructureCitee? EntiteGeographique,
    CodeLu Profession,
    CodeLu? Mode,
    string? SecteurActivite,
    string? GenreActivite,
    IReadOnlyList<string> Telephones,
    string? Courriel,
    ConventionnementLu? Conventionnement,
    OffreCitee? Offre);

/// <param name="Secteur">J218; absent while unknown.</param>
/// <param name="Optam">Absent while unknown.</param>
/// <param name="CarteVitale">Absent while unknown.</param>
/// <param name="Le">Day of the data.</param>
public sealed record ConventionnementLu(CodeLu? Secteur, bool? Optam, bool? CarteVitale, DateOnly Le);

/// <param name="Href">Where the caller sees it.</param>
public sealed record OffreCitee(Guid Id, string Identifiant, string? Href);

/// <param name="DonneesDu">Day of the national data that changed something last.</param>
/// <param name="DerniereEdition">Day of the last whole edition of the directory that was loaded.</param>
/// <param name="VerifieLe">UTC instant at which the directory was last asked about this person alone.</param>
/// <param name="AgeJours">Days since the directory last said so, one way or the other.</param>
public sealed record FraicheurLue(DateOnly DonneesDu, DateOnly? DerniereEdition, DateTime? VerifieLe, int AgeJours)
{
    public static FraicheurLue De(DateOnly donneesDu, DateOnly? edition, DateTime? verifieLe, DateTime instant)
    {
        DateOnly?[] jours = [donneesDu, edition, verifieLe is { } v ? DateOnly.FromDateTime(v) : null];
        return new(donneesDu, edition, verifieLe, Math.Max(0, DateOnly.FromDateTime(instant).DayNumber - jours.Max()!.Value.DayNumber));
    }
}

internal static class LecturesProfessionnel
{
    public static ExerciceLu Lire(this CatalogueNomenclatures nomenclatures, ExerciceProfessionnel exercice) => new(
        nomenclatures.Profession(exercice.Profession), exercice.Categorie, [.. exercice.SavoirFaire.Select(s => new SavoirFaireLu(s.Type, s.Code, s.Type == SavoirFaire.Specialite ? nomenclatures["J210"].Trouver(new(s.Code))?.Libelle : null))]);

    public static ConventionnementLu? Lire(this CatalogueNomenclatures nomenclatures, Conventionnement? conventionnement) => conventionnement is null ? null : new(
        conventionnement.Secteur is null ? null : nomenclatures.Lire("J218", conventionnement.Secteur.Code), conventionnement.Optam, conventionnement.CarteVitale, conventionnement.Le);

    public static CodeLu Profession(this CatalogueNomenclatures nomenclatures, CodeNos code) =>
        nomenclatures["J229"].Trouver(code) is { } entree ? new(entree.Code, entree.Libelle, entree.Systeme) : new(code.Code, code.Code, code.Systeme ?? "");
}
