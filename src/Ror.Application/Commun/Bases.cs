using Microsoft.EntityFrameworkCore;
using Ror.Application.Lieux;
using Ror.Application.Nomenclatures;
using Ror.Application.Structures.Arborescences;
using Ror.Domain.Anomalies;
using Ror.Domain.Diffusion;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Application.Commun;

/// <summary>The entry side. Aggregates are loaded and saved whole; reads are projections.</summary>
public interface ISaisieDb
{
    DbSet<EntiteJuridique> EntitesJuridiques { get; }

    DbSet<EntiteGeographique> EntitesGeographiques { get; }

    DbSet<Pole> Poles { get; }

    DbSet<UniteFonctionnelle> UnitesFonctionnelles { get; }

    DbSet<Offre> Offres { get; }

    DbSet<VersionOffre> VersionsOffre { get; }

    DbSet<Professionnel> Professionnels { get; }

    DbSet<Anomalie> Anomalies { get; }

    DbSet<LieuRealisationOffre> Lieux { get; }

    DbSet<CapacitesLieu> CapacitesLieux { get; }

    /// <summary>What figures were; never changed.</summary>
    DbSet<MesureCapacite> MesuresCapacite { get; }

    /// <summary>Which offers are delivered where; follows the offers.</summary>
    DbSet<LienLieu> LiensLieux { get; }

    /// <summary>What trees tell of offers; follows the offers.</summary>
    DbSet<ApercuOffre> ApercusOffres { get; }

    /// <summary>Offers that are no longer where they were.</summary>
    DbSet<DepartOffre> DepartsOffres { get; }

    DbSet<EvenementAudit> Audit { get; }

    /// <summary>Who uses which code.</summary>
    DbSet<CodesDUnObjet> CodesDesObjets { get; }
}

/// <summary>The published side: its readers never touch the entry tables.</summary>
public interface IDiffusionDb
{
    DbSet<OffrePubliee> OffresPubliees { get; }

    DbSet<ContenuPublie> ContenusPublies { get; }

    DbSet<StructurePubliee> StructuresPubliees { get; }

    DbSet<LieuPublie> LieuxPublies { get; }

    DbSet<EntreeJournal> Journal { get; }

    /// <summary>Of each declarer apart.</summary>
    DbSet<EntreeAnomalie> JournalAnomalies { get; }
}
