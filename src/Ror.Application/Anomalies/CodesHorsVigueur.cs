using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ror.Application.Commun;
using Ror.Application.Nomenclatures;
using Ror.Domain.Anomalies;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Anomalies;

/// <summary>An offer that holds codes no longer in force: each is an anomaly (theme 03), which ends by itself when the code is gone.</summary>
public sealed record ReleverCodesHorsVigueurCommand(Guid OffreId) : ICommande;

internal sealed class ReleverCodesHorsVigueurHandler(ISaisieDb db, CiblesAnomalies cibles, IVerrous verrous, IReferentiels referentiels, TimeProvider horloge)
    : IRequestHandler<ReleverCodesHorsVigueurCommand, Resultat<Ecriture>>
{
    public const string Regle = "code-hors-vigueur";

    private const string Systeme = "moteur-de-regles";
    private const string Coherence = "03";
    private const string Correction = "COR";

    public async Task<Resultat<Ecriture>> Handle(ReleverCodesHorsVigueurCommand request, CancellationToken cancellationToken)
    {
        var id = request.OffreId;
        await verrous.Retenir<EntiteGeographique>(await db.Offres.Where(o => o.Id == id).Select(o => o.EntiteGeographiqueId).SingleOrDefaultAsync(cancellationToken), cancellationToken);
        await verrous.Reserver<Offre>(id, cancellationToken);
        var (offre, cible) = (await db.Offres.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken), await cibles.LireAsync(TypeObjetAnomalie.Offre, id, cancellationToken));
        var trouves = offre is null or { Statut: StatutOffre.FermeeDefinitivement } ? [] : CodesEmployes.Places(offre.Contenu)
            .Where(p => EstHorsVigueur(referentiels.Nomenclatures, p.Employe, DateOnly.FromDateTime(horloge.Instant()))).ToDictionary(p => (p.Section, p.Champ), p => p.Employe);
        var connues = await db.Anomalies.Where(a => a.ObjetId == id && a.Regle == Regle).ToListAsync(cancellationToken);
        List<Anomalie> touchees =
        [
            .. connues.Where(a => a.CleVivante is not null && !trouves.ContainsKey((a.Section!, a.Champ!)) && a.Resoudre(Anomalie.Moteur, AccesAnomalies.Jour(a.Region, horloge.Instant()), horloge.Instant())),
            .. cible is null ? [] : trouves.Where(t => !connues.Any(a => Tait(a, t.Key, Valeur(t.Value)))).Select(t => Declarer(cible, t.Key, t.Value)),
        ];
        return touchees.Count == 0 ? Ecriture.Aucune(TypeObjet.Anomalie)
            : new Ecriture(TypeObjet.Anomalie, touchees[0].Id, touchees[0].Version, AChange: true, []) { Aussi = [.. touchees.Skip(1).Select(a => (a.Id, a.Version))] };
    }

    /// <summary>Gone from its list, or ended.</summary>
    public static bool EstHorsVigueur(CatalogueNomenclatures nomenclatures, CodeEmploye employe, DateOnly jour) =>
        nomenclatures[employe.Liste] is var liste && (liste.Trouver(employe.Code) is not { } entree || !liste.Admet(entree, jour));

    // Live, tolerated for ever, or refused as long as the value is the same.
    private static bool Tait(Anomalie anomalie, (string Section, string Champ) place, ValeurJson valeur) => (anomalie.Section, anomalie.Champ) == place
        && (anomalie.CleVivante is not null || anomalie.Statut == StatutAnomalie.TolereDefinitivement || (anomalie.Statut == StatutAnomalie.Refuse && anomalie.ValeurErronee == valeur));

    private Anomalie Declarer(CibleAnomalie cible, (string Section, string Champ) place, CodeEmploye employe)
    {
        var anomalie = Anomalie.Declarer(
            horloge.NouvelId(),
            new(cible, new(place.Section, place.Champ, Nationale: false), Coherence, Correction, Valeur(employe), null, $"Le code « {employe.Code.Code} » n'est plus en vigueur dans la liste {employe.Liste}.", Systeme, Systeme, null, Regle),
            perimetre: null,
            horloge.Instant());
        db.Anomalies.Add(anomalie);
        return anomalie;
    }

    private static ValeurJson Valeur(CodeEmploye employe) => ValeurJson.De(JsonSerializer.Serialize(employe.Code, JsonRor.Stockage));
}

/// <summary>Every offer whose codes may have lost their validity: after lists changed, when a day begins, and when such an offer was mended.</summary>
public sealed class CodesHorsVigueur(IServiceScopeFactory portees, IReferentiels referentiels, TimeProvider horloge, ILogger<CodesHorsVigueur> journal)
{
    private (CatalogueNomenclatures? Listes, DateOnly Jour) _vus;

    /// <summary>Each offer is an act of its own: one that fails does not hold the others.</summary>
    public async Task ExecuterAsync(CancellationToken ct)
    {
        var etat = (Listes: referentiels.Nomenclatures, Jour: DateOnly.FromDateTime(horloge.Instant()));
        var tous = !ReferenceEquals(_vus.Listes, etat.Listes) || _vus.Jour != etat.Jour;
        foreach (var id in await ARelireAsync(tous, etat.Listes, etat.Jour, ct))
        {
            await using var portee = portees.CreateAsyncScope();
            try
            {
                _ = await portee.ServiceProvider.GetRequiredService<IMediator>().Send(new ReleverCodesHorsVigueurCommand(id), ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                journal.LogError(e, "Les codes de l'offre {Id} n'ont pas pu être relus.", id);
            }
        }

        _vus = etat;
    }

    private async Task<IReadOnlyList<Guid>> ARelireAsync(bool tous, CatalogueNomenclatures listes, DateOnly jour, CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<ISaisieDb>();
        var vivantes = db.Anomalies.Where(a => a.Regle == ReleverCodesHorsVigueurHandler.Regle && a.CleVivante != null);
        var ids = (tous ? await vivantes.Select(a => a.ObjetId).Distinct().ToListAsync(ct)
            : await vivantes.Where(a => !db.Offres.Any(o => o.Id == a.ObjetId && o.ModifieLe <= a.ModifieLe)).Select(a => a.ObjetId).Distinct().ToListAsync(ct)).ToHashSet();
        if (tous)
        {
            await foreach (var objet in db.CodesDesObjets.AsNoTracking().Where(c => c.Type == TypeNoeud.Offre).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (CodesDUnObjet.Lire(objet.Saisie ?? objet.Publies).Any(c => ReleverCodesHorsVigueurHandler.EstHorsVigueur(listes, c, jour)))
                {
                    ids.Add(objet.Id);
                }
            }
        }

        return [.. ids.Order()];
    }
}
