using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Application.Offres.ParcoursStructure;

/// <summary>The form of step 1 before a draft exists, on the page of the parent.</summary>
/// <param name="Parent">A UF, or an établissement.</param>
/// <param name="ChampActivite">Narrows the modèles proposed (J20).</param>
public sealed record ConsulterFormulaireOffreQuery(Rattachement Parent, string? ChampActivite) : IRequete<EtapeLue<InformationsGenerales>>;

internal sealed class ConsulterFormulaireOffreHandler(ISaisieDb db, IAppelant appelant, AccesOffres offres)
    : IRequestHandler<ConsulterFormulaireOffreQuery, Resultat<EtapeLue<InformationsGenerales>>>
{
    public async Task<Resultat<EtapeLue<InformationsGenerales>>> Handle(ConsulterFormulaireOffreQuery request, CancellationToken cancellationToken)
    {
        var (parent, champActivite) = request;
        var egId = parent.Type == TypeNoeud.EntiteGeographique ? parent.Id
            : await db.UnitesFonctionnelles.Where(u => u.Id == parent.Id).Select(u => u.EntiteGeographiqueId).SingleOrDefaultAsync(cancellationToken);
        var eg = await db.EntitesGeographiques.AsNoTracking().Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == egId, cancellationToken);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var environnement = await offres.Environnement(eg, parent, cancellationToken);
        if (Hierarchie.Refuser(TypeNoeud.Offre, parent.Type, eg.Secteur, eg.Categorie, environnement.FermetureParent) is { } refus)
        {
            return refus;
        }

        var contenu = champActivite is null ? ContenuOffre.Vide
            : ContenuOffre.Vide with { InformationsGenerales = new InformationsGenerales { ChampActivite = new CodeNos(champActivite) } };
        var contexte = environnement.Contexte(LesParcours.Structure.Cle, contenu);
        if (contenu.InformationsGenerales is { } choisie)
        {
            contexte = contexte with { Contenu = LesSections.De<InformationsGenerales>().Ecrire(contenu, LesSections.De<InformationsGenerales>().Completee(choisie, contexte)) };
        }

        if (champActivite is not null && CodeErreurs.Verifier(contexte.Nomenclatures["J20"], new CodeNos(champActivite), "", contexte.Jour) is not null)
        {
            return RequeteErreurs.ParametreInvalide.Avec("champActivite");
        }

        var evaluee = LesParcours.Structure.Evaluer([], [], contexte)[0];
        var href = parent.Type == TypeNoeud.EntiteGeographique ? Liens.EntiteGeographique(parent.Id) : Liens.UniteFonctionnelle(parent.Id);
        return FormulaireEtape.De(evaluee, contexte, c => c.InformationsGenerales!, appelant.EnAnglais, eg.Version) with
        {
            Actions = [new("creer-offre", null, "POST", $"{href}/offres")],
        };
    }
}
