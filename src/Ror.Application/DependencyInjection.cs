using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Annuaires;
using Ror.Application.Anomalies;
using Ror.Application.Commun;
using Ror.Application.Demo;
using Ror.Application.Diffusion;
using Ror.Application.Imports;
using Ror.Application.Lieux;
using Ror.Application.Lieux.Capacites;
using Ror.Application.ModelesSaisie;
using Ror.Application.Nomenclatures;
using Ror.Application.Offres;
using Ror.Application.Offres.Sections;
using Ror.Application.Qualite;
using Ror.Application.Structures;
using Ror.Application.Structures.Arborescences;
using Ror.Application.Structures.Fermetures;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Application;

public static class DependencyInjection
{
    public static IServiceCollection AjouterApplication(this IServiceCollection services)
    {
        services.AddScoped<IMediator, Mediator>().AddScoped<ServiceFactory>(p => p.GetService!);
        services.AddScoped<AccesOffres>().AddScoped<ExtraitsNationaux>().AddScoped<EnvironnementsDesOffres>().AddScoped<FormulairesEtape>().AddScoped<OuvertureOffres>().AddScoped<AccesNoeuds>().AddScoped<Successions>().AddSingleton<FermeturesPrevues>();
        services.AddScoped<CiblesAnomalies>().AddScoped<DeclarationsAnomalies>().AddScoped<AccesAnomalies>().AddSingleton<TolerancesEchues>().AddSingleton<CodesHorsVigueur>().AddScoped<ISuiteDesImports, SuiteDesImports>().AddScoped<IValeursNationales, FichesNationales>().AddScoped<IValeursNationales, ExtraitsEnCause>();
        services.AddScoped<IProjection, Projection>().AddScoped<ProjectionLieux>().AddSingleton<Reconstruction>().AddScoped<RenduDiffusion>().AddScoped<FluxJournal>().AddScoped<FluxAnomalies>().AddScoped<Usages>();
        services.AddScoped<AccesLieux>().AddScoped<DisponibilitesDesLieux>().AddScoped<LectureCapacites>();
        services.AddScoped<OffresOuvertes>().AddScoped<MesuresTerritoire>().AddScoped<ApercusDesOffres>().AddScoped<IApercusDesOffres>(p => p.GetRequiredService<ApercusDesOffres>()).AddSingleton<ApercusPerimes>();
        services.AddScoped(p => new MiseAJourEntitesJuridiques(
            p.GetRequiredService<ISaisieDb>(), p.GetRequiredService<IReferentiels>(), p.GetRequiredService<IVerrous>(), p.GetRequiredService<TimeProvider>()));
        services.AddScoped(p => new MiseAJourEtablissements(
            p.GetRequiredService<ISaisieDb>(), p.GetRequiredService<IReferentiels>(), p.GetRequiredService<IMediator>(), p.GetRequiredService<TimeProvider>()));
        services.AddScoped<OffresLiberales>().AddScoped(p => new MiseAJourProfessionnels(
            p.GetRequiredService<ISaisieDb>(), p.GetRequiredService<IReferentiels>(), p.GetRequiredService<IAjoutEnMasse>(), p.GetRequiredService<OffresLiberales>(), p.GetRequiredService<TimeProvider>()));
        services.AddScoped(p => new JeuDeDemonstration(
            p.GetRequiredService<ISaisieDb>(),
            p.GetRequiredService<IImportsDb>(),
            p.GetRequiredService<IModelesSaisie>(),
            p.GetRequiredService<IReferentiels>(),
            p.GetRequiredService<IUniteDeTravail>(),
            p.GetRequiredService<INumerotation>(),
            p.GetRequiredService<IAppelant>(),
            p.GetRequiredService<AccesOffres>(),
            p.GetRequiredService<TimeProvider>()));
        foreach (var type in typeof(DependencyInjection).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            Inscrire(services, type);
        }

        // Generic slices are closed once per section.
        foreach (var section in LesSections.Toutes.Select(s => s.Type))
        {
            Inscrire(services, typeof(ModifierSectionCommand<>).MakeGenericType(section));
            Inscrire(services, typeof(ModifierSectionHandler<>).MakeGenericType(section));
            Inscrire(services, typeof(ModifierSectionValidator<>).MakeGenericType(section));
            Inscrire(services, typeof(ConsulterSectionHandler<>).MakeGenericType(section));
            services.AddSingleton(typeof(SectionValidator<>).MakeGenericType(section));
        }

        // Those of closings once per kind of node.
        var tranches = typeof(FermerCommand<>).Assembly.GetTypes().Where(t => t is { IsGenericTypeDefinition: true, IsNested: false } && t.Namespace == typeof(FermerCommand<>).Namespace).ToList();
        foreach (var noeud in typeof(Noeud).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Noeud))))
        {
            foreach (var tranche in tranches)
            {
                Inscrire(services, tranche.MakeGenericType(noeud));
            }
        }

        foreach (var organisation in new[] { typeof(Pole), typeof(UniteFonctionnelle) })
        {
            Inscrire(services, typeof(ModifierCommand<>).MakeGenericType(organisation));
            Inscrire(services, typeof(ModifierHandler<>).MakeGenericType(organisation));
            Inscrire(services, typeof(ModifierValidator<>).MakeGenericType(organisation));
        }

        services.AddSingleton(typeof(EtapeValidator<>)).AddSingleton(typeof(FicheValidator<>)).AddSingleton(typeof(FicheModifieeValidator<>));
        return services;
    }

    private static void Inscrire(IServiceCollection services, Type type)
    {
        foreach (var contrat in type.GetInterfaces().Where(i => i.IsGenericType && EstInscrit(i.GetGenericTypeDefinition())))
        {
            services.AddTransient(contrat, type);
        }

        if (typeof(ICommande).IsAssignableFrom(type))
        {
            var contrat = typeof(IPipelineBehavior<,>).MakeGenericType(type, typeof(Resultat<Ecriture>));
            services.AddTransient(contrat, typeof(TransactionBehavior<>).MakeGenericType(type));
            services.AddTransient(contrat, typeof(ValidationBehavior<>).MakeGenericType(type));
        }
    }

    private static bool EstInscrit(Type contrat) => contrat == typeof(IRequestHandler<,>) || contrat == typeof(IValidator<>);
}
