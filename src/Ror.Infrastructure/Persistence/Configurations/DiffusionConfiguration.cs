using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ror.Domain.Diffusion;

namespace Ror.Infrastructure.Persistence.Configurations;

internal sealed class OffrePublieeConfiguration : IEntityTypeConfiguration<OffrePubliee>
{
    public void Configure(EntityTypeBuilder<OffrePubliee> builder)
    {
        builder.ToTable("OffresPubliees").EnFlux();
        builder.Ignore(o => o.Etat);
        builder.HasIndex(o => o.Identifiant).IsUnique();
        builder.HasIndex(o => new { o.Region, o.Id });
        builder.HasIndex(o => new { o.ChampActivite, o.Id });
        builder.HasIndex(o => o.EntiteGeographiqueId);
        builder.HasIndex(o => o.Successeur);
        builder.HasIndex(o => o.SuccesseurPrevu);
        builder.Property(o => o.Region).HasMaxLength(2);
        builder.Property(o => o.Departement).HasMaxLength(3);
        builder.Property(o => o.ChampActivite).HasMaxLength(5);
    }
}

internal sealed class ContenuPublieConfiguration : IEntityTypeConfiguration<ContenuPublie>
{
    public void Configure(EntityTypeBuilder<ContenuPublie> builder)
    {
        builder.ToTable("ContenusPublies");
        builder.Property(c => c.Id).ValueGeneratedNever();
    }
}

internal sealed class StructurePublieeConfiguration : IEntityTypeConfiguration<StructurePubliee>
{
    public void Configure(EntityTypeBuilder<StructurePubliee> builder)
    {
        builder.ToTable("StructuresPubliees").EnFlux();
        builder.Ignore(s => s.Etat);
        builder.HasIndex(s => s.Identifiant);
        builder.HasIndex(s => s.EntiteGeographiqueId);
        builder.Property(s => s.Identifiant).HasMaxLength(20);
        builder.Property(s => s.Region).HasMaxLength(2);
        builder.Property(s => s.Departement).HasMaxLength(3);
    }
}

internal sealed class LieuPublieConfiguration : IEntityTypeConfiguration<LieuPublie>
{
    public void Configure(EntityTypeBuilder<LieuPublie> builder)
    {
        builder.ToTable("LieuxPublies").EnFlux();
        builder.Ignore(l => l.Etat);
        builder.HasIndex(l => l.Identifiant).IsUnique();
        builder.HasIndex(l => l.EntiteGeographiqueId);
        builder.HasIndex(l => new { l.Departement, l.Id });
        builder.HasIndex(l => new { l.Region, l.Id });
        builder.Property(l => l.Region).HasMaxLength(2);
        builder.Property(l => l.Departement).HasMaxLength(3);
    }
}

internal sealed class EntreeJournalConfiguration : IEntityTypeConfiguration<EntreeJournal>
{
    public void Configure(EntityTypeBuilder<EntreeJournal> builder)
    {
        builder.ToTable("Journal");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Ignore(e => e.EstOuverte);
        builder.HasIndex(e => e.SequenceOuverte).IsUnique();
        builder.HasIndex(e => new { e.ObjetId, e.Sequence });
        builder.Property(e => e.Identifiant).HasMaxLength(20);
        builder.Property(e => e.RegionAvant).HasMaxLength(2);
        builder.Property(e => e.Region).HasMaxLength(2);
        builder.Property(e => e.ChampActivite).HasMaxLength(5);
    }
}

internal static class FluxConfiguration
{
    /// <summary>A published row: read by id, and in the order of the last change.</summary>
    public static void EnFlux<T>(this EntityTypeBuilder<T> builder)
        where T : ObjetPublie
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.Sequence);
        builder.HasIndex(o => o.SequenceOuverte);
    }
}
