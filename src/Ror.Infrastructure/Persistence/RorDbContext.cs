using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Imports;
using Ror.Application.Lieux;
using Ror.Application.Nomenclatures;
using Ror.Application.Structures.Arborescences;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Persistence;

/// <summary>One model for every engine; what differs by engine lives in the derived context of that engine.</summary>
public abstract class RorDbContext : DbContext, ISaisieDb, IDiffusionDb, IImportsDb
{
    // EF keeps silent when it cannot release a savepoint because the connection has just been lost: it opens another one, and the rest of the act
    // would be written outside its transaction. Nothing here goes back to a savepoint: an act is kept whole or not at all.
    protected RorDbContext(DbContextOptions options)
        : base(options) => Database.AutoSavepointsEnabled = false;

    public DbSet<EntiteJuridique> EntitesJuridiques => Set<EntiteJuridique>();

    public DbSet<EntiteGeographique> EntitesGeographiques => Set<EntiteGeographique>();

    public DbSet<Pole> Poles => Set<Pole>();

    public DbSet<UniteFonctionnelle> UnitesFonctionnelles => Set<UniteFonctionnelle>();

    public DbSet<Offre> Offres => Set<Offre>();

    public DbSet<VersionOffre> VersionsOffre => Set<VersionOffre>();

    public DbSet<Professionnel> Professionnels => Set<Professionnel>();

    public DbSet<Anomalie> Anomalies => Set<Anomalie>();

    public DbSet<LieuRealisationOffre> Lieux => Set<LieuRealisationOffre>();

    public DbSet<CapacitesLieu> CapacitesLieux => Set<CapacitesLieu>();

    public DbSet<MesureCapacite> MesuresCapacite => Set<MesureCapacite>();

    public DbSet<LienLieu> LiensLieux => Set<LienLieu>();

    public DbSet<ApercuOffre> ApercusOffres => Set<ApercuOffre>();

    public DbSet<DepartOffre> DepartsOffres => Set<DepartOffre>();

    public DbSet<EvenementAudit> Audit => Set<EvenementAudit>();

    public DbSet<CodesDUnObjet> CodesDesObjets => Set<CodesDUnObjet>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<MorceauImport> MorceauxImport => Set<MorceauImport>();

    public DbSet<LigneImport> LignesImport => Set<LigneImport>();

    public DbSet<OffrePubliee> OffresPubliees => Set<OffrePubliee>();

    public DbSet<ContenuPublie> ContenusPublies => Set<ContenuPublie>();

    public DbSet<StructurePubliee> StructuresPubliees => Set<StructurePubliee>();

    public DbSet<LieuPublie> LieuxPublies => Set<LieuPublie>();

    public DbSet<EntreeJournal> Journal => Set<EntreeJournal>();

    public DbSet<EntreeAnomalie> JournalAnomalies => Set<EntreeAnomalie>();

    internal DbSet<NomenclatureStockee> Nomenclatures => Set<NomenclatureStockee>();

    internal DbSet<ModeleStocke> ModelesSaisie => Set<ModeleStocke>();

    internal DbSet<Compteur> Compteurs => Set<Compteur>();

    internal DbSet<Secret> Secrets => Set<Secret>();

    internal DbSet<ReponseIdempotente> ReponsesIdempotentes => Set<ReponseIdempotente>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await Persistence.CodesDesObjets.SuivreAsync(this, cancellationToken);
        await Persistence.LiensDesLieux.SuivreAsync(this, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Rows that have been written with all that goes with them already.</summary>
    internal Task<int> SauverTelQuelAsync(CancellationToken ct) => base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(RorDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<InstantConverter>().HavePrecision(6);
        configurationBuilder.Properties<IdNatStruct>().HaveConversion<IdNatStructConverter>().HaveMaxLength(20);
        configurationBuilder.Properties<IdentifiantRegional>().HaveConversion<IdentifiantRegionalConverter>().HaveMaxLength(20);
        configurationBuilder.Properties<DestinataireAnomalie>().HaveConversion<DestinataireConverter>().HaveMaxLength(60);
        configurationBuilder.Properties<ValeurJson>().HaveConversion<ValeurJsonConverter>();
        configurationBuilder.Properties<Liste<PassageAnomalie>>().HaveConversion<JsonConverter<Liste<PassageAnomalie>>, ParValeur<Liste<PassageAnomalie>>>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<Fermeture>().HaveConversion<JsonConverter<Fermeture>>();
        configurationBuilder.Properties<ContenuOffre>().HaveConversion<JsonConverter<ContenuOffre>>();
        configurationBuilder.Properties<ContenuDuNoeud>().HaveConversion<JsonConverter<ContenuDuNoeud>>();
        configurationBuilder.Properties<FicheEntiteJuridique>().HaveConversion<JsonConverter<FicheEntiteJuridique>>();
        configurationBuilder.Properties<FicheEntiteGeographique>().HaveConversion<JsonConverter<FicheEntiteGeographique>>();
        configurationBuilder.Properties<FicheOrganisationInterne>().HaveConversion<JsonConverter<FicheOrganisationInterne>>();
        configurationBuilder.Properties<FicheLieu>().HaveConversion<JsonConverter<FicheLieu>>();
        configurationBuilder.Properties<EquipementsLieu>().HaveConversion<JsonConverter<EquipementsLieu>>();
        configurationBuilder.Properties<StructureNommee>().HaveConversion<JsonConverter<StructureNommee>>();
        configurationBuilder.Properties<Adresse>().HaveConversion<JsonConverter<Adresse>>();
        configurationBuilder.Properties<Liste<IndicateurCapacite>>().HaveConversion<JsonConverter<Liste<IndicateurCapacite>>, ParValeur<Liste<IndicateurCapacite>>>();
        configurationBuilder.Properties<Liste<LieuNomme>>().HaveConversion<JsonConverter<Liste<LieuNomme>>, ParValeur<Liste<LieuNomme>>>();
        configurationBuilder.Properties<Liste<OffreSituee>>().HaveConversion<JsonConverter<Liste<OffreSituee>>, ParValeur<Liste<OffreSituee>>>();
        configurationBuilder.Properties<FicheProfessionnel>().HaveConversion<JsonConverter<FicheProfessionnel>>();
        configurationBuilder.Properties<ExerciceProfessionnel>().HaveConversion<JsonConverter<ExerciceProfessionnel>>();
        configurationBuilder.Properties<StructuresPubliees>().HaveConversion<JsonConverter<StructuresPubliees>>();
        configurationBuilder.Properties<RaisonChangement>().HaveConversion<JsonConverter<RaisonChangement>>();
        configurationBuilder.Properties<Liste<ChampModifie>>().HaveConversion<JsonConverter<Liste<ChampModifie>>, ParValeur<Liste<ChampModifie>>>();
        configurationBuilder.Properties<Liste<MarqueSection>>().HaveConversion<JsonConverter<Liste<MarqueSection>>, ParValeur<Liste<MarqueSection>>>();
        configurationBuilder.Properties<Liste<MarqueEtape>>().HaveConversion<JsonConverter<Liste<MarqueEtape>>, ParValeur<Liste<MarqueEtape>>>();
        configurationBuilder.Properties<Liste<string>>().HaveConversion<JsonConverter<Liste<string>>, ParValeur<Liste<string>>>();
    }
}
