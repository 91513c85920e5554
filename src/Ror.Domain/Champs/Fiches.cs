using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Domain.Champs;

/// <summary>A record of fields that no offer and no modèle tighten: a structure, a closing. Its declarations alone judge it.</summary>
public static class Fiches
{
    /// <summary>Shape, mandatory fields, admitted codes, rules between fields.</summary>
    /// <param name="modification">What is national may be left out: whether it must not is known by the object that is modified.</param>
    public static IEnumerable<Erreur> Verifier(IReadOnlyList<Champ> champs, object fiche, CatalogueNomenclatures nomenclatures, DateOnly jour, bool modification = false) =>
        Formes.Verifier(champs, fiche, nomenclatures, jour).Concat(DeLObjet(champs, fiche, "", modification));

    /// <summary>
    /// RG_EXP_031: what was given at creation, and what a national directory gives, is absent or equal ever after; what is mandatory and nobody else gives is
    /// there.
    /// </summary>
    /// <param name="nationale">The object comes from a national directory.</param>
    public static IEnumerable<Erreur> VerifierModification(IReadOnlyList<Champ> champs, object avant, object apres, bool nationale) => champs
        .Select(champ => (champ.Immuable || (nationale && champ.National), champ.EstRempli(apres)) switch
        {
            (true, true) when !champ.Lire(apres)!.Equals(champ.Lire(avant)) => ChampErreurs.LectureSeule.Sur(champ.Pointeur, champ.Libelle),
            (false, false) when champ is { National: true, Obligatoire: not null } => ChampErreurs.Obligatoire.Sur(champ.Pointeur, champ.Libelle),
            _ => null,
        }).OfType<Erreur>();

    /// <summary>The new record, with what is read-only as it was.</summary>
    public static TFiche AvecLectureSeule<TFiche>(TFiche avant, TFiche apres, bool nationale)
        where TFiche : notnull, IChamps => TFiche.Champs.Where(champ => champ.Immuable || (nationale && champ.National)).Aggregate(apres, (fiche, champ) => (TFiche)champ.Ecrire(fiche, champ.Lire(avant)));

    /// <summary>The record as a national directory gives it now; what is not national stays as it was.</summary>
    public static TFiche AvecNationaux<TFiche>(TFiche avant, TFiche nationale)
        where TFiche : notnull, IChamps => TFiche.Champs.Where(champ => champ.National).Aggregate(avant, (fiche, champ) => (TFiche)champ.Ecrire(fiche, champ.Lire(nationale)));

    /// <summary>What a national directory tells, with what it leaves out as it was.</summary>
    public static TFiche AvecSilences<TFiche>(TFiche nationale, TFiche avant)
        where TFiche : notnull, IChamps => TFiche.Champs.Where(champ => champ.National && !champ.EstRempli(nationale)).Aggregate(nationale, (fiche, champ) => (TFiche)champ.Ecrire(fiche, champ.Lire(avant)));

    // An oversized list is a matter of shape, already told.
    private static IEnumerable<Erreur> DeLObjet(IReadOnlyList<Champ> champs, object objet, string prefixe, bool modification = false) => champs
        .SelectMany(champ => DuChamp(champ, champ.Lire(objet), prefixe + champ.Pointeur, modification))
        .Concat(objet is IRegles regles && !Formes.EstDemesuree(champs, objet) ? regles.Regles().Select(e => e with { Champ = prefixe + e.Champ }) : []);

    private static IEnumerable<Erreur> DuChamp(Champ champ, object? valeur, string pointeur, bool modification = false)
    {
        if (!Champ.EstRemplie(valeur))
        {
            // What is given at creation is asked for by the creation.
            return champ.Obligatoire is null || champ.Immuable || (modification && champ.National) ? [] : [ChampErreurs.Obligatoire.Sur(pointeur, champ.Libelle)];
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
