using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ror.Domain.Structures;

namespace Ror.Infrastructure.Persistence.Configurations;

internal sealed class EntiteJuridiqueConfiguration : IEntityTypeConfiguration<EntiteJuridique>
{
    public void Configure(EntityTypeBuilder<EntiteJuridique> builder)
    {
        builder.ToTable("EntitesJuridiques").AvecVersion();
        builder.HasIndex(e => e.IdNatStruct).IsUnique();
        builder.HasIndex(e => e.NumSiren);
        builder.Property(e => e.NumSiren).HasMaxLength(9);
    }
}

internal sealed class EntiteGeographiqueConfiguration : IEntityTypeConfiguration<EntiteGeographique>
{
    public void Configure(EntityTypeBuilder<EntiteGeographique> builder)
    {
        builder.ToTable("EntitesGeographiques").AvecFermeture();
        builder.HasIndex(e => e.IdNatStruct).IsUnique();
        builder.HasIndex(e => e.Region);
        builder.HasOne<EntiteJuridique>().WithMany().HasForeignKey(e => e.EntiteJuridiqueId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.NumSiret);
        builder.Ignore(e => e.Adresse);
        builder.Property(e => e.NumSiret).HasMaxLength(14);
        builder.Property(e => e.Region).HasMaxLength(2);

        // Folding opens ligatures: a letter may become two.
        builder.Property(e => e.Recherche).HasMaxLength(2000);
    }
}

internal sealed class PoleConfiguration : IEntityTypeConfiguration<Pole>
{
    public void Configure(EntityTypeBuilder<Pole> builder)
    {
        builder.ToTable("Poles").AvecFermeture();
        builder.HasIndex(p => p.Identifiant).IsUnique();
        builder.HasOne<EntiteGeographique>().WithMany().HasForeignKey(p => p.EntiteGeographiqueId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UniteFonctionnelleConfiguration : IEntityTypeConfiguration<UniteFonctionnelle>
{
    public void Configure(EntityTypeBuilder<UniteFonctionnelle> builder)
    {
        builder.ToTable("UnitesFonctionnelles").AvecFermeture();
        builder.HasIndex(u => u.Identifiant).IsUnique();
        builder.HasOne<Pole>().WithMany().HasForeignKey(u => u.PoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EntiteGeographique>().WithMany().HasForeignKey(u => u.EntiteGeographiqueId).OnDelete(DeleteBehavior.Restrict);
    }
}
