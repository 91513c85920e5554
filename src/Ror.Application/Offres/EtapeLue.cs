using System.Text.Json.Serialization;
using Ror.Application.Commun;
using Ror.Application.ModelesSaisie;
using Ror.Domain.Champs;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres;

/// <summary>All that a front end needs to draw one step.</summary>
/// <param name="ImportantASavoir">The boxed notice at the top of the page.</param>
/// <param name="Champs">Fields in the order of the form.</param>
/// <param name="Valeurs">Exactly the body of the step's PUT: current values, or the presets while the step was never validated.</param>
/// <param name="Prereglages">Defaults of the modèle and of the service, in the same shape.</param>
/// <param name="ModelesProposes">Active modèles that fit, on the step that chooses one.</param>
public sealed record EtapeLue<TValeurs>(
    string Cle,
    string Titre,
    string ImportantASavoir,
    EtatEtape Etat,
    IReadOnlyList<ChampLu> Champs,
    TValeurs Valeurs,
    TValeurs Prereglages,
    IReadOnlyList<ErreurLue> Manquants,
    IReadOnlyList<ModeleSaisieResume>? ModelesProposes,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee
{
    /// <summary>Its values come from another offer, and were not validated since; absent otherwise.</summary>
    public bool? Prerempli { get; init; }

    /// <summary>On the step that describes a liberal offer: what goes with its profession and spécialité, at one click.</summary>
    public IReadOnlyList<PropositionLue>? Propositions { get; init; }

    /// <summary>On the step of the national data: what they said when the professional answered, where they say something else now.</summary>
    public ExtraitNational? Precedent { get; init; }

    /// <summary>JSON Pointers of what has changed since, into the section.</summary>
    public IReadOnlyList<string>? Changements { get; init; }

    /// <summary>In the answer of an act: what its author should know.</summary>
    public IReadOnlyList<ErreurLue>? Avertissements { get; init; }
}

/// <param name="Champ">JSON Pointer of the field that it is for.</param>
/// <param name="Coche">It holds for nearly everyone of that type: it comes ticked in <c>valeurs</c> until the step is validated.</param>
public sealed record PropositionLue(string Champ, CodeLu Code, bool Coche);

/// <summary>One field of a form.</summary>
/// <param name="Chemin">JSON Pointer of its value in <c>valeurs</c>; relative to the row for the columns of a list.</param>
/// <param name="Aide">"Bulle d'information".</param>
/// <param name="Obligatoire">For this offer, now.</param>
/// <param name="Condition">When it is mandatory, in words.</param>
/// <param name="Applicable">False: leave it empty for this offer.</param>
/// <param name="ValeursAdmises">The closed list of a text that is not a NOS code.</param>
/// <param name="CodesAdmis">Codes that this offer may take, after the context and the modèle.</param>
/// <param name="Familles">Activité → admitted familles, when the modèle restricts them.</param>
/// <param name="Colonnes">Fields of a row.</param>
public sealed record ChampLu(
    string Section,
    string Nom,
    string Chemin,
    string Libelle,
    string Aide,
    TypeChamp Type,
    bool Obligatoire,
    string? Condition,
    bool Applicable,
    bool LectureSeule,
    int? LongueurMax,
    int? NombreMax,
    string? Nomenclature,
    IReadOnlyList<string>? ValeursAdmises,
    IReadOnlyList<CodeLu>? CodesAdmis,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Familles,
    IReadOnlyList<ChampLu>? Colonnes)
{
    public static ChampLu De(ChampEnContexte champ, string prefixe) => new(
        champ.Section,
        champ.Champ.Nom,
        prefixe + champ.Champ.Pointeur,
        champ.Champ.Libelle,
        champ.Champ.Aide,
        champ.Champ.Type,
        champ.Exigence == Exigence.Obligatoire,
        champ.Champ.Obligatoire,
        champ.Exigence != Exigence.NonApplicable,
        champ.LectureSeule,
        champ.Champ.Type is TypeChamp.Texte or TypeChamp.Textes ? champ.Champ.LongueurMax : null,
        champ.Champ.Type is TypeChamp.Textes or TypeChamp.Codes or TypeChamp.Lignes ? champ.Champ.NombreMax : null,
        champ.Champ.Nomenclature,
        champ.Champ.ValeursAdmises,
        Codes(champ),
        champ.Regle?.Familles?.ToDictionary(f => f.Activite, IReadOnlyList<string> (f) => f.Familles),
        champ.Champ.Colonnes.Count == 0 ? null : [.. champ.Colonnes.Select(colonne => De(colonne, ""))]);

    private static List<CodeLu>? Codes(ChampEnContexte champ) =>
        champ.Champ.Nomenclature is null || champ.Champ.Type == TypeChamp.Lignes ? null : [.. champ.EntreesAdmises.Select(LectureNomenclatures.De)];
}
