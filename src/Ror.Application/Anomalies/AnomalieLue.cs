using System.Text.Json.Serialization;
using Ror.Application.Commun;
using Ror.Domain.Anomalies;

namespace Ror.Application.Anomalies;

/// <summary>What an anomaly is about.</summary>
/// <param name="Identifiant">identifiantOffre, idNat_Struct, identifiantOI or RPPS.</param>
/// <param name="Href">Where the caller reads it.</param>
public sealed record ObjetAnomalieLu(TypeObjetAnomalie Type, Guid Id, string Identifiant, string Href);

/// <summary>Who is to treat it.</summary>
/// <param name="Cle">idNat_Struct of a responsable, RPPS of a professionnel, region of a référent.</param>
public sealed record DestinataireLu(string Role, string Cle);

/// <summary>One change of status.</summary>
/// <param name="De">Absent at the creation.</param>
/// <param name="Par">Subject of a token, <c>moteur</c> or <c>import</c>.</param>
public sealed record PassageLu(CodeLu? De, CodeLu Vers, string Par, DateTime Le, string? Commentaire);

/// <summary>An anomaly with its history and what this caller may do of it.</summary>
/// <param name="Champ">JSON Pointer into the section, or into the fiche.</param>
/// <param name="Nationale">The value comes from RPPS or FINESS: it is not accepted here (RG_EXP_031).</param>
/// <param name="Declarant">Subject of the declarer's token; the system itself of a rule.</param>
/// <param name="Destinataire">Absent as long as nobody is found.</param>
/// <param name="Echeance">End of a tolerance.</param>
/// <param name="Historique">From the creation on.</param>
public sealed record AnomalieLue(
    Guid Id,
    CodeLu Statut,
    CodeLu Theme,
    CodeLu Action,
    ObjetAnomalieLu Objet,
    string? Section,
    string? Champ,
    bool Nationale,
    ValeurJson? ValeurErronee,
    ValeurJson? ValeurProposee,
    string? Description,
    string SystemeDeclarant,
    string Declarant,
    string? NomDeclarant,
    string? Regle,
    DestinataireLu? Destinataire,
    string? Region,
    DateOnly? Echeance,
    DateTime CreeLe,
    DateTime ModifieLe,
    IReadOnlyList<PassageLu> Historique,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;

/// <summary>An anomaly in a list.</summary>
public sealed record AnomalieResumee(
    Guid Id,
    CodeLu Statut,
    CodeLu Theme,
    CodeLu Action,
    ObjetAnomalieLu Objet,
    string? Section,
    string? Champ,
    string? Description,
    string Declarant,
    DestinataireLu? Destinataire,
    DateOnly? Echeance,
    DateTime CreeLe,
    DateTime ModifieLe,
    string Href);
