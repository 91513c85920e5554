using System.Security.Cryptography;
using MediatR;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Ror.Api.Http;
using Ror.Application.Commun;
using Ror.Application.Demo;
using Ror.Application.Imports;
using Ror.Application.Nomenclatures;
using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Api.Endpoints;

/// <summary>Imports of official files: left at once, carried out by whichever node is free.</summary>
internal static class ImportsEndpoints
{
    public const int TailleMax = 256 << 20;
    private const string SansNom = "fichier";

    private const string FichierExemple = """
        <RetrieveValueSetResponse xmlns="urn:ihe:iti:svs:2008">
          <ValueSet id="2.999.2" displayName="JDV_J999_CouleurBadge_TEST" version="20250131120000" typeFichier="JDV" description="Couleur du badge">
            <ConceptList><Concept code="01" displayName="Badge bleu" codeSystem="2.999.1"/></ConceptList>
          </ValueSet>
        </RetrieveValueSetResponse>
        """;

    /// <param name="import">One of them, whatever it imports.</param>
    public static void Map(RouteGroupBuilder imports, RouteGroupBuilder import)
    {
        imports.AvecRole(Role.Administrateur);
        import.AvecRole(Role.Administrateur);
        imports.MapPost("", DeposerImport).WithName(nameof(DeposerImport)).WithSummary("Importer un fichier officiel : FHIR JSON ou XML, SVS, .tabs, ou un zip qui en contient ; le corps est le fichier lui-même")
            .WithMetadata(new CorpsBinaire(), new AcceptsMetadata(["*/*"], typeof(CorpsBinaire)), new DisableRequestSizeLimitAttribute())
            .Produces<ImportLu>(StatusCodes.Status202Accepted).AvecProblemes(400, 401, 403, 413).AvecPersona("administrateur").AvecExemple("fichier", "JDV_J999-CouleurBadge-TEST.svs").AvecExemple("simulation", true).WithMetadata(new ExempleDocumente(null, FichierExemple));
        imports.MapGet("", ListerImports).WithName(nameof(ListerImports)).WithSummary("Imports, le dernier d'abord").Lit<PageLue<ImportLu>>().AvecPersona("administrateur");
        import.MapGet("/{id:guid}", ConsulterImport).WithName(nameof(ConsulterImport)).WithSummary("Où en est un import").Lit<ImportLu>(404).AvecPersona("administrateur").AvecExemple("id", IdsDemo.Import);
        import.MapGet("/{id:guid}/rapport", LireRapportImport).WithName(nameof(LireRapportImport)).WithSummary("Ce qu'un import a fait de chaque liste, ou ferait")
            .Lit<PageLue<ListeImportee>>(404).AvecPersona("administrateur").AvecExemple("id", IdsDemo.Import);
        import.MapGet("/{id:guid}/lignes", LireLignesImport).WithName(nameof(LireLignesImport)).WithSummary("Ce qu'un import de données nationales a refusé ou signalé, ligne par ligne")
            .Lit<PageLue<LigneLue>>(404).AvecPersona("administrateur").AvecExemple("id", IdsDemo.ImportAnnuaire);
        import.MapPost("/{id:guid}/annulation", AnnulerImport).WithName(nameof(AnnulerImport)).WithSummary("Arrêter un import ; ce qu'il a fait reste fait, et un import fini reste tel quel")
            .Produces<ImportLu>().AvecProblemes(401, 403, 404).AvecPersona("administrateur").AvecExemple("id", IdsDemo.Import);
    }

    private static Task<IResult> DeposerImport(bool? simulation, string? fichier, HttpContext http, IMediator mediator, JsonFil json, CancellationToken ct) =>
        Deposer(GenreImport.Nomenclatures, TailleMax, simulation, fichier, http, mediator, json, ct);

