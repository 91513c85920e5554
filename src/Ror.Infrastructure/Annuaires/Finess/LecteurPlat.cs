using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ror.Domain.Annuaires;
using Ror.Infrastructure.Annuaires.Fichiers;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>
/// The flat files (« etalab »): a first line that says their day, then lines whose first cell says what the others are. Any mix of them is read.
/// </summary>
internal sealed partial class LecteurPlat(Geolocalisations positions)
{
    private const string Etablissement = "structureet";
    private const string Entite = "structureej";
    private const string Geolocalisation = "geolocalisation";

    // Sections that other files of the same family have, and that say nothing of structures.
    private static readonly string[] Ignorees = ["equipementsocial", "activitesoin", "activitesanitaireautorisee", "equipementmateriellourd"];

    private static readonly Dictionary<string, int> Tailles = new() { [Etablissement] = 32, [Entite] = 23, [Geolocalisation] = 6 };

    /// <summary>First reading: the whole file, its positions kept.</summary>
    /// <returns>The day of the data, and whether legal entities come first.</returns>
    public async Task<(DateOnly Jour, bool SontEntites)> VerifierAsync(Stream flux, CancellationToken ct)
    {
        var (jour, premiere) = (default(DateOnly), (string?)null);
        await foreach (var ligne in new LecteurLignes(flux).LireAsync(ct))
        {
            if (ligne.Numero == 1)
            {
                jour = Entete(ligne.Texte);
                continue;
            }

            premiere ??= ligne.Texte;
            if (ligne.Faute is null && ligne.Texte.StartsWith(Geolocalisation, StringComparison.Ordinal) && Cellules.Decouper(ligne.Texte) is { Count: 6 } cellules)
            {
                positions.Collecter(cellules);
            }
        }

        return (jour, premiere?.StartsWith(Entite, StringComparison.Ordinal) == true);
    }

    /// <summary>Second reading.</summary>
    public async IAsyncEnumerable<ObjetFiness> LireAsync(Stream flux, FichesFiness fiches, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var ligne in new LecteurLignes(flux).LireAsync(ct))
        {
            if (ligne.Numero > 1 && Objet(ligne, fiches) is { } objet)
            {
                yield return objet;
            }
        }

        foreach (var orpheline in positions.Orphelines())
        {
            yield return orpheline;
        }
    }

    private static DateOnly Entete(string ligne)
    {
        if (ligne.TrimStart('"').StartsWith("nofiness", StringComparison.OrdinalIgnoreCase))
        {
            throw new FichierRefuseException("Ce fichier a des noms de colonnes : c'est un historique annuel ou une table dérivée, qui n'est pas repris. Donnez les fichiers « etalab » ou le JSON.");
        }

        return Cellules.Decouper(ligne) is ["finess", "etalab", _, var jour, ..] && Textes.Jour(jour.Trim()) is { } lu
            ? lu
            : throw new FichierRefuseException("La première ligne n'est pas « finess;etalab;numéro;jour » : ce n'est pas un fichier de FINESS.");
    }

    private ObjetFiness? Objet(LigneLue ligne, FichesFiness fiches)
    {
        if (ligne.Faute is { } faute)
        {
            return ObjetFiness.Refuse(ligne.Numero, faute);
        }

        if (string.IsNullOrWhiteSpace(ligne.Texte))
        {
            return null;
        }

        var cellules = Cellules.Decouper(ligne.Texte);
        var section = cellules[0].Trim();
        return !Tailles.TryGetValue(section, out var taille) ? (Ignorees.Contains(section) ? null : ObjetFiness.Refuse(ligne.Numero, FinessErreurs.Section.Avec(section)))
            : cellules.Count != taille ? ObjetFiness.Refuse(ligne.Numero, FinessErreurs.Cellules.Avec(cellules.ElementAtOrDefault(1) ?? "", cellules.Count, taille))
            : section switch
            {
                Entite => fiches.Lire(ligne.Numero, EntiteDe(cellules)),
                Etablissement => fiches.Lire(ligne.Numero, EtablissementDe(cellules)) is { } lu ? positions.Annoter(lu, cellules[1].Trim()) : null,
                _ => positions.Suivre(ligne.Numero, cellules, fiches),
            };
    }

    private EtablissementBrut EtablissementDe(IReadOnlyList<string> cellules)
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
            Adresse = Adresse(commune: (c[13], c[12]), acheminement: c[15]) with
            {
                Complement = c[6],
                Numero = c[7],
                TypeVoie = c[8],
                Voie = c[9],
                Extension = c[10],
                LieuDit = c[11],
                Localisation = positions.De(c[1]),
            },
        };
    }

    private static EntiteBrute EntiteDe(IReadOnlyList<string> cellules)
    {
        var c = new Nettes(cellules);
        return new()
        {
            Finess = c[1],
            Nom = c[2],
            NomLong = c[3],
            Statut = c[16],
            Siren = c[20],
            Adresse = Adresse(commune: (c[13], c[11]), acheminement: c[12]) with
            {
                Numero = c[5],
                TypeVoie = c[6],
                Voie = c[7],
                Extension = c[8],
                Complement = c[9],
                LieuDit = c[10],
            },
        };
    }

    private static AdresseBrute Adresse((string? Departement, string? Chiffres) commune, string? acheminement)
    {
        var lu = Acheminement().Match(acheminement ?? "");
        return new()
        {
            Commune = commune is ({ } departement, { } chiffres) ? CodesFiness.Commune(departement, chiffres) : null,
            CodePostal = lu.Success ? lu.Groups[1].Value : null,
            Localite = lu.Success ? Textes.Nettoyer(lu.Groups[2].Value) : acheminement,
        };
    }

    private readonly record struct Nettes(IReadOnlyList<string> Cellules)
    {
        public string? this[int rang] => Textes.Nettoyer(Cellules[rang]);
    }

    [GeneratedRegex(@"^([0-9]{5})(?: +(.*))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Acheminement();
}
