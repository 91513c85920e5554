using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Domain.Champs;

/// <summary>A record of fields that no offer and no modèle tighten: a structure, a closing. Its declarations alone judge it.</summary>
public static class Fiches
{
    /// <summary>Shape, mandatory fields, admitted codes.</summary>
    public static IEnumerable<Erreur> Verifier(IReadOnlyList<Champ> champs, object fiche, CatalogueNomenclatures nomenclatures, DateOnly jour, string prefixe = "") =>
        Formes.Verifier(champs, fiche, nomenclatures, jour, prefixe).Concat(champs.SelectMany(champ => DuChamp(champ, champ.Lire(fiche), prefixe + champ.Pointeur)));

    private static IEnumerable<Erreur> DuChamp(Champ champ, object? valeur, string pointeur)
    {
        if (!Champ.EstRemplie(valeur))
        {
            return champ.Obligatoire is null ? [] : [ChampErreurs.Obligatoire.Sur(pointeur, champ.Libelle)];
        }

        return valeur switch
        {
            CodeNos code when champ.AdmetSansContexte?.Contains(code.Code) == false =>
                [ChampErreurs.NonAdmis.Sur(pointeur, code.Code, champ.RegleAdmission) with { ValeursAdmises = champ.AdmetSansContexte }],
            ICompte { Count: var nombre } when nombre > champ.NombreMax => [],
            System.Collections.IEnumerable lignes when champ.Type == TypeChamp.Lignes => lignes.Cast<object>()
                .SelectMany((ligne, i) => champ.Colonnes.SelectMany(colonne => DuChamp(colonne, colonne.Lire(ligne), $"{pointeur}/{i}{colonne.Pointeur}"))),
            _ => [],
        };
    }
}