    /// <summary>Receives the file to its end, and answers where its import is followed.</summary>
    public static async Task<IResult> Deposer(GenreImport genre, long tailleMax, bool? simulation, string? fichier, HttpContext http, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var nom = string.IsNullOrWhiteSpace(fichier) ? SansNom : fichier.Trim();
        if (nom.Length > Import.FichierMax || !Texte.EstSain(nom))
        {
            return new Probleme(RequeteErreurs.ParametreInvalide.Avec("fichier"));
        }

        // On disk, not in memory: it may be large, and slow to come.
        await using var temporaire = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 << 10, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (http.Request.ContentLength > tailleMax || await RecevoirAsync(http.Request.Body, temporaire, tailleMax, ct) is not { } empreinte)
        {
            return new Probleme(HttpErreurs.TropGros.Avec(tailleMax));
        }

        if (temporaire.Length == 0)
        {
            return new Probleme(ImportErreurs.Vide.Avec());
        }

        var depose = await mediator.Send(new DeposerImportCommand(temporaire, temporaire.Length, empreinte, nom, simulation is true, genre), ct);
        return depose.EstSucces ? Reponse.De(depose.Valeur, json, statut: StatusCodes.Status202Accepted, location: depose.Valeur.Href) : new Probleme(depose.Erreurs);
    }

    /// <returns>SHA-256 of what came; null when it was too much.</returns>
    private static async Task<string?> RecevoirAsync(Stream corps, FileStream temporaire, long tailleMax, CancellationToken ct)
    {
        using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bloc = new byte[64 << 10];
        for (int lus; (lus = await corps.ReadAsync(bloc, ct)) > 0;)
        {
            if (temporaire.Length + lus > tailleMax)
            {
                return null;
            }

            empreinte.AppendData(bloc, 0, lus);
            await temporaire.WriteAsync(bloc.AsMemory(0, lus), ct);
        }

        await temporaire.FlushAsync(ct);
        return Convert.ToHexStringLower(empreinte.GetHashAndReset());
    }

    private static Task<IResult> ListerImports([AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        mediator.LirePage(p => new ListerImportsQuery(DeNomenclatures: true, p), page, pagination, http, json, ct);

    private static Task<IResult> ConsulterImport(Guid id, IMediator mediator, JsonFil json, CancellationToken ct) => mediator.Lire(new ConsulterImportQuery(id), json, ct);

    private static Task<IResult> LireRapportImport(Guid id, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        LireAsync(page, (apres, limite) => mediator.Send(new LireRapportQuery(id, apres, limite), ct), pagination, http, json);

    private static Task<IResult> LireLignesImport(Guid id, [AsParameters] ParametresPage page, IMediator mediator, Pagination pagination, HttpContext http, JsonFil json, CancellationToken ct) =>
        LireAsync(page, (apres, limite) => mediator.Send(new LireLignesQuery(id, apres, limite), ct), pagination, http, json);

    private static async Task<IResult> LireAsync<T>(ParametresPage page, Func<int, int, Task<Resultat<RapportLu<T>>>> lire, Pagination pagination, HttpContext http, JsonFil json)
    {
        var lue = pagination.Lire(page, http.Request);
        if (!lue.EstSucces)
        {
            return new Probleme(lue.Erreurs);
        }

        var rapport = await lire(Rangs.Lire(lue.Valeur.Apres), lue.Valeur.Limite);
        return rapport.EstSucces
            ? pagination.Repondre(rapport.Valeur.Elements, Rangs.Ecrire(rapport.Valeur.Suivant), page.Total is true ? rapport.Valeur.Total : null, http, json)
            : new Probleme(rapport.Erreurs);
    }

    private static async Task<IResult> AnnulerImport(Guid id, IMediator mediator, JsonFil json, CancellationToken ct)
    {
        var annule = await mediator.Send(new AnnulerImportCommand(id), ct);
        return annule.EstSucces ? Reponse.De(annule.Valeur, json) : new Probleme(annule.Erreurs);
    }
}

/// <summary>The body is a file, whatever its media type.</summary>
internal sealed record CorpsBinaire;
