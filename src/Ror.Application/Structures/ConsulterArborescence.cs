using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

/// <summary>"Mes offres": an établissement with every pôle, UF and offer, in one call.</summary>
/// <param name="InclureFermees">Definitively closed offers too.</param>
public sealed record ConsulterArborescenceQuery(Guid EntiteGeographiqueId, bool InclureFermees) : IRequete<Arborescence>;

/// <summary>One node of the tree.</summary>
/// <param name="Statut">A level is Validee as long as it is open.</param>
/// <param name="Completude">For an offer.</param>
public sealed record NoeudLu(
    Guid Id,
    TypeNoeud Type,
    string Nom,
    string Identifiant,
    StatutOffre Statut,
    bool? ModificationsEnAttente,
    CompletudeResumee? Completude,
    bool Fermee,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    string Href,
    IReadOnlyList<NoeudLu> Enfants);

public sealed record CompletudeResumee(int Obligatoires, int Renseignes, bool Complete);

public sealed record Arborescence(NoeudLu Racine, [property: JsonIgnore] long Version) : IVersionnee;

internal sealed class ConsulterArborescenceHandler(ISaisieDb db, IAppelant appelant, IReferentiels referentiels, ExtraitsNationaux extraits, TimeProvider horloge)
    : IRequestHandler<ConsulterArborescenceQuery, Resultat<Arborescence>>
{
    public async Task<Resultat<Arborescence>> Handle(ConsulterArborescenceQuery request, CancellationToken cancellationToken)
    {
        var id = request.EntiteGeographiqueId;
        var eg = await db.EntitesGeographiques.AsNoTracking().Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var poles = await db.Poles.AsNoTracking().Where(p => p.EntiteGeographiqueId == id).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var unites = await db.UnitesFonctionnelles.AsNoTracking().Where(u => u.EntiteGeographiqueId == id).OrderBy(u => u.Id).ToListAsync(cancellationToken);
        var offres = await db.Offres.AsNoTracking()
            .Where(o => o.EntiteGeographiqueId == id && (request.InclureFermees || o.Statut != StatutOffre.FermeeDefinitivement))
            .OrderBy(o => o.Id).ToListAsync(cancellationToken);

        var nationaux = await extraits.LireAsync(offres, cancellationToken);
        var environnement = new Environnement(eg.Secteur, eg.Categorie, eg.Fermeture, referentiels.Nomenclatures, referentiels.Modeles, horloge.Instant());
        var niveaux = poles.Concat<Noeud>(unites.Where(u => poles.Exists(p => p.Id == u.PoleId))).Append(eg).ToDictionary(n => n.Id);
        // What was born between two of these reads hangs on nothing known yet.
        var feuilles = offres.Where(o => niveaux.ContainsKey(o.ParentId)).ToLookup(o => o.ParentId, o => Noeud(o, nationaux.TryGetValue(o.Id, out var extrait) ? environnement with { ExtraitNational = extrait } : environnement, niveaux));
        var branches = unites.Where(u => niveaux.ContainsKey(u.PoleId)).ToLookup(u => u.PoleId, u =>
            Noeud(u, u.Nom, u.Identifiant.Valeur, [eg, niveaux[u.PoleId]], [.. feuilles[u.Id]]));
        var tronc = poles.Select(p => Noeud(p, p.Nom, p.Identifiant.Valeur, [eg], [.. branches[p.Id]]));
        return new Arborescence(
            Noeud(eg, eg.Denomination, eg.IdNatStruct.Valeur, [], [.. tronc, .. feuilles[eg.Id]]),
            eg.Version);
    }

    private NoeudLu Noeud(Noeud noeud, string nom, string identifiant, IReadOnlyList<Noeud> dessus, IReadOnlyList<NoeudLu> enfants)
    {
        var (fermeture, prevue) = FermetureLue.De(noeud, dessus, referentiels.Nomenclatures);
        return new(noeud.Id, noeud.Type, nom, identifiant, noeud.Etat, null, null, noeud.Fermeture is not null, fermeture, prevue, Liens.De(noeud.Type, noeud.Id), enfants);
    }

    private NoeudLu Noeud(Offre offre, Environnement environnement, IReadOnlyDictionary<Guid, Noeud> niveaux)
    {
        var (bilan, eg) = (offre.Bilan(environnement), niveaux[offre.EntiteGeographiqueId]);
        var dessus = niveaux[offre.ParentId] is UniteFonctionnelle uf ? [eg, niveaux[uf.PoleId], uf] : (Noeud[])[eg];
        return Noeud(offre, offre.Nom, offre.Identifiant.Valeur, dessus, []) with
        {
            ModificationsEnAttente = offre.ModificationsEnAttente,
            Completude = new(bilan.Obligatoires, bilan.Renseignes, bilan.EstComplet),
        };
    }
}
