using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Domain.Champs;

/// <summary>A record of fields that no offer and no modèle tighten: a structure, a closing. Its declarations alone judge it.</summary>
public static class Fiches
{
    /// <summary>Shape, mandatory fields, admitted codes, rules between fields.</summary>
    public static IEnumerable<Erreur> Verifier(IReadOnlyList<Champ> champs, object fiche, CatalogueNomenclatures nomenclatures, DateOnly jour) =>
        Formes.Verifier(champs, fiche, nomenclatures, jour).Concat(DeLObjet(champs, fiche, ""));

    /// <summary>RG_EXP_031: what was given at creation is absent or equal ever after.</summary>
    public static IEnumerable<Erreur> VerifierImmuables(IReadOnlyList<Champ> champs, object avant, object apres) => champs
        .Where(champ => champ.Immuable && champ.EstRempli(apres) && !champ.Lire(apres)!.Equals(champ.Lire(avant)))
        .Select(champ => ChampErreurs.LectureSeule.Sur(champ.Pointeur, champ.Libelle));

    /// <summary>The new record, with what was given at creation.</summary>
    public static TFiche AvecImmuables<TFiche>(TFiche avant, TFiche apres)
        where TFiche : notnull, IChamps => TFiche.Champs.Where(champ => champ.Immuable).Aggregate(apres, (fiche, champ) => (TFiche)champ.Ecrire(fiche, champ.Lire(avant)));

    // An oversized list is a matter of shape, already told.
    private static IEnumerable<Erreur> DeLObjet(IReadOnlyList<Champ> champs, object objet, string prefixe) => champs
        .SelectMany(champ => DuChamp(champ, champ.Lire(objet), prefixe + champ.Pointeur))
        .Concat(objet is IRegles regles && !Formes.EstDemesuree(champs, objet) ? regles.Regles().Select(e => e with { Champ = prefixe + e.Champ }) : []);

    private static IEnumerable<Erreur> DuChamp(Champ champ, object? valeur, string pointeur)
    {
        if (!Champ.EstRemplie(valeur))
        {
            // What is given at creation is asked for by the creation.
            return champ.Obligatoire is null || champ.Immuable ? [] : [ChampErreurs.Obligatoire.Sur(pointeur, champ.Libelle)];
        }

        return valeur switch
        {
            CodeNos code when champ.AdmetSansContexte?.Contains(code.Code) == false =>
                [ChampErreurs.NonAdmis.Sur(pointeur, code.Code, champ.RegleAdmission) with { ValeursAdmises = champ.AdmetSansContexte }],
            { } objet when champ.Type == TypeChamp.Objet => DeLObjet(champ.Colonnes, objet, pointeur),
            ICompte { Count: var nombre } when nombre > champ.NombreMax => [],
            System.Collections.IEnumerable lignes when champ.Type == TypeChamp.Lignes => lignes.Cast<object>()
                .SelectMany((ligne, i) => champ.Colonnes.SelectMany(colonne => DuChamp(colonne, colonne.Lire(ligne), $"{pointeur}/{i}{colonne.Pointeur}"))),
            _ => [],
        };
    }
}
