using System.Runtime.CompilerServices;
using Ror.Domain.Annuaires;
using Ror.Infrastructure.Annuaires.Fichiers;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>
/// The flat files (« etalab »): a first line that says their day, then lines whose first cell says what the others are. Any mix of them is read.
/// </summary>
internal sealed class LecteurPlat(Geolocalisations positions)
{
    private const string Etablissement = "structureet";
    private const string Entite = "structureej";
    private const string Geolocalisation = "geolocalisation";

    // Of the file 505; it says nothing of structures.
    private const string Equipement = "equipementsocial";

    private static readonly Dictionary<string, int> Tailles = new() { [Etablissement] = 32, [Entite] = 23, [Geolocalisation] = 6 };

    /// <summary>First reading: the whole file, its positions kept.</summary>
    /// <returns>The day of the data, and whether legal entities come first.</returns>
    public async Task<(DateOnly Jour, bool SontEntites)> VerifierAsync(Stream flux, CancellationToken ct)
    {
        var (jour, premiere) = ((DateOnly?)null, (string?)null);
        await foreach (var ligne in new LecteurCsv(flux).LireAsync(ct))
        {
            if (jour is null)
            {
                jour = Entete(ligne.Cellules);
                continue;
            }

            premiere ??= ligne.Cellules.FirstOrDefault();
            if (ligne.Cellules is [Geolocalisation, _, _, _, _, _])
            {
                positions.Collecter(ligne.Cellules);
            }
        }

        return (jour ?? Entete([]), premiere == Entite);
    }

    /// <summary>Second reading.</summary>
    public async IAsyncEnumerable<ObjetFiness> LireAsync(Stream flux, FichesFiness fiches, [EnumeratorCancellation] CancellationToken ct)
    {
        var estEntete = true;
        await foreach (var ligne in new LecteurCsv(flux).LireAsync(ct))
        {
            if (!estEntete && Objet(ligne, fiches) is { } objet)
            {
                yield return objet;
            }

            estEntete = false;
        }

        foreach (var orpheline in positions.Orphelines())
        {
            yield return orpheline;
        }
    }

    private static DateOnly Entete(string[] cellules) => cellules switch
    {
        ["finess", "etalab", _, var jour, ..] when Jours.Lire(jour) is { } lu => lu,
        [var colonne, ..] when colonne.StartsWith("nofiness", StringComparison.OrdinalIgnoreCase) =>
            throw new FichierRefuseException("Ce fichier a des noms de colonnes : c'est un historique annuel ou une table dérivée, qui n'est pas repris. Donnez les fichiers « etalab » ou le JSON."),
        _ => throw new FichierRefuseException("La première ligne n'est pas « finess;etalab;numéro;jour » : ce n'est pas un fichier de FINESS."),
    };

    private ObjetFiness? Objet(LigneCsv ligne, FichesFiness fiches)
    {
        if (ligne.Faute is { } faute)
        {
            return ObjetFiness.Refuse(ligne.Numero, faute);
        }

        var (numero, cellules) = (ligne.Numero, ligne.Cellules);
        return !Tailles.TryGetValue(cellules[0], out var taille) ? (cellules[0] == Equipement ? null : ObjetFiness.Refuse(numero, FinessErreurs.Section.Avec(cellules[0])))
            : cellules.Length != taille ? ObjetFiness.Refuse(numero, FinessErreurs.Cellules.Avec(cellules.ElementAtOrDefault(1) ?? "", cellules.Length, taille))
            : cellules[0] switch
            {
                Entite => fiches.Lire(numero, EntiteDe(cellules)),
                Etablissement => fiches.Lire(numero, EtablissementDe(cellules)) is { } lu ? positions.Annoter(lu, cellules[1].Trim()) : null,
                _ => positions.Suivre(numero, cellules, fiches),
            };
    }

    private EtablissementBrut EtablissementDe(string[] cellules)
    {
        var c = new Nettes(cellules);
        return new()
        {
            Finess = c[1],
            FinessEntite = c[2],
            Nom = c[3],
            NomLong = c[4],
            Categorie = c[18],
            Siret = c[22],
            Espic = c[26],
            Adresse = new(Postale(c, complement: 6, numero: 7, commune: 12, departement: 13, acheminement: 15), c[11], positions.De(c[1])),
        };
    }

    private static EntiteBrute EntiteDe(string[] cellules)
    {
        var c = new Nettes(cellules);
        return new()
        {
            Finess = c[1],
            Nom = c[2],
            NomLong = c[3],
            Statut = c[16],
            Siren = c[20],
            Adresse = new(Postale(c, complement: 9, numero: 5, commune: 11, departement: 13, acheminement: 12), c[10], default),
        };
    }

    // Number, type, name and repetition follow one another in both sections; the rest does not.
    private static AdresseBrute Postale(Nettes c, int complement, int numero, int commune, int departement, int acheminement) => new()
    {
        Complement = c[complement],
        Numero = c[numero],
        TypeVoie = c[numero + 1],
        Voie = c[numero + 2],
        Repetition = c[numero + 3],
        Acheminement = c[acheminement],
        Commune = (c[departement], c[commune]) is ({ } lu, { } chiffres) ? CodesFiness.Commune(lu, chiffres) : null,
    };

    private readonly record struct Nettes(string[] Cellules)
    {
        public string? this[int rang] => TexteNational.Nettoyer(Cellules[rang]);
    }
}
