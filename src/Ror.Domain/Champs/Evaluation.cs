using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Domain.Champs;

/// <summary>One shortcoming of a section.</summary>
/// <param name="EstAbsence">A mandatory field is empty: a draft may stay so; anything else is refused at once.</param>
public sealed record Manquement(Erreur Erreur, bool EstAbsence);

/// <summary>
/// May this offer hold that section now, and is it complete? One function: the form, the step, the section and <c>valider</c> all ask it.
/// </summary>
public static class Evaluation
{
    public static IEnumerable<Manquement> De(string section, IReadOnlyList<Champ> champs, object porteur, ContexteSaisie contexte) =>
        champs.SelectMany(champ => DuChamp(ChampEnContexte.De(section, champ, contexte), champ.Lire(porteur), champ.Pointeur, estLigne: false));

    private static IEnumerable<Manquement> DuChamp(ChampEnContexte champ, object? valeur, string pointeur, bool estLigne)
    {
        if (!Champ.EstRemplie(valeur))
        {
            return champ.Exigence == Exigence.Obligatoire ? [new(ChampErreurs.Obligatoire.Sur(pointeur, champ.Champ.Libelle), !estLigne)] : [];
        }

        if (champ.Exigence == Exigence.NonApplicable)
        {
            return valeur is false ? [] : [Refus(ChampErreurs.NonApplicable.Sur(pointeur, champ.Champ.Libelle))];
        }

        return champ.Regle is { Fixe: true } regle && !valeur!.Equals(regle.ParDefaut)
            ? [Refus(ChampErreurs.LectureSeule.Sur(pointeur, champ.Champ.Libelle))]
            : DeLaValeur(champ, valeur!, pointeur);
    }

    private static IEnumerable<Manquement> DeLaValeur(ChampEnContexte champ, object valeur, string pointeur) => valeur switch
    {
        CodeNos code => DuCode(champ, code, pointeur),

        // An oversized list is a matter of shape, already told: judging its elements would cost, and say nothing more.
        ICompte { Count: var nombre } when nombre > champ.Champ.NombreMax => [],
        Liste<CodeNos> codes => codes.SelectMany((code, i) => DuCode(champ, code, $"{pointeur}/{i}")),
        System.Collections.IEnumerable lignes when champ.Champ.Type == TypeChamp.Lignes =>
            lignes.Cast<object>().SelectMany((ligne, i) => DeLaLigne(champ, ligne, $"{pointeur}/{i}")),
        _ => [],
    };

    private static IEnumerable<Manquement> DeLaLigne(ChampEnContexte champ, object ligne, string pointeur) =>
        champ.Colonnes.SelectMany(colonne => DuChamp(colonne, colonne.Champ.Lire(ligne), pointeur + colonne.Champ.Pointeur, estLigne: true));

    // A code unknown to the value set is a matter of shape, already told.
    private static IEnumerable<Manquement> DuCode(ChampEnContexte champ, CodeNos code, string pointeur) =>
        champ.Contexte.Nomenclatures[champ.Champ.Nomenclature!].Trouver(code) is not null && champ.Refuser(code, pointeur) is { } erreur ? [Refus(erreur)] : [];

    private static Manquement Refus(Erreur erreur) => new(erreur, EstAbsence: false);
}
