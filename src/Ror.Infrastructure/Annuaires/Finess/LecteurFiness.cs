using System.Runtime.CompilerServices;
using System.Text.Json;
using Ror.Infrastructure.Annuaires.Fichiers;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>
/// FINESS in any of its formats, known by its content: flat files, daily JSON, plain, gzip, or several in a zip. A path is read twice: wholly when it is
/// opened, so that nothing is written of a file that ends badly, then for its objects.
/// </summary>
internal sealed class LecteurFiness
{
    private static readonly string[] Extensions = [".csv", ".txt", ".json"];

    private readonly string _chemin;
    private readonly string _nom;
    private readonly Geolocalisations _positions = new();
    private readonly List<Fichier> _fichiers = [];

    private LecteurFiness(string chemin, string nom) => (_chemin, _nom) = (chemin, nom);

    /// <summary>Day of the data, the latest of the files; null when a JSON does not say it.</summary>
    public DateOnly? DonneesDu => _fichiers.Max(f => f.Jour);

    /// <summary>Nothing but legal entities is in it.</summary>
    public bool EntitesSeules => _fichiers.All(f => f.SontEntites);

    /// <summary>First reading.</summary>
    /// <param name="nom">What the file is called in what is told of it.</param>
    /// <param name="avancement">Bytes that were consumed, and how many there are.</param>
    /// <exception cref="FichierRefuseException">Broken, cut, hostile, or of another format.</exception>
    public static async Task<LecteurFiness> OuvrirAsync(string chemin, string nom, Action<long, long>? avancement, CancellationToken ct)
    {
        var lecteur = new LecteurFiness(chemin, nom);
        await foreach (var fichier in FichiersNationaux.OuvrirAsync(chemin, nom, EstUtile, avancement, ct: ct))
        {
            lecteur._fichiers.Add(await lecteur.ExaminerAsync(fichier, ct));
        }

        return lecteur;
    }

    /// <summary>Second reading; once.</summary>
    /// <param name="estTypeVoie">Is this a code of J219?</param>
    public async IAsyncEnumerable<ObjetFiness> LireAsync(Func<string, bool> estTypeVoie, Action<long, long>? avancement, [EnumeratorCancellation] CancellationToken ct)
    {
        var fiches = new FichesFiness(estTypeVoie);

        // An établissement comes after its legal entity.
        var groupes = _fichiers.GroupBy(f => f.SontEntites).OrderByDescending(g => g.Key).Select(g => g.ToDictionary(f => f.Nom)).ToArray();
        foreach (var (rang, noms) in groupes.Index())
        {
            await foreach (var fichier in FichiersNationaux.OuvrirAsync(_chemin, _nom, nom => noms.Keys.Any(n => SansDossier(n) == nom), Partie(avancement, rang, groupes.Length), ct: ct))
            {
                if (!noms.TryGetValue(fichier.Nom, out var connu))
                {
                    continue;
                }

                fiches.ChangerDeFichier();
                await foreach (var objet in connu.EstJson ? JsonAsync(fichier.Flux, fiches, ct) : new LecteurPlat(_positions).LireAsync(fichier.Flux, fiches, ct))
                {
                    yield return objet;
                }
            }
        }
    }

    // A path with both kinds is gone through twice.
    private static Action<long, long>? Partie(Action<long, long>? avancement, int rang, int nombre) =>
        avancement is null ? null : (lus, total) => avancement((rang * total) + lus, nombre * total);

    private static string SansDossier(string nom) => nom[(nom.LastIndexOf('/') + 1)..];

    private static bool EstUtile(string nom) => Extensions.Contains(Path.GetExtension(nom).ToLowerInvariant());

    private async Task<Fichier> ExaminerAsync(FichierOuvert fichier, CancellationToken ct)
    {
        await using var flux = new FluxBorne(fichier.Flux, FichiersNationaux.TailleMax);
        if (Commencement((await flux.RegarderAsync(ct)).Span) is not ((byte)'{' or (byte)'['))
        {
            var (jour, sontEntites) = await new LecteurPlat(_positions).VerifierAsync(flux, ct);
            return new(fichier.Nom, false, sontEntites, jour);
        }

        var pmej = new FluxPmej(flux);
        await foreach (var (rang, objet) in pmej.LireAsync(ct))
        {
            if (rang == 1)
            {
                RefuserAutreJson(objet);
            }
        }

        return new(fichier.Nom, true, false, Jours.Lire(pmej.GenereLe));
    }

    private static byte Commencement(ReadOnlySpan<byte> debut) =>
        (debut is [0xEF, 0xBB, 0xBF, .. var reste] ? reste : debut).TrimStart(" \t\r\n"u8) is [var premier, ..] ? premier : (byte)0;

    // Activities are published beside structures, under the same root key.
    private static void RefuserAutreJson(ReadOnlyMemory<byte> premier)
    {
        using var document = JsonDocument.Parse(premier);
        if (!document.RootElement.TryGetProperty("informationsGeneralesPMEJ", out _))
        {
            throw new FichierRefuseException("Les objets de ce JSON n'ont pas de « informationsGeneralesPMEJ » : ce n'est pas celui des structures de FINESS.");
        }
    }

    private static async IAsyncEnumerable<ObjetFiness> JsonAsync(Stream flux, FichesFiness fiches, [EnumeratorCancellation] CancellationToken ct)
    {
        var objets = new ObjetsJson(fiches);
        await foreach (var (rang, octets) in new FluxPmej(flux).LireAsync(ct))
        {
            foreach (var objet in objets.Lire(rang, octets))
            {
                yield return objet;
            }
        }
    }

    private sealed record Fichier(string Nom, bool EstJson, bool SontEntites, DateOnly? Jour);
}
