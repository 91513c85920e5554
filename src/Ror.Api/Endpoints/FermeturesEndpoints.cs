using Ror.Api.Http;
using Ror.Application.Structures.Fermetures;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Api.Endpoints;

/// <summary>Closing and reopening, alike on every level and on offers.</summary>
internal static class FermeturesEndpoints
{
    /// <param name="racine">Group of the collection, <c>/poles</c>.</param>
    /// <param name="aFermer">A demo object that can be closed.</param>
    /// <param name="aRouvrir">A demo object whose planned closing can be cancelled.</param>
    public static void MapFermetures<TNoeud>(this RouteGroupBuilder racine, TypeNoeud type, Guid aFermer, Guid aRouvrir, string persona)
        where TNoeud : Noeud
    {
        var nom = typeof(TNoeud).Name;
        Groupe(ActionOffre.FermerTemporairement).MapPost("/fermeture", Fermer<TNoeud>).WithName($"Fermer{nom}")
            .WithSummary("Fermer, temporairement ou définitivement, avec tout ce qui est dessous ; avec simulation=true, dire seulement ce qui serait touché")
            .Ecrit<EffetsLus>().AvecPersona(persona).AvecExemple("id", aFermer).AvecExemple("simulation", true).AvecCorpsExemple(Exemples.Fermeture);
        Groupe(ActionOffre.Rouvrir).MapPost("/reouverture", Rouvrir<TNoeud>).WithName($"Rouvrir{nom}")
            .WithSummary("Rouvrir ce que la fermeture temporaire avait fermé, ou annuler une fermeture planifiée")
            .Ecrit<EffetsLus>().AvecPersona(persona).AvecExemple("id", aRouvrir).AvecExemple("simulation", true);
        Groupe(ActionOffre.AnnulerFermeturePrevue).MapDelete("/fermeture-prevue", Annuler<TNoeud>).WithName($"AnnulerFermeturePrevue{nom}")
            .WithSummary("Annuler une fermeture planifiée, sans toucher à celle en cours")
            .Ecrit<EffetsLus>().AvecPersona(persona).AvecExemple("id", aRouvrir).AvecExemple("simulation", true);

        RouteGroupBuilder Groupe(ActionOffre action) => racine.MapGroup("/{id:guid}").AvecAcces(type, action).AvecParametresStricts();
    }

    private static async Task<IResult> Fermer<TNoeud>(Guid id, bool? simulation, string? empreinte, Corps<DemandeFermeture> corps, EcritureHttp ecriture, CancellationToken ct)
        where TNoeud : Noeud
    {
        var lu = await corps.LireAsync(ct);
        return lu.EstSucces ? await ecriture.Cascader(version => new FermerCommand<TNoeud>(id, version, lu.Valeur.Valeur, new(simulation is true, empreinte)), ct) : new Probleme(lu.Erreurs);
    }

    private static Task<IResult> Rouvrir<TNoeud>(Guid id, bool? simulation, string? empreinte, EcritureHttp ecriture, CancellationToken ct)
        where TNoeud : Noeud => ecriture.Cascader(version => new RouvrirCommand<TNoeud>(id, version, new(simulation is true, empreinte)), ct);

    private static Task<IResult> Annuler<TNoeud>(Guid id, bool? simulation, string? empreinte, EcritureHttp ecriture, CancellationToken ct)
        where TNoeud : Noeud => ecriture.Cascader(version => new AnnulerFermeturePrevueCommand<TNoeud>(id, version, new(simulation is true, empreinte)), ct);
}
