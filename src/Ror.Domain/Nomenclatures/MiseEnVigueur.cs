using Ror.Domain.Commun;

namespace Ror.Domain.Nomenclatures;

/// <summary>From a list as a file gives it to the value set that it puts in force, seen from the one that is.</summary>
/// <param name="enVigueur">Null when the list is new.</param>
/// <param name="terminologie">TRE that are loaded or come with it, by canonical URL or <c>urn:oid:…</c>.</param>
public sealed class MiseEnVigueur(JeuDeValeurs? enVigueur, Func<string, JeuDeValeurs?> terminologie)
{
    // A monthly version changes a few codes: two lists that share less are not of the same system.
    private const double PartCommune = 0.8;

    private const int CodeMax = 100;
    private const int LibelleMax = 1000;

    public Resultat<JeuDeValeurs> Construire(ListeNos liste)
    {
        if (liste.Version.Length != 14 || !liste.Version.All(char.IsAsciiDigit) || Date(liste.Version) is not { Year: >= 1990 and <= 2100 })
        {
            return ImportErreurs.Version.Avec(liste.Nom, liste.Version);
        }

        if (enVigueur is not null && enVigueur.Genre != liste.Genre)
        {
            return ImportErreurs.AutreGenre.Avec(liste.Nom, enVigueur.NomOfficiel, liste.NomOfficiel);
        }

        if (enVigueur is not null && string.CompareOrdinal(liste.Version, enVigueur.Version) < 0)
        {
            return ImportErreurs.PlusAncienne.Avec(liste.Nom, liste.Version, enVigueur.Version);
        }

        if (liste.Filtres.FirstOrDefault(f => terminologie(f.Systeme) is null) is { } sans)
        {
            return ImportErreurs.FiltreSansTerminologie.Avec(liste.Nom, sans.Systeme);
        }

        // A terminology owns its codes, however the file names it.
        var url = (liste.UrlDeduite ? enVigueur?.Url : null) ?? liste.Url ?? enVigueur?.Url ?? $"urn:oid:{liste.Oid}";
        var systemes = liste.Genre == GenreListe.Terminologie ? liste.Codes.Select(c => c.Systeme).Distinct().ToDictionary(s => s, _ => url) : liste.Codes.GroupBy(c => c.Systeme).ToDictionary(g => g.Key, g => Systeme(g.Key, [.. g.Select(c => c.Code)]));
        List<EntreeNomenclature> entrees =
        [
            .. liste.Codes.Select(c => new EntreeNomenclature(c.Code, c.Libelle, systemes[c.Systeme], c.Debut, Fin(liste, c)) { Proprietes = Proprietes(systemes[c.Systeme], c) }),
            .. liste.Filtres.SelectMany(f => Choisis(f, Date(liste.Version))),
        ];

        // A list that is known keeps its systems: what was entered with them would lose its label.
        if (enVigueur is not null && entrees.FirstOrDefault(e => EstOid(e.Systeme) && enVigueur.Entrees.All(a => a.HorsListe || a.Systeme != e.Systeme)) is { } perdue)
        {
            return ImportErreurs.SystemeInconnu.Avec(liste.Nom, perdue.Systeme);
        }

        if (entrees.FirstOrDefault(e => !EstGardable(e)) is { } ingardable)
        {
            return ImportErreurs.TexteInvalide.Avec(liste.Nom, ingardable.Code.Length > CodeMax ? ingardable.Libelle : ingardable.Code);
        }

        var presentes = new HashSet<(string Systeme, string Code)>();
        var doublon = entrees.FirstOrDefault(e => !presentes.Add((e.Systeme, e.Code)));
        return (liste.Genre == GenreListe.Association ? liste.Paires.Count == 0 || entrees.Count > 0 : entrees.Count == 0 || liste.Paires.Count > 0) ? ImportErreurs.SansCode.Avec(liste.Nom)
            : doublon is { } d ? ImportErreurs.Doublon.Avec(liste.Nom, d.Code, d.Systeme)
            : new JeuDeValeurs(
                liste.Nom, liste.NomOfficiel, url, liste.Oid ?? enVigueur?.Oid ?? "", liste.Version, Date(liste.Version), liste.Titre, [.. entrees, .. Anciennes(presentes)])
            {
                Genre = liste.Genre,
                Rang = (enVigueur?.Rang ?? -1) + 1,
                Retiree = liste.Retiree,
                Fin = liste.Fin,
                Paires = liste.Paires,
            };
    }

    // A value set that lists a code closed before its own date lists it on purpose: membership rules, not the state of the code in its TRE.
    private static DateOnly? Fin(ListeNos liste, CodeLuNos code) => liste.Genre == GenreListe.JeuDeValeurs && code.Fin < Date(liste.Version) ? null : code.Fin;

    private IEnumerable<EntreeNomenclature> Anciennes(HashSet<(string Systeme, string Code)> presentes) =>
        (enVigueur?.Entrees ?? []).Where(e => !presentes.Contains((e.Systeme, e.Code))).Select(e => e with { HorsListe = true });

    // A condition takes closed codes too; without one, only what is alive.
    private IEnumerable<EntreeNomenclature> Choisis(FiltreNos filtre, DateOnly jour)
    {
        return terminologie(filtre.Systeme)!.Entrees.Where(c => !c.HorsListe).Where(c => filtre.Conditions.Count > 0 || c.Fin is null || c.Fin >= jour)
            .Where(c => filtre.Conditions.All(f => c.Proprietes.GetValueOrDefault(f.Key) == f.Value))
            .Select(c => new EntreeNomenclature(c.Code, c.Libelle, filtre.Systeme, null, null));
    }

    // Two formats name systems by their OID. One that nobody has told us of is that of the version in force which has the same codes.
    private string Systeme(string nomme, HashSet<string> codes)
    {
        if (!EstOid(nomme))
        {
            return nomme;
        }

        if (terminologie(nomme) is { } connue)
        {
            return connue.Url;
        }

        var proches = (enVigueur?.Entrees ?? []).Where(e => !e.HorsListe).GroupBy(e => e.Systeme)
            .Select(g => (Systeme: g.Key, Communs: g.Count(e => codes.Contains(e.Code)), Total: g.Count()))
            .Where(s => s.Communs >= PartCommune * Math.Max(codes.Count, s.Total)).ToList();
        return proches is [var seul] ? seul.Systeme : nomme;
    }

    // Two formats have no properties: those that another gave stay.
    private IReadOnlyDictionary<string, string> Proprietes(string systeme, CodeLuNos code) =>
        code.Proprietes.Count > 0 ? code.Proprietes : enVigueur?.Trouver(new(code.Code, systeme))?.Proprietes ?? code.Proprietes;

    // Codes are written beside each other, one per line (CodesDUnObjet).
    private static bool EstGardable(EntreeNomenclature entree) =>
        entree.Code.Length <= CodeMax && entree.Libelle.Length <= LibelleMax && !entree.Libelle.Any(char.IsControl) && !entree.Code.Any(c => char.IsControl(c) || c is '|' or ' ');

    private static bool EstOid(string systeme) => systeme.StartsWith("urn:oid:", StringComparison.Ordinal);

    private static DateOnly Date(string version) =>
        DateOnly.TryParseExact(version[..8], "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date : DateOnly.MinValue;
}
