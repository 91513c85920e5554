using System.Reflection;
using FluentValidation;
using MediatR;
using Ror.Application.Annuaires;
using Ror.Application.Anomalies;
using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Application.Structures.Fermetures;
using Ror.Domain.Champs;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;
using Ror.Infrastructure.Persistence;
using Ror.TestKit;

namespace Ror.Architecture.Tests;

public sealed class CouchesTests
{
    private static readonly Assembly Domaine = typeof(Offre).Assembly;
    private static readonly Assembly Application = typeof(ICommande).Assembly;
    private static readonly Assembly Infrastructure = typeof(RorDbContext).Assembly;
    private static readonly Assembly Api = typeof(Program).Assembly;

    [Fact]
    public void Le_domaine_ne_depend_de_rien()
    {
        Assert.All(Domaine.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Les_dependances_vont_vers_l_interieur()
    {
        Assert.DoesNotContain(Application.GetReferencedAssemblies(), a => a.Name is "Ror.Infrastructure" or "Ror.Api" || a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.DoesNotContain(Infrastructure.GetReferencedAssemblies(), a => a.Name == "Ror.Api");
    }

    [Fact]
    public void L_application_ne_connait_aucun_moteur_de_base_de_donnees()
    {
        Assert.DoesNotContain(Application.GetReferencedAssemblies(), a =>
            a.Name!.Contains("Sqlite", StringComparison.Ordinal) || a.Name.Contains("Relational", StringComparison.Ordinal) || a.Name.Contains("Npgsql", StringComparison.Ordinal));
    }

    [Fact]
    public void Le_HTTP_ne_voit_pas_Entity_Framework()
    {
        Assert.DoesNotContain(Api.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    // A section is checked against the snapshot in memory: lists come from the database at the start, when one is replaced, and when a former version is asked for.
    [Fact]
    public void Les_listes_ne_se_lisent_dans_la_base_que_pour_les_charger_les_importer_ou_en_montrer_les_versions()
    {
        var lecteurs = Directory.EnumerateFiles(Depot.Chemin("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("db.Nomenclatures", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(["Chargement", "ImportNos", "VersionsNomenclatures"], lecteurs.Order());
    }

    [Fact]
    public void Le_domaine_n_a_pas_de_mutateur_public()
    {
        var mutables = from type in Domaine.GetTypes()
                       from propriete in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                       where propriete.SetMethod is { IsPublic: true } m && !m.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
                       select $"{type.Name}.{propriete.Name}";
        Assert.Empty(mutables);
    }

    [Fact]
    public void Les_gestionnaires_sont_internes_et_scelles()
    {
        var gestionnaires = Application.GetTypes().Where(t => t.Name.EndsWith("Handler", StringComparison.Ordinal) || t.GetInterfaces().Any(EstGestionnaire)).ToList();
        Assert.NotEmpty(gestionnaires);
        Assert.All(gestionnaires.Where(t => !t.IsInterface), t => Assert.True(t.IsSealed && !t.IsPublic, t.Name));
    }

    [Fact]
    public void Chaque_commande_qui_porte_un_corps_a_son_validateur()
    {
        var commandes = Application.GetTypes().Where(t => typeof(ICommande).IsAssignableFrom(t) && t.IsClass).ToList();
        Assert.NotEmpty(commandes);
        var validees = Application.GetTypes().Select(t => t.BaseType).Where(b => b is { IsGenericType: true } && b.GetGenericTypeDefinition() == typeof(AbstractValidator<>))
            .Select(b => SansArguments(b!.GetGenericArguments()[0])).ToHashSet();
        Assert.Empty(commandes.Where(PorteUnCorps).Select(SansArguments).Except(validees));
    }

    [Fact]
    public void Chaque_commande_a_son_operation_documentee_donc_jouee_par_son_exemple()
    {
        var document = File.ReadAllText(Depot.Chemin("docs/openapi/ror-v1.json"));
        var actes = Application.GetTypes().Where(t => typeof(ICommande).IsAssignableFrom(t) && t.IsClass && !DuServiceLuiMeme.Contains(t))
            .SelectMany(t => Fermetures(t).Select(ferme => t.Name.Split("Command")[0] + ferme.Name).DefaultIfEmpty(t.Name.Split("Command")[0]));
        Assert.All(actes, acte => Assert.Contains($"\"operationId\": \"{acte}\"", document, StringComparison.Ordinal));
    }

    [Fact]
    public void Aucun_fichier_source_ne_depasse_250_lignes()
    {
        var longs = Directory.EnumerateFiles(Depot.Chemin("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("Migrations", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
            .Where(f => File.ReadLines(f).Count() > 250);
        Assert.Empty(longs);
    }

    [Fact]
    public void L_heure_ne_vient_que_de_TimeProvider()
    {
        var fautifs = Directory.EnumerateFiles(Depot.Chemin("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f) is var s && (s.Contains("DateTime.Now", StringComparison.Ordinal) || s.Contains("DateTime.UtcNow", StringComparison.Ordinal) || s.Contains("DateTime.Today", StringComparison.Ordinal)));
        Assert.Empty(fautifs);
    }

    [Fact]
    public void Chaque_section_est_un_membre_du_contenu()
    {
        var membres = typeof(ContenuOffre).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.PropertyType).Where(t => typeof(ISection).IsAssignableFrom(t));
        Assert.Equal(membres.OrderBy(t => t.Name), LesSections.Toutes.Select(s => s.Type).OrderBy(t => t.Name));
    }

    // Nobody asks for them: a day has come, a national directory has said so.
    private static readonly Type[] DuServiceLuiMeme = [typeof(ExecuterFermeturePrevueCommand<>), typeof(TerminerOffreLiberaleCommand), typeof(FermerParAnnuaireCommand), typeof(TerminerToleranceCommand), typeof(ReleverCodesHorsVigueurCommand)];

    // A single yes or no has no shape to check.
    // Read from headers and query, or of one member that the aggregate judges.
    private static readonly Type[] SansForme = [typeof(VersionAttendue), typeof(Apercu), typeof(Relecture)];

    private static bool PorteUnCorps(Type commande) => commande.GetConstructors().SelectMany(c => c.GetParameters()).Any(p =>
        p.ParameterType.IsClass && !SansForme.Contains(p.ParameterType) && p.ParameterType != commande && p.ParameterType != SansArguments(commande));

    // A generic command is closed over the levels of the tree that it takes, or over the sections; what is answered to the national directories is written by its step alone.
    private static IEnumerable<Type> Fermetures(Type commande) => !commande.IsGenericTypeDefinition ? []
        : commande.GetGenericArguments()[0].GetGenericParameterConstraints().FirstOrDefault(c => c.IsAssignableTo(typeof(Noeud))) is { } niveau
            ? Domaine.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(niveau))
            : LesSections.Toutes.Select(s => s.Type).Where(s => s != typeof(DonneesNationales) && s != typeof(LieuxRealisation));

    private static Type SansArguments(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static bool EstGestionnaire(Type contrat) => contrat.IsGenericType && contrat.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);
}
