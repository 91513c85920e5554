using FluentValidation;
using FluentValidation.Results;
using Ror.Domain.Champs;

namespace Ror.Application.Commun;

/// <summary>Shape of a section, read from its declarations (<see cref="Formes"/>): memory only, no I/O.</summary>
public sealed class SectionValidator<TSection> : AbstractValidator<TSection>
    where TSection : class, ISection<TSection>, new()
{
    public SectionValidator(IReferentiels referentiels, TimeProvider horloge) =>
        RuleFor(section => section).Custom((section, contexte) =>
        {
            var erreurs = Formes.Verifier(TSection.Champs, section, referentiels.Nomenclatures, DateOnly.FromDateTime(horloge.Instant()));
            foreach (var erreur in erreurs.Select(e => e with { Section = TSection.Cle }))
            {
                contexte.AddFailure(new ValidationFailure(erreur.Champ, erreur.Message()) { ErrorCode = erreur.Type.Code, CustomState = erreur });
            }
        });
}
