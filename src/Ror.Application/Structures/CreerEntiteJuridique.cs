using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

public sealed record CreerEntiteJuridiqueCommand(FicheEntiteJuridique Fiche) : ICommande;

internal sealed class CreerEntiteJuridiqueValidator : AbstractValidator<CreerEntiteJuridiqueCommand>
{
    public CreerEntiteJuridiqueValidator(FicheValidator<FicheEntiteJuridique> fiche) => RuleFor(c => c.Fiche).SetValidator(fiche);
}

internal sealed class CreerEntiteJuridiqueHandler(ISaisieDb db, FicheValidator<FicheEntiteJuridique> forme, IAppelant appelant, TimeProvider horloge)
    : IRequestHandler<CreerEntiteJuridiqueCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(CreerEntiteJuridiqueCommand request, CancellationToken cancellationToken) => Task.FromResult(Creer(request.Fiche));

    private Resultat<Ecriture> Creer(FicheEntiteJuridique fiche)
    {
        if (appelant.Perimetre.Refuser(ActionOffre.Modifier, TypeNoeud.EntiteJuridique, region: null) is { } interdit)
        {
            return interdit;
        }

        if (!forme.Validate(fiche).IsValid)
        {
            return Ecriture.Aucune(TypeNoeud.EntiteJuridique);
        }

        var ej = EntiteJuridique.Creer(horloge.NouvelId(), fiche, horloge.Instant());
        if (!ej.EstSucces)
        {
            return Resultat<Ecriture>.Echec(ej.Erreurs);
        }

        db.EntitesJuridiques.Add(ej.Valeur);
        return Ecriture.DUnNouveau(TypeNoeud.EntiteJuridique, ej.Valeur);
    }
}
