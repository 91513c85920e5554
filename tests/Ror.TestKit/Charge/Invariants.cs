using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Ror.Application.Commun;
using Ror.Application.Nomenclatures;
using Ror.Domain.Champs;
using Ror.Domain.Offres;
using Ror.TestKit.Moteurs;

namespace Ror.TestKit.Charge;

/// <summary>What holds in the database between any two transactions, whatever was killed, cut or copied; read by SQL, in one snapshot.</summary>
public static class Invariants
{
    /// <returns>One sentence per violation.</returns>
    public static IReadOnlyList<string> Verifier(string connexion)
    {
        using var db = MoteurDeTest.Courant.Ouvrir(connexion);
        using var instantane = MoteurDeTest.Courant.Figer(db);
        var contenu = new ContenuBase(db, instantane);
        return [.. Publications(contenu), .. Audit(contenu), .. Cles(contenu), .. Numeros(contenu), .. Journal(db, instantane), .. Codes(db, instantane), .. MoteurDeTest.Courant.Alterations(db, instantane)];
    }

    // Every offer has its row of codes, which says what it holds.
    private static List<string> Codes(DbConnection db, DbTransaction instantane)
    {
        var violations = new List<string>();
        using var commande = db.CreateCommand();
        (commande.Transaction, commande.CommandText) = (instantane, """SELECT o."Identifiant", o."Contenu", o."Publie", c."Id", c."Saisie", c."Publies" FROM "Offres" o LEFT JOIN "CodesDesObjets" c ON c."Id" = o."Id" """);
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
        {
            var (contenu, publie) = (Lire(lecteur.GetString(1))!, Lire(Valeur(lecteur, 2)));
            var attendus = (publie is null || !publie.Equals(contenu) ? Ecrire(contenu) : null, Ecrire(publie));
            if (lecteur.IsDBNull(3) || attendus != (Valeur(lecteur, 4), Valeur(lecteur, 5)))
            {
                violations.Add($"Offre {lecteur.GetString(0)} : sa ligne de codes ne dit pas ce qu'elle contient.");
            }
        }

        return violations;

        static string? Valeur(DbDataReader lecteur, int rang) => lecteur.IsDBNull(rang) ? null : lecteur.GetString(rang);
        static ContenuOffre? Lire(string? json) => json is null ? null : JsonSerializer.Deserialize<ContenuOffre>(json, JsonRor.Stockage);
        static string? Ecrire(ContenuOffre? contenu) => CodesDUnObjet.Ecrire(contenu is null ? null : CodesEmployes.De(contenu));
    }

    // Numbers without gaps, for those who see everything and for the others.
    private static IEnumerable<string> Journal(DbConnection db, DbTransaction instantane)
    {
        foreach (var (colonne, compteur) in new[] { ("Sequence", "Journal"), ("SequenceOuverte", "Journal:ouvert") })
        {
            using var commande = db.CreateCommand();
            (commande.Transaction, commande.CommandText) = (instantane, $"""SELECT COUNT("{colonne}"), COALESCE(MIN("{colonne}"), 1), COALESCE(MAX("{colonne}"), 0), (SELECT "Valeur" FROM "Compteurs" WHERE "Cle" = '{compteur}') FROM "Journal" """);
            using var lecteur = commande.ExecuteReader();
            lecteur.Read();
            var (nombre, premier, dernier, compte) = (lecteur.GetInt64(0), lecteur.GetInt64(1), lecteur.GetInt64(2), lecteur.GetInt64(3));
            if (premier != 1 || nombre != dernier || nombre != compte)
            {
                yield return $"Journal, {colonne} : {nombre} entrées de {premier} à {dernier}, compteur {compte}.";
            }
        }
    }

