using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Domain.Champs;

/// <summary>
/// Shape: could this value ever be right, whatever the offer? Lengths, sizes, known codes; read from the declarations alone.
/// </summary>
public static class Formes
{
    public static IEnumerable<Erreur> Verifier(IReadOnlyList<Champ> champs, object porteur, CatalogueNomenclatures nomenclatures, DateOnly jour, string prefixe = "") =>
        from champ in champs
        let valeur = champ.Lire(porteur)
        where valeur is not null
        from erreur in Verifier(champ, valeur, prefixe + champ.Pointeur, nomenclatures, jour)
        select erreur;

    /// <summary>Does a list hold more than it may? Its elements are then not looked at: ten thousand errors say no more than one.</summary>
    public static bool EstDemesuree(IReadOnlyList<Champ> champs, object porteur) => champs.Any(champ => champ.Lire(porteur) switch
    {
        null => false,
        { } objet when champ.Type == TypeChamp.Objet => EstDemesuree(champ.Colonnes, objet),
        ICompte liste => liste.Count > champ.NombreMax
            || (champ.Type == TypeChamp.Lignes && ((System.Collections.IEnumerable)liste).Cast<object>().Any(ligne => EstDemesuree(champ.Colonnes, ligne))),
        _ => false,
    });

    private static IEnumerable<Erreur> Verifier(Champ champ, object valeur, string pointeur, CatalogueNomenclatures nomenclatures, DateOnly jour) => champ.Type switch
    {
        TypeChamp.Booleen => [],
        TypeChamp.Nombre => DeNombre(champ, Convert.ToDecimal(valeur, System.Globalization.CultureInfo.InvariantCulture), pointeur),
        TypeChamp.Objet => Verifier(champ.Colonnes, valeur, nomenclatures, jour, pointeur),
        TypeChamp.Date => Seul((DateOnly)valeur is { Year: < 1900 or > 2100 } ? ChampErreurs.DateInvraisemblable.Sur(pointeur, champ.Libelle) : null),
        TypeChamp.Texte => DeTexte(champ, (string)valeur, pointeur),
        TypeChamp.Code => Seul(CodeErreurs.Verifier(nomenclatures[champ.Nomenclature!], (CodeNos)valeur, pointeur, jour)),
        TypeChamp.Age => ((Age)valeur).VerifierForme(pointeur),
        TypeChamp.Textes => DeListe(champ, (Liste<string>)valeur, pointeur, (texte, p) => DeTexte(champ, texte, p)),
        TypeChamp.Codes => DeListe(champ, (Liste<CodeNos>)valeur, pointeur,
            (code, p) => Seul(CodeErreurs.Verifier(nomenclatures[champ.Nomenclature!], code, p, jour))),
        TypeChamp.Lignes => DeListe(champ, [.. ((System.Collections.IEnumerable)valeur).Cast<object>()], pointeur,
            (ligne, p) => Verifier(champ.Colonnes, ligne, nomenclatures, jour, p)),
    };

    private static IEnumerable<Erreur> DeTexte(Champ champ, string texte, string pointeur)
    {
        if (texte.Length > champ.LongueurMax)
        {
            yield return ChampErreurs.TexteTropLong.Sur(pointeur, champ.Libelle, champ.LongueurMax);
        }

        if (!Texte.EstSain(texte, champ.Multiligne))
        {
            yield return ChampErreurs.TexteInterdit.Sur(pointeur, champ.Libelle);
        }

        if (champ.ValeursAdmises?.Contains(texte) == false)
        {
            yield return ChampErreurs.HorsListe.Sur(pointeur, champ.Libelle, texte) with { ValeursAdmises = champ.ValeursAdmises };
        }

        if (champ.Motif?.Convient(texte) == false)
        {
            yield return champ.Motif.Erreur.Sur(pointeur, texte);
        }

        if (champ.Forme is var (estJuste, erreur) && !estJuste(texte))
        {
            yield return erreur.Sur(pointeur, texte);
        }
    }

    private static IEnumerable<Erreur> DeNombre(Champ champ, decimal nombre, string pointeur) =>
        Seul(nombre < champ.Bornes.Min || nombre > champ.Bornes.Max ? ChampErreurs.HorsBornes.Sur(pointeur, champ.Libelle, champ.Bornes.Min, champ.Bornes.Max) : null);

    // An oversized list is one error: ten thousand of its elements would say nothing more.
    private static IEnumerable<Erreur> DeListe<T>(Champ champ, IReadOnlyList<T> elements, string pointeur, Func<T, string, IEnumerable<Erreur>> verifier)
    {
        if (elements.Count > champ.NombreMax)
        {
            return [ChampErreurs.ListeTropLongue.Sur(pointeur, champ.Libelle, champ.NombreMax)];
        }

        var vus = new HashSet<T>();
        return elements.SelectMany((element, i) => verifier(element, $"{pointeur}/{i}")
            .Concat(Seul(vus.Add(element) ? null : ChampErreurs.Doublon.Sur($"{pointeur}/{i}", champ.Libelle))));
    }

    private static IEnumerable<Erreur> Seul(Erreur? erreur) => erreur is null ? [] : [erreur];
}
