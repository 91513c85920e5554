using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Application.Diffusion;
using Ror.Application.Imports;
using Ror.Application.Lieux.Capacites;
using Ror.Application.ModelesSaisie;
using Ror.Application.Nomenclatures;
using Ror.Infrastructure.Annuaires;
using Ror.Infrastructure.Annuaires.Conventionnements;
using Ror.Infrastructure.Annuaires.Fhir;
using Ror.Infrastructure.Annuaires.Finess;
using Ror.Infrastructure.Annuaires.Rpps;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Imports;
using Ror.Infrastructure.Nomenclatures;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure;

public static class DependencyInjection
{
    public static IServiceCollection AjouterInfrastructure(this IServiceCollection services, Persistance persistance, OptionsAnnuaire annuaire, OptionsImports imports)
    {
        services.AjouterAnnuaire(annuaire).AddSingleton(imports);
        persistance.Moteur.Inscrire(services, persistance.Connexion);
        services.AddSingleton(persistance).AddSingleton(persistance.Moteur).AddSingleton<IPannes>(persistance.Moteur);
        services.AddScoped<ISaisieDb>(p => p.GetRequiredService<RorDbContext>()).AddScoped<IDiffusionDb>(p => p.GetRequiredService<RorDbContext>()).AddScoped<IImportsDb>(p => p.GetRequiredService<RorDbContext>());
        services.AddScoped<IUniteDeTravail, UniteDeTravail>().AddScoped<IVerrous, Verrous>().AddScoped<INumerotation, Numerotation>().AddScoped<IClesIdempotence, ClesIdempotence>();
        services.AddScoped<IAjoutEnMasse, AjoutEnMasse>().AddScoped<IHistoriqueCapacites, HistoriqueCapacites>().AddScoped<SuiviDesArbres>().AddScoped<Journalisation>().AddSingleton<VeilleJournal>().AddSingleton<IVeilleJournal>(p => p.GetRequiredService<VeilleJournal>());
        services.AddSingleton<ISecrets, Secrets>();
        services.AddSingleton<Referentiels>().AddSingleton<IReferentiels>(p => p.GetRequiredService<Referentiels>());
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<Chargement>().AddScoped<PreparationBase>().AddScoped<CodesDesObjets>();
        services.AddSingleton<IQuestionnaires, Questionnaires.Questionnaires>().AddScoped<IModelesSaisie, ModelesSaisieDb>().AddScoped<IVersionsNomenclatures, VersionsNomenclatures>().AddSingleton<IImporteur, ImportNos>().AddSingleton<IImporteur, ImportRpps>().AddSingleton<IImporteur, ImportFiness>().AddSingleton<IImporteur, ImportConventionnements>().AddSingleton<ExecutionImport>().AddSingleton<ImportEnLigneDeCommande>().AddSingleton<ServiceImports>().AddSingleton<ISignalImports>(p => p.GetRequiredService<ServiceImports>());
        services.AddSingleton<ServiceDemarrage>().AddSingleton<IDemarrage>(p => p.GetRequiredService<ServiceDemarrage>());
        services.AddHostedService(p => p.GetRequiredService<ServiceDemarrage>()).AddHostedService<ServiceFermetures>().AddHostedService(p => p.GetRequiredService<VeilleJournal>()).AddHostedService(p => p.GetRequiredService<ServiceImports>());
        services.AddHealthChecks().AddCheck<SanteBase>("base").AddCheck<SanteMigrations>("migrations").AddCheck<SanteNomenclatures>("nomenclatures");
        return services;
    }
}