    // A validated offer has its versions one by one and its published row, of the same number, content and state; a draft has none of them.
    private static IEnumerable<string> Publications(ContenuBase contenu)
    {
        foreach (var offre in contenu.Offres.Values)
        {
            var versions = contenu.Versions.Where(v => v.OffreId == offre.Id).OrderBy(v => v.Numero).ToList();
            if (!versions.Select(v => v.Numero).SequenceEqual(Enumerable.Range(1, offre.NumeroVersion)))
            {
                yield return $"{offre} : versions {string.Join(", ", versions.Select(v => v.Numero))}.";
            }

            if (offre.NumeroVersion > 0 && versions.LastOrDefault()?.Contenu != offre.Publie)
            {
                yield return $"{offre} : la dernière version n'a pas le contenu publié.";
            }

            var publiee = contenu.Publiees.GetValueOrDefault(offre.Id);
            if ((offre.Statut == "Brouillon") != (publiee is null) || (publiee is not null && (publiee.NumeroVersion, publiee.Statut) != (offre.NumeroVersion, offre.Statut)))
            {
                yield return $"{offre} : publiée comme {publiee}.";
            }

            // Nothing else that these writers do changes what is read. What the demo published came without an audit.
            var validations = contenu.Audit.Count(a => a.ObjetId == offre.Id && a.Acte == "ValiderOffre");
            if (validations > 0 && validations == offre.NumeroVersion && validations != publiee?.Version)
            {
                yield return $"{offre} : validée {validations} fois, publiée comme {publiee}.";
            }
        }

        foreach (var orpheline in contenu.Publiees.Keys.Concat(contenu.Versions.Select(v => v.OffreId)).Except(contenu.Offres.Keys))
        {
            yield return $"{orpheline} est publiée, ou a une version, et n'est pas une offre.";
        }
    }

    // One line per change: its versions follow each other up to the one of the offer. A deletion closes them.
    private static IEnumerable<string> Audit(ContenuBase contenu)
    {
        foreach (var lignes in contenu.Audit.GroupBy(a => a.ObjetId))
        {
            var offre = contenu.Offres.GetValueOrDefault(lignes.Key);
            var suppressions = lignes.Count(a => a.Acte == "SupprimerOffre");
            var changements = lignes.Where(a => a.Acte != "SupprimerOffre").Select(a => a.Version).Order().ToList();
            var derniere = offre?.Version ?? lignes.Max(a => a.Version);
            var premiere = derniere - changements.Count + 1;
            if (!changements.SequenceEqual(Enumerable.Range(0, changements.Count).Select(i => premiere + i)) || (premiere != 1) == lignes.Any(a => a.Acte.StartsWith("CreerOffre", StringComparison.Ordinal)))
            {
                yield return $"{lignes.Key}, version {derniere} : l'audit tient {string.Join(", ", lignes.OrderBy(a => a.Version).Select(a => $"{a.Acte} {a.Version}"))}.";
            }

            if (suppressions != (offre is null ? 1 : 0))
            {
                yield return $"{lignes.Key} : {suppressions} suppression(s) dans l'audit, offre présente : {offre is not null}.";
            }
        }

        foreach (var offre in contenu.Offres.Values.Where(o => !o.EstDeLaDemonstration && contenu.Audit.All(a => a.ObjetId != o.Id)))
        {
            yield return $"{offre} n'a aucune ligne d'audit.";
        }
    }

    // A key is kept with its answer, and the answer is about an offer that was made.
    private static IEnumerable<string> Cles(ContenuBase contenu)
    {
        var creees = contenu.Audit.Where(a => a.Acte.StartsWith("CreerOffre", StringComparison.Ordinal)).Select(a => a.ObjetId).ToHashSet();
        return contenu.Cles.Where(c => c.Statut != 201 || !creees.Contains(JsonDocument.Parse(c.Corps).RootElement.GetProperty("id").GetGuid()))
            .Select(c => $"La clé {c.Cle} garde une réponse {c.Statut} qui ne correspond à aucune création.");
    }

