using System.Text.Json.Serialization;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Offres;
using Ror.Domain.Qualite;

namespace Ror.Application.Qualite;

/// <summary>The quality of one offer. Source: quality requirements of the ROR, "peuplement" and RE1.2.</summary>
/// <param name="NumeroVersion">Version that was measured; absent before the first publication.</param>
/// <param name="Completude">Beside it, what <c>valider</c> asks of the working content: another thing.</param>
public sealed record QualiteOffreLue(
    Guid Id,
    string Identifiant,
    string Nom,
    StatutOffre Statut,
    int? NumeroVersion,
    PeuplementLu Peuplement,
    FraicheurOffreLue Fraicheur,
    CompletudeResumee Completude,
    string Href,
    [property: JsonIgnore] long Version) : IVersionnee;

/// <summary>Filling state of the published content.</summary>
/// <param name="Resultat">conforme when finalise, ecart when not, sans-objet when the offer is not open.</param>
/// <param name="Etat">finalise: every condition that applies holds; en-cours: some do; a-faire: none does. Absent when the offer is not open.</param>
/// <param name="Preuve">In French.</param>
public sealed record PeuplementLu(Conformite Resultat, EtatPeuplement? Etat, string Preuve, IReadOnlyList<ConditionLue> Conditions)
{
    public static PeuplementLu De(Peuplement peuplement) => new(peuplement.Resultat, peuplement.Etat, peuplement.Preuve, [.. peuplement.Conditions.Select(ConditionLue.De)]);
}

/// <summary>One of the seven conditions.</summary>
/// <param name="Section">Key of the section where it is mended.</param>
/// <param name="Champ">JSON Pointer into that section.</param>
/// <param name="Preuve">In French: the value found, what is missing, or why the condition does not apply.</param>
/// <param name="Trouve">What was found, codes as codes; empty when nothing was.</param>
public sealed record ConditionLue(string Cle, string Libelle, string Section, string Champ, Conformite Resultat, string Preuve, IReadOnlyList<string> Trouve)
{
    public static ConditionLue De(ConditionExaminee e) =>
        new(e.Condition.Cle, e.Condition.Libelle, e.Condition.Section, e.Condition.Champ, e.Constat.Resultat, e.Constat.Preuve, e.Constat.Valeurs);
}

/// <summary>What an offer brings to the freshness of its établissement.</summary>
/// <param name="ToucheeLe">The latest of the last publication and of "toujours exact".</param>
/// <param name="Seuil">First local day that counts.</param>
/// <param name="Touchee">Since that day.</param>
public sealed record FraicheurOffreLue(DateTime? ValideeLe, DateTime? ExacteLe, DateTime? ToucheeLe, DateOnly Seuil, bool Touchee);

/// <summary>The open offers of a pôle or of an établissement.</summary>
/// <param name="Conditions">Per condition, how many offers answer what.</param>
/// <param name="OffresEnEcart">Those whose filling state is not finalise, by id; the first 200.</param>
/// <param name="Tronque">There are more of them.</param>
public sealed record QualiteStructureLue(
    StructureCitee Niveau,
    int OffresOuvertes,
    ComptesPeuplement Peuplement,
    IReadOnlyList<ComptesCondition> Conditions,
    FraicheurStructureLue Fraicheur,
    IReadOnlyList<OffreEnEcart> OffresEnEcart,
    bool Tronque,
    [property: JsonIgnore] long Version) : IVersionnee;

/// <summary>Open offers by filling state.</summary>
public sealed record ComptesPeuplement(int Finalise, int EnCours, int AFaire)
{
    public static ComptesPeuplement De(CumulPeuplement cumul) => new(cumul.Nombre(EtatPeuplement.Finalise), cumul.Nombre(EtatPeuplement.EnCours), cumul.Nombre(EtatPeuplement.AFaire));
}

/// <summary>Open offers by their answer to one condition.</summary>
public sealed record ComptesCondition(string Cle, string Libelle, int Conformes, int Ecarts, int SansObjet)
{
    public static IReadOnlyList<ComptesCondition> De(CumulPeuplement cumul) =>
        [.. ConditionPeuplement.Toutes.Zip(cumul.Conditions, (c, n) => new ComptesCondition(c.Cle, c.Libelle, n.Conformes, n.Ecarts, n.SansObjet))];
}

/// <summary>RE1.2.</summary>
/// <param name="Preuve">In French.</param>
/// <param name="OffresTouchees">Published, or said to be still exact, since <paramref name="Seuil"/>.</param>
/// <param name="OffresAttendues">How many must be: one of 1 to 7 open offers, a quarter of 8 or more; absent where the rule does not apply.</param>
/// <param name="Seuil">First local day that counts.</param>
public sealed record FraicheurStructureLue(Conformite Resultat, string Preuve, int OffresOuvertes, int OffresTouchees, int? OffresAttendues, DateOnly Seuil)
{
    public static FraicheurStructureLue De(Fraicheur f) => new(f.Resultat, f.Preuve, f.OffresOuvertes, f.OffresTouchees, f.OffresAttendues, f.Seuil);
}

/// <param name="Manques">Keys of the conditions that do not hold.</param>
public sealed record OffreEnEcart(Guid Id, string Identifiant, string Nom, EtatPeuplement Etat, IReadOnlyList<string> Manques, string Href);

/// <summary>The open offers of a département.</summary>
public sealed record QualiteDepartementLue(
    string Code, string Nom, string Href, int OffresOuvertes, ComptesPeuplement Peuplement, IReadOnlyList<ComptesCondition> Conditions, FraicheurTerritoire Fraicheur);

/// <summary>The open offers of a région, and of each of its départements.</summary>
public sealed record QualiteRegionLue(
    string Code, string Nom, int OffresOuvertes, ComptesPeuplement Peuplement, IReadOnlyList<ComptesCondition> Conditions, FraicheurTerritoire Fraicheur, IReadOnlyList<QualiteDepartementLue> ParDepartement);

/// <summary>RE1.2, in numbers of établissements.</summary>
/// <param name="Seuil">First local day that counts.</param>
public sealed record FraicheurTerritoire(int Conformes, int Ecarts, int SansObjet, DateOnly Seuil)
{
    public static FraicheurTerritoire De(Comptes comptes, DateOnly seuil) => new(comptes.Conformes, comptes.Ecarts, comptes.SansObjet, seuil);
}
