using FluentValidation;
using FluentValidation.Results;
using Ror.Domain.Champs;

namespace Ror.Application.Commun;

/// <summary>Shape and mandatory fields of a body that is not a section of an offer, read from its declarations.</summary>
public sealed class FicheValidator<TFiche> : AbstractValidator<TFiche>
    where TFiche : class, IChamps
{
    public FicheValidator(IReferentiels referentiels, TimeProvider horloge) =>
        RuleFor(fiche => fiche).Custom((fiche, contexte) =>
        {
            foreach (var erreur in Fiches.Verifier(TFiche.Champs, fiche, referentiels.Nomenclatures, DateOnly.FromDateTime(horloge.Instant())))
            {
                contexte.AddFailure(new ValidationFailure(erreur.Champ, erreur.Message()) { ErrorCode = erreur.Type.Code, CustomState = erreur });
            }
        });
}
