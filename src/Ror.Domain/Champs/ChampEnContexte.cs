using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Champs;

/// <summary>A field as this offer has it: its declaration tightened by the modèle. What the form shows is what the checks apply.</summary>
public sealed record ChampEnContexte(string Section, Champ Champ, RegleChamp? Regle, ContexteSaisie Contexte)
{
    private const int PeuNombreusesMax = 60;

    public Exigence Exigence =>
        Champ.Exigence(Contexte).Combiner(Regle switch
        {
            { Masque: true } => Champs.Exigence.NonApplicable,
            { Obligatoire: true } => Champs.Exigence.Obligatoire,
            _ => Champs.Exigence.Facultatif,
        });

    /// <summary>Fixed by the modèle, by a first publication, entered by nobody, or changed by operations of its own.</summary>
    public bool LectureSeule => Champ.ParOperations || Regle is { Fixe: true } || ValeurImmuable is not null || Champ.LectureSeule(Contexte);

    /// <summary>The published value of a field that no longer changes.</summary>
    public object? ValeurImmuable => Champ.Immuable && Contexte.Publie is { } publie && LesSections.DeCle(Section).Lire(publie) is { } section ? Champ.Lire(section) : null;

    /// <summary>The only value that the field may have, when there is one.</summary>
    public object? ValeurImposee => ValeurImmuable ?? (Champ.LectureSeule(Contexte) ? ValeurFigee : Regle is { Fixe: true } ? Regle.ParDefaut : null);

    /// <summary>Of a field that nobody enters.</summary>
    public object? ValeurFigee => Champ.ValeurFigee is { } figee ? figee(Contexte) : LesSections.DeCle(Section).Lire(Contexte.Avant) is { } avant ? Champ.Lire(avant) : null;

    /// <summary>Shown before anything is entered.</summary>
    public object? Preset => Regle?.ParDefaut ?? Champ.ParDefaut;

    /// <summary>Taken when the field is left out: a fixed value, or the default of the declaration.</summary>
    public object? ValeurSiAbsent => Exigence == Champs.Exigence.NonApplicable ? null : ValeurImposee ?? Champ.ParDefaut;

    /// <summary>Fields of a row; the modèle's rule of the list bears on the column of the same value set.</summary>
    public IEnumerable<ChampEnContexte> Colonnes => Champ.Colonnes.Select(colonne => this with
    {
        Champ = colonne,
        Regle = Regle is not null && colonne.Nomenclature is not null && colonne.Nomenclature == Champ.Nomenclature
            ? Regle with { ParDefaut = null, Fixe = false, Obligatoire = false, Masque = false } : null,
    });

    public IEnumerable<EntreeNomenclature> EntreesAdmises => Champ.Nomenclature is null ? [] : Admises(Champ.Nomenclature);

    public static ChampEnContexte De(string section, Champ champ, ContexteSaisie contexte) =>
        new(section, champ, contexte.Modele?.Regle(section, champ.Nom) is { } regle ? champ.Partiel ? regle with { ParDefaut = null, Fixe = false, Obligatoire = false } : regle : null, contexte);

    /// <summary>Null when the context and the modèle both admit the code.</summary>
    public Erreur? Refuser(CodeNos code, string pointeur)
    {
        if (Champ.Admet?.Invoke(Contexte, code) == false)
        {
            return ChampErreurs.NonAdmis.Sur(pointeur, code.Code, Champ.RegleAdmission) with { ValeursAdmises = PeuNombreuses() };
        }

        return Regle?.Autorise(code) == false
            ? ChampErreurs.HorsModele.Sur(pointeur, code.Code, Contexte.Modele!.Reference) with { ValeursAdmises = PeuNombreuses() }
            : null;
    }

    private IEnumerable<EntreeNomenclature> Admises(string nomenclature)
    {
        var liste = Contexte.Nomenclatures[nomenclature];
        return liste.Entrees.Where(e => liste.Admet(e, Contexte.Jour) && Accepte(liste.CodeDe(e)));
    }

    private bool Accepte(CodeNos code) => Champ.Admet?.Invoke(Contexte, code) != false && Regle?.Autorise(code) != false;

    private List<string>? PeuNombreuses()
    {
        var admises = Regle?.CodesAutorises is { } autorises ? autorises.Where(Accepte).Select(c => c.Code) : EntreesAdmises.Select(e => e.Code);
        var codes = admises.Take(PeuNombreusesMax + 1).ToList();
        return codes.Count > PeuNombreusesMax ? null : codes;
    }
}
