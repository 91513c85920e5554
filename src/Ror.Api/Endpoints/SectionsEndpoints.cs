using MediatR;
using Ror.Api.Http;
using Ror.Application.Demo;
using Ror.Application.Offres.Sections;
using Ror.Domain.Champs;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;

namespace Ror.Api.Endpoints;

/// <summary>"Modifier" on each section: GET and PUT carry the same bare record. The answer to the national directories is written by its step alone.</summary>
internal static class SectionsEndpoints
{
    public static void Map(RouteGroupBuilder offre)
    {
        var sections = offre.MapGroup("/sections").WithTags("Sections");
        Section<InformationsGenerales>(sections, Exemples.InformationsConsultation);
        Section<AccueilPriseEnCharge>(sections, Exemples.AccueilConsultation);
        Section<Patientele>(sections, Exemples.Patientele);
        Section<Specificites>(sections, Exemples.SpecificitesConsultation);
        Section<Contacts>(sections, Exemples.Contacts);
        Section<Adresse>(sections, Exemples.Adresse);
        Section<MessagerieSecurisee>(sections, Exemples.MessagerieSecurisee);
        Section<Horaires>(sections, Exemples.Horaires);
        Section<ZoneIntervention>(sections, Exemples.ZoneIntervention, IdsDemo.EquipeMobile);
        Lecture<DonneesNationales>(sections, IdsDemo.LiberalGaillac).AvecPersona("medecin-liberal");
    }

    private static void Section<TSection>(RouteGroupBuilder sections, object exemple, Guid? offre = null)
        where TSection : class, ISection<TSection>, new()
    {
        Lecture<TSection>(sections, offre ?? IdsDemo.ConsultationCardiologie);
        sections.MapPut(TSection.Cle, Modifier<TSection>).WithName($"ModifierSection{typeof(TSection).Name}").WithSummary($"Modifier la section « {TSection.Titre} »")
            .EcritOffre().AvecExemple("id", offre ?? IdsDemo.ConsultationCardiologie).AvecCorpsExemple(exemple);
    }

    private static RouteHandlerBuilder Lecture<TSection>(RouteGroupBuilder sections, Guid offre)
        where TSection : class, ISection<TSection>, new() =>
        sections.MapGet(TSection.Cle, Consulter<TSection>).WithName($"ConsulterSection{typeof(TSection).Name}").WithSummary($"Section « {TSection.Titre} »").Lit<TSection>(404).AvecExemple("id", offre);

    private static async Task<IResult> Consulter<TSection>(Guid id, IMediator mediator, JsonFil json, CancellationToken ct)
        where TSection : class, ISection<TSection>, new()
    {
        var lu = await mediator.Send(new ConsulterSectionQuery<TSection>(id), ct);
        return lu.EstSucces ? Reponse.De(lu.Valeur.Section, json, lu.Valeur.Version) : new Probleme(lu.Erreurs);
    }

    private static Task<IResult> Modifier<TSection>(Guid id, Corps<TSection> corps, EcritureHttp ecriture, CancellationToken ct)
        where TSection : class, ISection<TSection>, new() =>
        ecriture.Modifier(corps, (version, section) => new ModifierSectionCommand<TSection>(id, version, section), ct);
}
