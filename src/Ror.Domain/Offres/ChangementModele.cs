using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Offres;

/// <summary>A field that the other modèle touches.</summary>
public sealed record ChampTouche(string Section, Champ Champ);

/// <summary>What is entered and that the other modèle does not admit.</summary>
/// <param name="Codes">Null: the field is not part of these offers, whatever its value.</param>
public sealed record ValeurInterdite(string Section, Champ Champ, IReadOnlyList<CodeEmploye>? Codes);

/// <summary>A value that the field takes, or will be shown when its section is first written.</summary>
/// <param name="Imposee">In the place of what was entered; else where nothing was.</param>
public sealed record ValeurReglee(string Section, Champ Champ, object Valeur, bool Imposee);

/// <summary>
/// What an offer becomes under another modèle, mostly a newer version of its own. Nothing that was entered is lost but what a fixed value replaces: what is no
/// longer admitted stays until its author changes it.
/// </summary>
/// <param name="Contenu">With the modèle, and the values that it sets.</param>
/// <param name="Touchees">Sections on which the two modèles differ.</param>
public sealed record ChangementModele(
    ModeleSaisie? Avant,
    ModeleSaisie Apres,
    ContenuOffre Contenu,
    IReadOnlyList<ChampTouche> Obligatoires,
    IReadOnlyList<ValeurInterdite> Interdites,
    IReadOnlyList<ValeurReglee> Reglees,
    IReadOnlyList<string> Touchees)
{
    /// <param name="avant">The offer as it is.</param>
    /// <param name="apres">The same with the other modèle, which fits it.</param>
    internal static ChangementModele Entre(ContexteSaisie avant, ContexteSaisie apres)
    {
        var champs =
            (from section in LesSections.Toutes
             from champ in section.Champs
             let valeur = section.Lire(avant.Contenu) is { } ecrite && champ.EstRempli(ecrite) ? champ.Lire(ecrite) : null
             select (Section: section, Champ: champ, Valeur: valeur, Avant: ChampEnContexte.De(section.Cle, champ, avant), Apres: ChampEnContexte.De(section.Cle, champ, apres))).ToList();

        // A section that was never written takes its presets when it is.
        var reglees = champs.Select(c => (c.Section, c.Champ, Valeur: c.Section.Lire(avant.Contenu) is null ? Nouveau(c.Avant, c.Apres) : Prendre(c.Valeur, c.Avant, c.Apres), Imposee: c.Valeur is not null)).Where(c => c.Valeur is not null).ToList();
        var prises = reglees.Where(c => c.Section.Lire(avant.Contenu) is not null);
        return new(
            avant.Modele,
            apres.Modele!,
            prises.Aggregate(apres.Contenu, (contenu, c) => c.Section.Ecrire(contenu, (ISection)c.Champ.Ecrire(c.Section.Lire(contenu)!, c.Valeur))),
            [.. champs.Where(c => c.Apres.Exigence == Exigence.Obligatoire && c.Avant.Exigence != Exigence.Obligatoire).Select(c => new ChampTouche(c.Section.Cle, c.Champ))],
            [.. champs.Where(c => c.Valeur is not null && c.Apres.ValeurImposee is null).Select(c => Interdire(c.Champ, c.Valeur!, c.Apres)).OfType<ValeurInterdite>()],
            [.. reglees.Select(c => new ValeurReglee(c.Section.Cle, c.Champ, c.Valeur!, c.Imposee))],
            [.. champs.Where(c => !Equals(c.Avant.Regle, c.Apres.Regle)).Select(c => c.Section.Cle).Distinct()]);
    }

    private static object? Nouveau(ChampEnContexte avant, ChampEnContexte apres) =>
        apres.Exigence != Exigence.NonApplicable && apres.Regle?.ParDefaut is { } preset && !Equals(preset, avant.Regle?.ParDefaut) ? preset : null;

    // A default that the former version gave too was left aside on purpose.
    private static object? Prendre(object? valeur, ChampEnContexte avant, ChampEnContexte apres) =>
        apres.Exigence == Exigence.NonApplicable ? null
        : apres.ValeurImposee is { } imposee ? Equals(imposee, valeur) ? null : imposee
        : valeur is null ? Nouveau(avant, apres) : null;

    private static ValeurInterdite? Interdire(Champ champ, object valeur, ChampEnContexte apres)
    {
        if (apres.Exigence == Exigence.NonApplicable)
        {
            return valeur is false ? null : new(apres.Section, champ, null);
        }

        List<CodeEmploye> codes =
        [
            .. CodesEmployes.De([champ], champ.Ecrire(LesSections.DeCle(apres.Section).Vide, valeur)).Where(c => c.Liste == champ.Nomenclature && apres.Regle?.Autorise(c.Code) == false),
            .. (valeur as Liste<ActiviteOperationnelle> ?? []).Where(l => l is { Activite: not null, FamilleActivite: not null } && apres.Regle?.Familles?.FirstOrDefault(f => f.Activite == l.Activite.Code)?.Familles.Contains(l.FamilleActivite.Code) == false)
                .Select(l => new CodeEmploye("J51", l.FamilleActivite!)),
        ];
        return codes.Count == 0 ? null : new(apres.Section, champ, codes);
    }
}
