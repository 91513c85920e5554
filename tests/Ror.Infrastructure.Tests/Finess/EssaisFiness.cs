using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;
using Ror.Infrastructure.Annuaires.Finess;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Nomenclatures;
using Ror.TestKit.Annuaires;

namespace Ror.Infrastructure.Tests;

/// <summary>Files as they are deposited, under a name that says nothing of them.</summary>
internal sealed class EssaisFiness : IDisposable
{
    public static readonly CatalogueNomenclatures Nomenclatures = new([.. Tableau().Select(l => FormatNomenclature.Lire(l.GetRawText(), 0))]);

    private static readonly DateOnly Jour = new(2026, 9, 15);

    private readonly List<string> _chemins = [];

    public static bool EstTypeVoie(string code) => Nomenclatures["J219"].DeCode(code).Any();

    public static byte[] Octets(string fichier) => FichiersAnnuaires.Fichier(fichier);

    public static string Texte(string fichier) => FichiersAnnuaires.Texte(fichier);

    public static byte[] Gzip(byte[] octets)
    {
        using var memoire = new MemoryStream();
        using (var gzip = new GZipStream(memoire, CompressionLevel.Optimal))
        {
            gzip.Write(octets);
        }

        return memoire.ToArray();
    }

    public static byte[] Zip(params (string Nom, byte[] Octets)[] fichiers)
    {
        using var memoire = new MemoryStream();
        using (var archive = new ZipArchive(memoire, ZipArchiveMode.Create))
        {
            foreach (var (nom, octets) in fichiers)
            {
                using var flux = archive.CreateEntry(nom).Open();
                flux.Write(octets);
            }
        }

        return memoire.ToArray();
    }

    public string Deposer(byte[] octets)
    {
        var chemin = Path.Combine(Path.GetTempPath(), $"ror-{Guid.NewGuid():N}");
        File.WriteAllBytes(chemin, octets);
        _chemins.Add(chemin);
        return chemin;
    }

    public Task<LecteurFiness> OuvrirAsync(byte[] octets) => LecteurFiness.OuvrirAsync(Deposer(octets), "depot", null, CancellationToken.None);

    public async Task<List<ObjetFiness>> LireAsync(byte[] octets)
    {
        var objets = new List<ObjetFiness>();
        await foreach (var objet in (await OuvrirAsync(octets)).LireAsync(EstTypeVoie, null, CancellationToken.None))
        {
            objets.Add(objet);
        }

        return objets;
    }

    public Task<List<ObjetFiness>> LireAsync(string ressource) => LireAsync(Octets(ressource));

    public Task<List<ObjetFiness>> LireTexteAsync(string texte) => LireAsync(Encoding.UTF8.GetBytes(texte));

    public async Task<FichierRefuseException> RefuserAsync(byte[] octets) => await Assert.ThrowsAsync<FichierRefuseException>(() => OuvrirAsync(octets));

    public Task<FichierRefuseException> RefuserAsync(string texte) => RefuserAsync(Encoding.UTF8.GetBytes(texte));

    /// <summary>What the field declarations say of a record, on the shipped lists.</summary>
    public static IEnumerable<Erreur> Verifier(ObjetFiness objet) => objet switch
    {
        { Entite: { } entite } => Fiches.Verifier(FicheEntiteJuridique.Champs, entite.Fiche, Nomenclatures, Jour),
        { Etablissement: { } etablissement } => Fiches.Verifier(FicheEntiteGeographique.Champs, etablissement.Fiche, Nomenclatures, Jour),
        _ => [],
    };

    public void Dispose() => _chemins.ForEach(File.Delete);

    private static List<JsonElement> Tableau()
    {
        using var flux = typeof(LecteurFiness).Assembly.GetManifestResourceStream("nomenclatures.json")!;
        using var document = JsonDocument.Parse(flux);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }
}

internal static class ObjetsFiness
{
    public static FicheEntiteGeographique Fiche(this IEnumerable<ObjetFiness> objets, string nom) => objets.DeNom(nom).Etablissement!.Fiche;

    public static ObjetFiness DeNom(this IEnumerable<ObjetFiness> objets, string nom) => Assert.Single(objets, o => o.Etablissement?.Fiche.Denomination == nom || o.Entite?.Fiche.RaisonSociale == nom);

    public static IEnumerable<string> Codes(this ObjetFiness objet) => objet.Signalements.Select(s => s.Type.Code);

    /// <summary>Code and arguments of the refusals, in their order.</summary>
    public static IEnumerable<string> Fautes(this IEnumerable<ObjetFiness> objets) =>
        objets.Where(o => o.Faute is not null).Select(o => string.Join(' ', o.Faute!.Arguments.Prepend(o.Faute.Type.Code)));
}
