using FluentValidation;
using FluentValidation.Results;
using Ror.Domain.Champs;

namespace Ror.Application.Commun;

/// <summary>Shape and mandatory fields of a body that is not a section of an offer, read from its declarations.</summary>
public class FicheValidator<TFiche> : AbstractValidator<TFiche>
    where TFiche : class, IChamps
{
    public FicheValidator(IReferentiels referentiels, TimeProvider horloge)
        : this(referentiels, horloge, modification: false)
    {
    }

    protected FicheValidator(IReferentiels referentiels, TimeProvider horloge, bool modification) =>
        RuleFor(fiche => fiche).Custom((fiche, contexte) =>
        {
            foreach (var erreur in Fiches.Verifier(TFiche.Champs, fiche, referentiels.Nomenclatures, DateOnly.FromDateTime(horloge.Instant()), modification))
            {
                contexte.AddFailure(new ValidationFailure(erreur.Champ, erreur.Message()) { ErrorCode = erreur.Type.Code, CustomState = erreur });
            }
        });
}

/// <summary>Of a modification: what comes from a national directory may be left out.</summary>
public sealed class FicheModifieeValidator<TFiche>(IReferentiels referentiels, TimeProvider horloge) : FicheValidator<TFiche>(referentiels, horloge, modification: true)
    where TFiche : class, IChamps;
