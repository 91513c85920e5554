using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

public sealed record ModifierEntiteJuridiqueCommand(Guid Id, VersionAttendue Version, FicheEntiteJuridique Fiche) : ICommande;

internal sealed class ModifierEntiteJuridiqueValidator : AbstractValidator<ModifierEntiteJuridiqueCommand>
{
    public ModifierEntiteJuridiqueValidator(FicheModifieeValidator<FicheEntiteJuridique> fiche) => RuleFor(c => c.Fiche).SetValidator(fiche);
}

internal sealed class ModifierEntiteJuridiqueHandler(
    ISaisieDb db, FicheModifieeValidator<FicheEntiteJuridique> forme, IVerrous verrous, IAppelant appelant, TimeProvider horloge)
    : IRequestHandler<ModifierEntiteJuridiqueCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(ModifierEntiteJuridiqueCommand request, CancellationToken cancellationToken)
    {
        await verrous.Reserver<EntiteJuridique>(request.Id, cancellationToken);
        var ej = await db.EntitesJuridiques.Visibles(db, appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken);
        var sites = await db.EntitesGeographiques.AsNoTracking().Where(e => e.EntiteJuridiqueId == request.Id).ToListAsync(cancellationToken);
        if (ej is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        if (appelant.Perimetre.RefuserEntiteJuridique([.. sites.Select(s => s.Region)]) is { } interdit)
        {
            return interdit;
        }

        if (!request.Version.Accepte(ej.Version))
        {
            return RequeteErreurs.VersionPerimee.Avec();
        }

        if (!forme.Validate(request.Fiche).IsValid)
        {
            return Ecriture.Aucune(TypeNoeud.EntiteJuridique);
        }

        var (avant, raison) = (ej.Version, ej.RaisonSociale);
        var resultat = ej.Modifier(request.Fiche, horloge.Instant());
        if (!resultat.EstSucces)
        {
            return Resultat<Ecriture>.Echec(resultat.Erreurs);
        }

        // Its name stands with every offer below: nobody publishes there meanwhile.
        foreach (var id in sites.Where(_ => raison != ej.RaisonSociale).Select(s => s.Id).OrderBy(id => id.ToString(), StringComparer.Ordinal))
        {
            await verrous.Reserver<EntiteGeographique>(id, cancellationToken);
        }

        return new Ecriture(TypeNoeud.EntiteJuridique, ej.Id, ej.Version, ej.Version != avant, []);
    }
}
