using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Domain.ModelesSaisie;

public enum StatutModele
{
    Projet,
    Actif,
    Retire,
}

/// <summary>When a modèle is proposed; an empty list means "whatever".</summary>
/// <param name="Categories">Categories of the établissement (J55), at least one.</param>
/// <param name="ChampsActivite">J20.</param>
/// <param name="Professions">J229, with their system.</param>
/// <param name="Specialites">J210.</param>
public sealed record ContexteModele(Liste<string> Categories, Liste<string> ChampsActivite, Liste<CodeNos> Professions, Liste<string> Specialites);

/// <summary>What a modèle says of one field. It only tightens.</summary>
/// <param name="CodesAutorises">Subset of the value set; null leaves it whole.</param>
/// <param name="ParDefaut">Typed like the field; null when there is none.</param>
/// <param name="Fixe">The default is the only admitted value, and read-only.</param>
/// <param name="Obligatoire">Makes an optional field mandatory.</param>
/// <param name="Familles">Activité (J17) → admitted familles (J51); null leaves them free.</param>
public sealed record RegleChamp(
    string Section, string Champ, Liste<CodeNos>? CodesAutorises, object? ParDefaut, bool Fixe, bool Obligatoire, IReadOnlyDictionary<string, Liste<string>>? Familles)
{
    /// <summary>Could the field keep this single code under the rule?</summary>
    public bool Admet(CodeNos? code) => code is null || (Autorise(code) && (!Fixe || code.Equals(ParDefaut)));

    public bool Autorise(CodeNos code) => CodesAutorises is null || CodesAutorises.Any(a => a.Code == code.Code && (a.Systeme is null || a.Systeme == code.Systeme));
}

/// <summary>A versioned entry model: for a context it presets values and shortens lists. An active version never changes.</summary>
public sealed record ModeleSaisie(
    Guid Id, string Url, string Version, string Titre, StatutModele Statut, string Parcours, ContexteModele Contexte, Liste<RegleChamp> Regles)
{
    /// <summary>What an offer keeps of its modèle: <c>url|version</c>.</summary>
    public string Reference => $"{Url}|{Version}";

    public RegleChamp? Regle(string section, string champ) => Regles.FirstOrDefault(r => r.Section == section && r.Champ == champ);

    /// <summary>May a new offer of this context take it?</summary>
    public bool Convient(string parcours, string categorie, string? champActivite) =>
        Statut == StatutModele.Actif
        && Parcours == parcours
        && Contexte.Categories.Contains(categorie)
        && (champActivite is null || Contexte.ChampsActivite.Count == 0 || Contexte.ChampsActivite.Contains(champActivite));
}
