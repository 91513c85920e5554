using System.Collections.Concurrent;

namespace Ror.TestKit.Charge;

/// <summary>
/// Somebody who walks the structure parcours again and again and remembers what they were told: every answer, the write whose answer was lost,
/// every answer that nothing explains. Each writer has offers of their own.
/// </summary>
/// <param name="patient">After a 503 does what it says and goes on; else a 503 is one more answer that nothing explains.</param>
public sealed class Ecrivain(ClientRor client, string nom, int graine, bool patient = false)
{
    private static readonly TimeSpan Relance = TimeSpan.FromMilliseconds(20);
    private static readonly object Relu = new { relu = true };
    private static readonly string Creation = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres";

    private readonly Random _alea = new(graine);
    private readonly ConcurrentQueue<OffreSuivie> _offres = new();
    private readonly ConcurrentQueue<string> _anomalies = new();

    /// <summary>In the order of their creation.</summary>
    public IReadOnlyCollection<OffreSuivie> Offres => _offres;

    public IReadOnlyCollection<string> Anomalies => _anomalies;

    /// <summary>Writes answered 2xx.</summary>
    public int Confirmes { get; private set; }

    /// <summary>Answers 503.</summary>
    public int Pannes { get; private set; }

    /// <summary>Works until told to stop, or until the connection is lost.</summary>
    public async Task TravaillerAsync(CancellationToken arret)
    {
        for (var n = 0; !arret.IsCancellationRequested; n++)
        {
            var offre = new OffreSuivie($"{nom}-{n}");
            _offres.Enqueue(offre);
            foreach (var acte in Parcours(offre))
            {
                if (!await FaireAsync(offre, acte, arret))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Settles what is in suspense, reads every offer again.</summary>
    /// <param name="relecteur">A client of a node that runs.</param>
    /// <returns>What does not fit with what the writer was told.</returns>
    public async Task<IReadOnlyList<string>> VerifierAsync(ClientRor relecteur)
    {
        foreach (var offre in _offres)
        {
            await LeverAsync(offre, relecteur);
            if (offre.Id is not null && offre.Comparer(await relecteur.GetAsync(Route(offre))) is { } faute)
            {
                _anomalies.Enqueue(faute);
            }
        }

        return [.. _anomalies];
    }

    // Every write of the parcours; which ones, chance says.
    private IEnumerable<Acte> Parcours(OffreSuivie offre)
    {
        yield return new(HttpMethod.Post, "", Demo.InformationsChirurgie(offre.Cle));
        yield return new(HttpMethod.Put, "/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie());
        if (_alea.Next(4) == 0)
        {
            yield return new(HttpMethod.Delete, "");
            yield break;
        }

        yield return new(HttpMethod.Put, "/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites());
        yield return new(HttpMethod.Put, "/sections/contacts", Demo.Contacts());
        yield return new(HttpMethod.Post, "/validation", Relu);
        for (var tour = 1; tour <= 2; tour++)
        {
            var (avant, apres) = (offre.Nom, $"{offre.Cle} modifiée {tour}");
            yield return new(HttpMethod.Put, "/sections/informations-generales", Demo.InformationsChirurgie(apres), apres);
            yield return _alea.Next(2) == 0 ? new(HttpMethod.Post, "/validation", Relu) : new(HttpMethod.Delete, "/modifications", null, avant);
        }
    }

    private async Task<bool> FaireAsync(OffreSuivie offre, Acte acte, CancellationToken arret)
    {
        while (!arret.IsCancellationRequested)
        {
            offre.Annoncer(acte);
            var reponse = await EnvoyerAsync(client, offre, acte);
            switch (reponse?.Statut)
            {
                case null:
                    return false;
                case 200 or 201 or 204:
                    Confirmes++;
                    offre.Confirmer(reponse);
                    return true;
                case 503 when patient:
                    Pannes++;
                    if (await AttendreAsync(offre, reponse))
                    {
                        return true;
                    }

                    break;
                default:
                    Noter(offre, reponse);
                    return false;
            }
        }

        return false;
    }

    // "Nothing was stored" is taken at its word: the same write goes again with the same If-Match, and a 412 is then an anomaly.
    private async Task<bool> AttendreAsync(OffreSuivie offre, Reponse panne)
    {
        await Task.Delay(Relance);
        if (panne.Code != "service.base-indisponible")
        {
            return await LeverAsync(offre, client);
        }

        offre.Oublier();
        return false;
    }

    // Reads again, or repeats the creation with its key; true when the write was made.
    private async Task<bool> LeverAsync(OffreSuivie offre, ClientRor relecteur)
    {
        if (offre.EnSuspens is not { } acte)
        {
            return false;
        }

        var reponse = await InsisterAsync(async () => acte.Creation ? await EnvoyerAsync(relecteur, offre, acte) : await relecteur.GetAsync(Route(offre)));
        bool? fait = reponse switch
        {
            { Statut: 201 } when acte.Creation => true,
            { Statut: 404 } when acte.Suppression => true,
            { Statut: 200 } when OffreSuivie.VersionDe(reponse) == offre.Version => false,
            { Statut: 200 } when !acte.Suppression && OffreSuivie.VersionDe(reponse) == offre.Version + 1 => true,
            _ => null,
        };
        if (fait is true)
        {
            offre.Confirmer(reponse!);
        }
        else if (fait is false)
        {
            offre.Oublier();
        }
        else
        {
            Noter(offre, reponse);
        }

        return fait is true;
    }

    private static async Task<Reponse?> InsisterAsync(Func<Task<Reponse?>> appel)
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (true)
        {
            var reponse = await appel();
            if (reponse is not { Statut: 503 })
            {
                return reponse;
            }

            await Task.Delay(Relance, limite.Token);
        }
    }

    // Null when the connection was lost: the write may or may not have been made.
    private static async Task<Reponse?> EnvoyerAsync(ClientRor vers, OffreSuivie offre, Acte acte)
    {
        try
        {
            return acte.Creation ? await vers.PostAsync(Creation, acte.Corps, ("Idempotency-Key", offre.Cle))
                : acte.Methode == HttpMethod.Put ? await vers.PutAsync(Route(offre) + acte.Suite, acte.Corps, ("If-Match", offre.ETag))
                : acte.Methode == HttpMethod.Post ? await vers.PostAsync(Route(offre) + acte.Suite, acte.Corps, ("If-Match", offre.ETag))
                : await vers.DeleteAsync(Route(offre) + acte.Suite, ("If-Match", offre.ETag));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static string Route(OffreSuivie offre) => $"/api/v1/offres/{offre.Id}";

    private void Noter(OffreSuivie offre, Reponse? reponse) =>
        _anomalies.Enqueue($"{offre.Cle}, {offre.EnSuspens}, version {offre.Version} : {reponse?.Requete} : {reponse?.Statut} {reponse?.Texte}");
}
