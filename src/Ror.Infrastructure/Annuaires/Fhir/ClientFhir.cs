using System.Net.Http.Headers;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>Searches, page after page. GET only; no redirect is followed.</summary>
internal sealed class ClientFhir(OptionsAnnuaire options, HttpMessageInvoker envoi)
{
    public const int PagesAuPlus = 20;

    private readonly Uri _base = options.Base();

    /// <param name="recherche">Type and parameters, encoded.</param>
    /// <returns>Empty when nothing was found.</returns>
    /// <exception cref="PanneAnnuaireException">The answer cannot be had whole.</exception>
    public async Task<Moisson> ChercherAsync(string recherche, Budget budget, CancellationToken ct)
    {
        var (moisson, vues) = (new Moisson(), new HashSet<Uri>());
        for (var page = new Uri(_base, recherche); page is not null;)
        {
            if (vues.Count == PagesAuPlus || !vues.Add(page))
            {
                throw new PanneAnnuaireException("Les pages de l'annuaire national n'en finissent pas.");
            }

            page = await LirePageAsync(page, moisson, budget, ct) is { } suite ? Suivante(page, suite) : null;
        }

        return moisson;
    }

    private async Task<string?> LirePageAsync(Uri page, Moisson moisson, Budget budget, CancellationToken ct)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, page);
        requete.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/fhir+json"));
        requete.Headers.UserAgent.Add(new ProductInfoHeaderValue("Ror.Api", null));
        requete.Options.Set(Budget.Cle, budget);
        using var reponse = await envoi.SendAsync(requete, ct);
        if (!EstUneReponse(reponse))
        {
            return null;
        }

        var paquet = moisson.Ajouter(await reponse.Content.ReadAsByteArrayAsync(ct));
        return paquet.Link.Presents().FirstOrDefault(l => l.Relation == "next")?.Url;
    }

    /// <summary>False when nothing is there. What an error body says is never looked at, but for its being FHIR.</summary>
    private static bool EstUneReponse(HttpResponseMessage reponse) => (int)reponse.StatusCode switch
    {
        200 when EstFhir(reponse) => true,
        < 300 => throw new PanneAnnuaireException("L'annuaire national a envoyé autre chose que du FHIR en JSON."),

        // A gateway that leads nowhere must not read as "nobody by that number".
        404 when reponse.Content.Headers.ContentType?.MediaType == "text/html" => throw new PanneAnnuaireException("L'adresse configurée ne mène pas à un annuaire FHIR (404)."),
        404 => false,
        var statut => throw new PanneAnnuaireException(Raison(statut)),
    };

    private static string Raison(int statut) => statut switch
    {
        401 or 403 => $"L'annuaire national refuse la clé d'accès de ce service ({statut}).",
        429 => "L'annuaire national demande d'attendre (429).",
        >= 300 and < 400 => $"L'annuaire national renvoie ailleurs ({statut}) : corrigez Annuaire:Adresse.",
        >= 400 and < 500 => $"L'annuaire national refuse la question ({statut}).",
        _ => $"L'annuaire national est en panne ({statut}).",
    };

    private static bool EstFhir(HttpResponseMessage reponse) =>
        reponse.Content.Headers.ContentType is { MediaType: "application/fhir+json" or "application/json" or "application/json+fhir" } type
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private Uri Suivante(Uri page, string lien) => Uri.TryCreate(page, lien, out var suite) && _base.EstSousMoi(suite)
        ? suite : throw new PanneAnnuaireException("L'annuaire national renvoie ailleurs pour la suite de sa réponse.");
}
