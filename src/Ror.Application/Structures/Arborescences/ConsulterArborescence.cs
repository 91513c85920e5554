using System.Text.Json.Serialization;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Arborescences;

/// <summary>"Mes offres": an établissement with every pôle, UF and offer, in one call.</summary>
/// <param name="InclureFermees">Definitively closed offers too.</param>
public sealed record ConsulterArborescenceQuery(Guid EntiteGeographiqueId, bool InclureFermees) : IRequete<Arborescence>;

/// <summary>One node of the tree.</summary>
/// <param name="Statut">A level is Validee as long as it is open.</param>
/// <param name="Completude">For an offer.</param>
/// <param name="Lieux">For an offer, identifiers of the lieux where it is delivered.</param>
public sealed record NoeudLu(
    Guid Id,
    TypeNoeud Type,
    string Nom,
    string Identifiant,
    StatutOffre Statut,
    bool? ModificationsEnAttente,
    CompletudeResumee? Completude,
    IReadOnlyList<string>? Lieux,
    bool Fermee,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    string Href,
    IReadOnlyList<NoeudLu> Enfants);

public sealed record Arborescence(NoeudLu Racine, [property: JsonIgnore] EtatLecture Etat) : IDEtat;

internal sealed class ConsulterArborescenceHandler(ISaisieDb db, ApercusDesOffres apercus, IAppelant appelant, IReferentiels referentiels, TimeProvider horloge)
    : IRequestHandler<ConsulterArborescenceQuery, Resultat<Arborescence>>
{
    public async Task<Resultat<Arborescence>> Handle(ConsulterArborescenceQuery request, CancellationToken cancellationToken)
    {
        var etat = EtatReferentiels.De(referentiels, horloge);
        var lignes = await RequetesArborescence.LireAsync(db, request.EntiteGeographiqueId, cancellationToken);
        if (lignes is not [{ Type: TypeNoeud.EntiteGeographique } racine, ..] || !appelant.Perimetre.Voit(racine.IdNatStruct!.Valeur, racine.Region!))
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var montrees = request.InclureFermees ? lignes : lignes.FindAll(l => l is not { Type: TypeNoeud.Offre, Etat: StatutOffre.FermeeDefinitivement });
        var connus = await apercus.LireAsync(montrees, etat, cancellationToken);

        // What was born between two of these reads hangs on nothing known yet, and is left out.
        var enfants = montrees.Skip(1).Where(l => l.Type != TypeNoeud.Offre || connus.ContainsKey(l.Id)).ToLookup(l => l.ParentId);
        return new Arborescence(
            new Assemblage(enfants, connus, referentiels).Noeud(racine, [], plans: false),
            EtatArborescence.De(lignes, request.InclureFermees, etat, appelant.EnAnglais));
    }

    private sealed class Assemblage(ILookup<Guid, LigneArborescence> enfants, IReadOnlyDictionary<Guid, ContenuDuNoeud> contenus, IReferentiels referentiels)
    {
        /// <param name="dessus">The levels above.</param>
        /// <param name="plans">One of them has a planned closing.</param>
        public NoeudLu Noeud(LigneArborescence ligne, IReadOnlyList<Situation> dessus, bool plans)
        {
            var (situation, contenu) = (ligne.Situation, contenus.GetValueOrDefault(ligne.Id));
            plans = plans || ligne.FermeturePrevue is not null;

            // H7: a maison de santé that closes lets its liberal offers go.
            var (fermeture, prevue) = FermetureLue.De(ligne.Fermeture, plans ? Previsions.De(situation, ligne.EstRattachee ? [] : dessus) : null, referentiels.Nomenclatures);
            Situation[] branche = ligne.Type == TypeNoeud.Offre ? [] : [.. dessus, situation];
            return new(
                ligne.Id,
                ligne.Type,
                contenu?.Nom ?? ligne.Organisation?.Nom ?? ligne.Etablissement?.Denomination ?? "",
                ligne.Identifiant?.Valeur ?? ligne.IdNatStruct!.Valeur,
                ligne.Etat,
                contenu?.ModificationsEnAttente,
                contenu?.Completude,
                contenu?.Lieux,
                ligne.Fermeture is not null,
                fermeture,
                prevue,
                Liens.De(ligne.Type, ligne.Id),
                branche.Length == 0 ? [] : [.. enfants[ligne.Id].Select(e => Noeud(e, branche, plans))]);
        }
    }
}
