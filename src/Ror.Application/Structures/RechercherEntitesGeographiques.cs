using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

/// <summary>"Mes établissements": those of the perimeter whose name, town or number holds every word, accents and case ignored.</summary>
public sealed record RechercherEntitesGeographiquesQuery(string? Recherche, Page Page) : IRequete<Tranche<EntiteGeographiqueResumee>>;

internal sealed class RechercherEntitesGeographiquesHandler(ISaisieDb db, IAppelant appelant, IReferentiels referentiels)
    : IRequestHandler<RechercherEntitesGeographiquesQuery, Resultat<Tranche<EntiteGeographiqueResumee>>>
{
    public async Task<Resultat<Tranche<EntiteGeographiqueResumee>>> Handle(RechercherEntitesGeographiquesQuery request, CancellationToken cancellationToken)
    {
        var trouvees = Texte.Mots(request.Recherche).Aggregate(
            db.EntitesGeographiques.AsNoTracking().Visibles(appelant.Perimetre),
            (entites, mot) => entites.Where(eg => eg.Recherche.Contains(mot)));
        trouvees = Texte.EstVaine(request.Recherche) ? trouvees.Where(_ => false) : trouvees;
        int? total = request.Page.AvecTotal ? await trouvees.CountAsync(cancellationToken) : null;
        var suite = request.Page.Apres is { } apres ? trouvees.Where(eg => eg.Id > apres) : trouvees;
        var lues = await suite.OrderBy(eg => eg.Id).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        return Tranche<EntiteGeographiqueResumee>.De([.. lues.Select(Resumer)], request.Page, eg => eg.Id, total);
    }

    private EntiteGeographiqueResumee Resumer(EntiteGeographique eg)
    {
        var (fermeture, prevue) = FermetureLue.De(eg, [], referentiels.Nomenclatures);
        return new(
            eg.Id,
            eg.IdNatStruct.Valeur,
            eg.Denomination,
            referentiels.Nomenclatures.Lire("J55", eg.Categorie),
            eg.Secteur,
            eg.Adresse,
            eg.Adresse.LireCommune().Departement,
            eg.Region,
            fermeture,
            prevue,
            Liens.EntiteGeographique(eg.Id));
    }
}
