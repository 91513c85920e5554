using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Application.Diffusion;

/// <summary>Where a reader of the feed has come to.</summary>
/// <param name="Profil">The access profile that it was read with: another one has read other values of the same objects.</param>
/// <param name="Borne">While the present state is being read: the number up to which it is; null once changes are.</param>
public sealed record PositionFlux(int Profil, long Position, long? Borne)
{
    /// <summary>Null of who only gives a number of the journal.</summary>
    public PositionAnomalies? Anomalies { get; init; }
}

/// <summary>Which part of the directory is followed; empty lists follow everything.</summary>
/// <param name="Etablissements">idNat_Struct.</param>
/// <param name="ChampsActivite">J20; offers only, then.</param>
public sealed record FiltreFlux(IReadOnlyList<string> Regions, IReadOnlyList<string> Etablissements, IReadOnlyList<string> ChampsActivite);

/// <summary>The change feed: the present state first for who begins, then every change in the order of commits.</summary>
/// <param name="Depuis">Null begins with the present state.</param>
/// <param name="Attente">How long to wait for news when there is none.</param>
/// <param name="Contenu">Each object comes as it is now, beside what happened to it.</param>
public sealed record LireChangementsQuery(PositionFlux? Depuis, FiltreFlux Filtre, int Limite, TimeSpan Attente, bool Contenu) : IRequete<PageFlux>;

/// <param name="Encore">More is there already.</param>
/// <param name="Derniere">The greatest number of the whole journal that was read for it.</param>
public sealed record PageFlux(IReadOnlyList<ChangementLu> Elements, PositionFlux Suivant, bool Encore, long Derniere);

/// <summary>What changes are told of: what stands in the tree, and the caller's own anomalies.</summary>
public enum TypeSuivi
{
    EntiteJuridique = TypeNoeud.EntiteJuridique,
    EntiteGeographique = TypeNoeud.EntiteGeographique,
    Pole = TypeNoeud.Pole,
    UniteFonctionnelle = TypeNoeud.UniteFonctionnelle,
    Offre = TypeNoeud.Offre,
    LieuRealisationOffre = TypeNoeud.LieuRealisationOffre,
    Anomalie,
}

/// <summary>What is told of the object of a change.</summary>
/// <param name="Identifiant">Of an anomaly, its id again.</param>
/// <param name="Href">Where to read it; absent once it is out of sight.</param>
public sealed record ObjetLu(TypeSuivi Type, Guid Id, string Identifiant, string? Href);

/// <summary>One change, as this caller may know it.</summary>
/// <param name="Sequence">Number in the order of commits; of an anomaly, that of the last change before it.</param>
/// <param name="Nature">A retrait leaves nothing to read: the object is gone, or has left what the caller sees or follows.</param>
/// <param name="Version">Of the object after the change, as in the ETag of its GET: the number of the last change that this caller may know of.</param>
/// <param name="Champs">JSON Pointers into its representation.</param>
/// <param name="Raison">The structure above whose change brought this one.</param>
/// <param name="Offre">With <c>contenu=true</c>: the offer as it is now.</param>
/// <param name="Structure">With <c>contenu=true</c>: the structure as it is now.</param>
/// <param name="Lieu">With <c>contenu=true</c>: the lieu as it is now.</param>
/// <param name="Statut">Of an anomaly (J244), after the change.</param>
public sealed record ChangementLu(
    long Sequence,
    NatureChangement Nature,
    ObjetLu Objet,
    long Version,
    DateTime Instant,
    IReadOnlyList<string>? Champs,
    RaisonChangement? Raison,
    OffrePublieeLue? Offre,
    StructurePublieeLue? Structure,
    LieuPublieLu? Lieu,
    CodeLu? Statut);

/// <summary>Wakes those who wait for news, and keeps what this node has in memory up to date.</summary>
public interface IVeilleJournal
{
    /// <summary>Has the journal been looked at within the last second? What is kept in memory may be served then.</summary>
    bool EstAJour { get; }

    /// <summary>Returns once all changes up to that number are known on this node: whoever has been told of a change reads what it left.</summary>
    Task RattraperAsync(long sequence, CancellationToken ct);

    /// <summary>This node stops: nobody waits any more.</summary>
    void Liberer();

    /// <summary>Ends with the next news, of anomalies too. Taken before reading: what comes meanwhile is not missed.</summary>
    Task Prochaine { get; }

    /// <summary>Returns once the journal goes beyond that number, whatever the number tells of, or with these news, or when the time is over.</summary>
    /// <returns>False when this node stops: there is nothing to wait for.</returns>
    Task<bool> AttendreAsync(long apres, Task prochaine, TimeSpan duree, CancellationToken ct);
}

internal sealed class LireChangementsHandler(IDiffusionDb db, FluxJournal flux, RenduDiffusion rendu, IReferentiels referentiels, IVeilleJournal veille, TimeProvider horloge)
    : IRequestHandler<LireChangementsQuery, Resultat<PageFlux>>
{
    public async Task<Resultat<PageFlux>> Handle(LireChangementsQuery request, CancellationToken cancellationToken)
    {
        if (Inconnu(request.Filtre) is { } parametre)
        {
            return RequeteErreurs.ParametreInvalide.Avec(parametre);
        }

        if (request.Depuis is { } depuis && depuis.Profil != rendu.Profil)
        {
            return DiffusionErreurs.AutrePerimetre.Avec();
        }

        var identifiants = request.Filtre.Etablissements;
        var etablissements = await db.StructuresPubliees.Where(s => s.Type == TypeNoeud.EntiteGeographique && identifiants.Contains(s.Identifiant)).Select(s => s.Id).ToListAsync(cancellationToken);
        if (etablissements.Count != identifiants.Distinct().Count())
        {
            return RequeteErreurs.ParametreInvalide.Avec("etablissement");
        }

        var suivi = new Suivi(request.Filtre.Regions, etablissements, request.Filtre.ChampsActivite);
        var fin = horloge.GetUtcNow() + request.Attente;
        while (true)
        {
            var prochaine = veille.Prochaine;
            var (page, derniere) = await flux.Lire(request.Depuis, suivi, request.Limite, request.Contenu, cancellationToken);
            if (page is null)
            {
                return DiffusionErreurs.AuDela.Avec();
            }

            await veille.RattraperAsync(derniere, cancellationToken);
            var reste = fin - horloge.GetUtcNow();
            if (page.Elements.Count > 0 || page.Encore || reste <= TimeSpan.Zero || !await veille.AttendreAsync(derniere, prochaine, reste, cancellationToken))
            {
                return page;
            }
        }
    }

    private string? Inconnu(FiltreFlux filtre) =>
        filtre.ChampsActivite.Any(c => !referentiels.Nomenclatures["J20"].DeCode(c).Any()) ? "champActivite"
        : filtre.Regions.Any(r => !Departements.ParRegion.ContainsKey(r)) ? "region"
        : null;
}
