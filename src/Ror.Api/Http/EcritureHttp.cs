using System.Security.Cryptography;
using MediatR;
using Ror.Application.Commun;
using Ror.Application.Offres.Versions;
using Ror.Application.Structures.Fermetures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Api.Http;

/// <summary>The one sequence of every write: body (400), If-Match (428), command (412, 409, 422), fresh representation.</summary>
internal sealed class EcritureHttp(IHttpContextAccessor acces, IMediator mediator, IUniteDeTravail travail, IAppelant appelant, IClesIdempotence cles, IReferentiels referentiels, JsonFil json)
{
    private const int LongueurCleMax = 255;

    private HttpContext Http => acces.HttpContext!;

    // The same resource, however its address is spelled.
    private string Chemin => Http.Request.Path.Value!.TrimEnd('/').ToLowerInvariant();

    /// <param name="codeGlobal">Code of a refusal of content, above its errors.</param>
    /// <param name="prefixerParSection">The body has one member per section: pointers start with it.</param>
    public async Task<IResult> Modifier<T>(
        Corps<T> corps, Func<VersionAttendue, T, ICommande> commande, CancellationToken ct, TypeErreur? codeGlobal = null, bool prefixerParSection = false)
    {
        var lu = await corps.LireAsync(ct);
        return lu.EstSucces ? await Executer(version => commande(version, lu.Valeur.Valeur), ct, codeGlobal, prefixerParSection) : new Probleme(lu.Erreurs);
    }

    public async Task<IResult> Executer(Func<VersionAttendue, ICommande> commande, CancellationToken ct, TypeErreur? codeGlobal = null, bool prefixerParSection = false)
    {
        var version = Etiquettes.VersionAttendue(Http.Request);
        if (!version.EstSucces)
        {
            return new Probleme(version.Erreurs);
        }

        var (erreurs, reponse) = await EcrireEtRepresenter(commande(version.Valeur), StatusCodes.Status200OK, ct);
        return reponse ?? await Refuser(prefixerParSection ? [.. erreurs.Select(Prefixer)] : erreurs, codeGlobal, ct);
    }

    /// <summary>A write whose answer is another reading of the object than its own page; in one transaction too.</summary>
    /// <param name="avertir">Puts into it what the author should know.</param>
    public async Task<IResult> ExecuterPuisLire<T>(Func<VersionAttendue, ICommande> commande, IRequete<T> lecture, Func<T, IReadOnlyList<ErreurLue>, T> avertir, CancellationToken ct)
        where T : IVersionnee
    {
        var version = Etiquettes.VersionAttendue(Http.Request);
        if (!version.EstSucces)
        {
            return new Probleme(version.Erreurs);
        }

        var (erreurs, reponse) = await travail.ExecuterAsync<(IReadOnlyList<Erreur>, Reponse?)>(
            async () =>
            {
                var ecrit = await mediator.Send(commande(version.Valeur), ct);
                if (!ecrit.EstSucces)
                {
                    return (ecrit.Erreurs, null);
                }

                var (lu, avertissements) = ((await mediator.Send(lecture, ct)).Valeur, ecrit.Valeur.Avertissements);
                return ([], Reponse.De(avertissements.Count == 0 ? lu : avertir(lu, [.. avertissements.Select(a => ErreurLue.De(a, appelant.EnAnglais))]), json, lu.Version, etiquetee: lu));
            },
            issue => issue.Item2 is not null,
            ct);
        return reponse ?? await Refuser(erreurs, null, ct);
    }

    /// <summary>A closing or a reopening: the answer is what it touched, or would touch.</summary>
    public async Task<IResult> Cascader(Func<VersionAttendue, ICommande> commande, CancellationToken ct)
    {
        var version = Etiquettes.VersionAttendue(Http.Request);
        if (!version.EstSucces)
        {
            return new Probleme(version.Erreurs);
        }

        var ecrit = await mediator.Send(commande(version.Valeur), ct);
        return ecrit.EstSucces
            ? Reponse.De(EffetsLus.De(ecrit.Valeur, referentiels.Nomenclatures, appelant.EnAnglais), json, ecrit.Valeur.Simulee ? null : ecrit.Valeur.Version)
            : await Refuser(ecrit.Erreurs, null, ct);
    }

    public async Task<IResult> Supprimer(Func<VersionAttendue, ICommande> commande, CancellationToken ct)
    {
        var version = Etiquettes.VersionAttendue(Http.Request);
        if (!version.EstSucces)
        {
            return new Probleme(version.Erreurs);
        }

        var ecrit = await mediator.Send(commande(version.Valeur), ct);
        return ecrit.EstSucces ? Results.NoContent() : await Refuser(ecrit.Erreurs, null, ct);
    }

    /// <summary>A creation; with an <c>Idempotency-Key</c>, once per key.</summary>
    public async Task<IResult> Creer<T>(Corps<T> corps, Func<T, ICommande> commande, CancellationToken ct)
    {
        var lu = await corps.LireAsync(ct);
        return lu.EstSucces ? await Creer(lu.Valeur.Octets, commande(lu.Valeur.Valeur), ct) : new Probleme(lu.Erreurs);
    }