    private static IEnumerable<string> Numeros(ContenuBase contenu)
    {
        var numeros = contenu.Offres.Values.Select(o => long.Parse(o.Identifiant.Split('/')[1], CultureInfo.InvariantCulture)).ToList();
        if (numeros.Distinct().Count() != numeros.Count || numeros.Max() > contenu.DernierNumero)
        {
            yield return $"Les identifiants vont jusqu'à {numeros.Max()}, le compteur à {contenu.DernierNumero}, {numeros.Count} offres, {numeros.Distinct().Count()} identifiants.";
        }
    }
}

/// <summary>The rows that the invariants compare.</summary>
internal sealed class ContenuBase(DbConnection db, DbTransaction instantane)
{
    public IReadOnlyDictionary<Guid, OffreStockee> Offres { get; } = Lire(db, instantane, """SELECT "Id", "Identifiant", "Statut", "Version", "NumeroVersion", "Publie" FROM "Offres" """,
        l => new OffreStockee(Id(l[0]), (string)l[1], (string)l[2], Entier(l[3]), (int)Entier(l[4]), l[5] as string)).ToDictionary(o => o.Id);

    public IReadOnlyDictionary<Guid, PublieeStockee> Publiees { get; } = Lire(db, instantane, """SELECT "Id", "Statut", "Version", "NumeroVersion" FROM "OffresPubliees" """,
        l => new PublieeStockee(Id(l[0]), (string)l[1], Entier(l[2]), (int)Entier(l[3]))).ToDictionary(o => o.Id);

    public IReadOnlyList<VersionStockee> Versions { get; } = Lire(db, instantane, """SELECT "OffreId", "Numero", "Contenu" FROM "VersionsOffre" """,
        l => new VersionStockee(Id(l[0]), (int)Entier(l[1]), (string)l[2]));

    public IReadOnlyList<LigneAudit> Audit { get; } = Lire(db, instantane, """SELECT "ObjetId", "Acte", "VersionObjet" FROM "Audit" WHERE "TypeObjet" = 'Offre' """,
        l => new LigneAudit(Id(l[0]), (string)l[1], Entier(l[2])));

    public IReadOnlyList<CleStockee> Cles { get; } = Lire(db, instantane, """SELECT "Cle", "Statut", "Corps" FROM "ReponsesIdempotentes" """,
        l => new CleStockee((string)l[0], (int)Entier(l[1]), (byte[])l[2]));

    public long DernierNumero { get; } = Lire(db, instantane, """SELECT "Valeur" FROM "Compteurs" WHERE "Cle" = 'Offre:76' """, l => Entier(l[0])).Single();

    private static List<T> Lire<T>(DbConnection db, DbTransaction instantane, string sql, Func<object[], T> ligne)
    {
        using var commande = db.CreateCommand();
        (commande.CommandText, commande.Transaction) = (sql, instantane);
        using var lecteur = commande.ExecuteReader();
        var (lues, valeurs) = (new List<T>(), new object[lecteur.FieldCount]);
        while (lecteur.Read())
        {
            lecteur.GetValues(valeurs);
            lues.Add(ligne(valeurs));
        }

        return lues;
    }

    // Engines do not agree on the type of an id, nor on the width of a number.
    private static Guid Id(object valeur) => Guid.Parse(valeur.ToString()!);

    private static long Entier(object valeur) => Convert.ToInt64(valeur, CultureInfo.InvariantCulture);
}

internal sealed record OffreStockee(Guid Id, string Identifiant, string Statut, long Version, int NumeroVersion, string? Publie)
{
    /// <summary>The demo is loaded through the acts of the domain, below the audit.</summary>
    public bool EstDeLaDemonstration => Id.ToString().StartsWith("01920000-0000-7000-8000-", StringComparison.Ordinal);

    public override string ToString() => $"{Id} ({Statut}, version {Version}, publication {NumeroVersion})";
}

internal sealed record PublieeStockee(Guid Id, string Statut, long Version, int NumeroVersion);

internal sealed record VersionStockee(Guid OffreId, int Numero, string Contenu);

internal sealed record LigneAudit(Guid ObjetId, string Acte, long Version);

internal sealed record CleStockee(string Cle, int Statut, byte[] Corps);
