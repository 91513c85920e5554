using FluentValidation;
using FluentValidation.Results;
using Ror.Domain.Champs;
using Ror.Domain.Offres.Parcours;

namespace Ror.Application.Commun;

/// <summary>Shape of the record of a step, read from its declarations (<see cref="Formes"/>): memory only, no I/O.</summary>
public sealed class EtapeValidator<TEtape> : AbstractValidator<TEtape>
    where TEtape : class, IEtape<TEtape>, new()
{
    public EtapeValidator(IReferentiels referentiels, TimeProvider horloge) =>
        RuleFor(etape => etape).Custom((etape, contexte) =>
        {
            var jour = DateOnly.FromDateTime(horloge.Instant());
            foreach (var erreur in TEtape.Champs.SelectMany(champ => Formes.Verifier([champ], etape, referentiels.Nomenclatures, jour).Select(e => e with { Section = VueEtape.Section(TEtape.Emprunts, champ).Cle })))
            {
                contexte.AddFailure(new ValidationFailure(erreur.Champ, erreur.Message()) { ErrorCode = erreur.Type.Code, CustomState = erreur });
            }
        });
}