    /// <summary>Adds something to an existing object: to the version that is named, and once per key.</summary>
    public async Task<IResult> Ajouter<T>(Corps<T> corps, Func<VersionAttendue, T, ICommande> commande, CancellationToken ct)
    {
        var lu = await corps.LireAsync(ct);
        if (!lu.EstSucces)
        {
            return new Probleme(lu.Erreurs);
        }

        var version = Etiquettes.VersionAttendue(Http.Request);
        return version.EstSucces ? await Creer(lu.Valeur.Octets, commande(version.Valeur, lu.Valeur.Valeur), ct) : new Probleme(version.Erreurs);
    }

    /// <param name="octets">What came; nothing where the path says all.</param>
    public async Task<IResult> Creer(byte[] octets, ICommande commande, CancellationToken ct)
    {
        var entete = Http.Request.Headers["Idempotency-Key"];
        return entete.Count == 0 ? await Creer(commande, ct)
            : entete is [{ Length: > 0 and <= LongueurCleMax } cle] && cle.Any(c => c != ' ') && cle.All(c => c is >= ' ' and <= '~')
                ? await CreerUneFois(cle, octets, commande, ct)
                : new Probleme(HttpErreurs.CleIdempotenceInvalide.Avec());
    }

    private async Task<IResult> CreerUneFois(string cle, byte[] octets, ICommande commande, CancellationToken ct)
    {
        IReadOnlyList<Erreur> refus = [];
        var issue = await cles.ExecuterAsync(
            new(appelant.Sujet, Http.Request.Method, Chemin, cle),
            Convert.ToHexStringLower(SHA256.HashData(octets)),
            async () =>
            {
                (refus, var reponse) = await EcrireEtRepresenter(commande, StatusCodes.Status201Created, ct);
                return reponse is { } r ? new ReponseGardee(r.Statut, r.Entetes, r.Corps) : new ReponseGardee(StatusCodes.Status422UnprocessableEntity, new Dictionary<string, string>(), []);
            },
            ct);
        return issue.CorpsDifferent ? new Probleme(HttpErreurs.CleIdempotenceReutilisee.Avec())
            : issue.Rejouee || issue.Reponse!.Statut < 300 ? Reponse.De(issue.Reponse!)
            : await Refuser(refus, null, ct);
    }

    private async Task<IResult> Creer(ICommande commande, CancellationToken ct)
    {
        var (erreurs, reponse) = await EcrireEtRepresenter(commande, StatusCodes.Status201Created, ct);
        return reponse ?? await Refuser(erreurs, null, ct);
    }

    // In one transaction: the answer is what this write left, whatever the others do the moment after.
    private Task<(IReadOnlyList<Erreur> Erreurs, Reponse? Reponse)> EcrireEtRepresenter(ICommande commande, int statut, CancellationToken ct) => travail.ExecuterAsync(
        async () =>
        {
            var ecrit = await mediator.Send(commande, ct);
            return ecrit.EstSucces ? ([], await Representations.Lire(mediator, json, ecrit.Valeur.Type, ecrit.Valeur.ObjetId, ct, statut, [.. ecrit.Valeur.Avertissements.Select(a => ErreurLue.De(a, appelant.EnAnglais))])) : (ecrit.Erreurs, (Reponse?)null);
        },
        issue => issue.Item2 is not null,
        ct);

    private static Erreur Prefixer(Erreur erreur) => erreur is { Section: { } section, Champ: { } champ } ? erreur with { Champ = $"/{section}{champ}" } : erreur;

    private async Task<Dictionary<string, object>> Changements(TypeObjet type, Guid id, CancellationToken ct)
    {
        var precisions = new Dictionary<string, object>();
        if (Http.Response.Headers.ETag is [{ } etiquette])
        {
            precisions["etag"] = etiquette;
        }

        if (type == TypeNoeud.Offre && Etiquettes.VersionAttendue(Http.Request) is { EstSucces: true, Valeur: var depuis }
            && await mediator.Send(new ConsulterSectionsModifieesQuery(id, depuis), ct) is { EstSucces: true, Valeur.Cles: { } sections })
        {
            precisions["sectionsModifiees"] = sections;
        }

        return precisions;
    }

    // A stale version comes with the current ETag, so that a front end can read again and retry.
    private async Task<IResult> Refuser(IReadOnlyList<Erreur> erreurs, TypeErreur? codeGlobal, CancellationToken ct)
    {
        if (erreurs[0].Type.Nature == Nature.VersionPerimee)
        {
            // What is known of the change lets the front end merge and retry.
            var (type, id) = (Http.GetEndpoint()!.Metadata.GetRequiredMetadata<TypeDeRoute>().Type, Guid.Parse((string)Http.GetRouteValue("id")!));
            Http.Response.Headers.ETag = (await Representations.Lire(mediator, json, type, id, ct))?.Entetes["ETag"];
            return new Probleme(erreurs[0] with { Precisions = await Changements(type, id, ct) });
        }

        // The missing confirmation alone has its own code, which says more.
        var incomplet = erreurs.All(e => e.Type.Nature == Nature.Contenu) && erreurs.Any(e => e.Type != OffreErreurs.ReluRequis);
        return new Probleme(erreurs, incomplet ? codeGlobal : null);
    }
}
