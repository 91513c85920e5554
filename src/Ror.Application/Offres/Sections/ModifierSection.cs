using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Application.Offres.Sections;

/// <summary>"Modifier" a section, outside its step; one slice for every section.</summary>
public sealed record ModifierSectionCommand<TSection>(Guid OffreId, VersionAttendue Version, TSection Section) : ICommande
    where TSection : class, ISection<TSection>, new();

internal sealed class ModifierSectionValidator<TSection> : AbstractValidator<ModifierSectionCommand<TSection>>
    where TSection : class, ISection<TSection>, new()
{
    public ModifierSectionValidator(SectionValidator<TSection> section) => RuleFor(c => c.Section).SetValidator(section);
}

internal sealed class ModifierSectionHandler<TSection>(AccesOffres offres) : IRequestHandler<ModifierSectionCommand<TSection>, Resultat<Ecriture>>
    where TSection : class, ISection<TSection>, new()
{
    public Task<Resultat<Ecriture>> Handle(ModifierSectionCommand<TSection> request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Modifier,
        o => o.Offre.ModifierSection(request.Section, TSection.Cle, o.Environnement),
        cancellationToken);
}
