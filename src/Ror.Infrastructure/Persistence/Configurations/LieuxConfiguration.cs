using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ror.Application.Lieux;
using Ror.Domain.Lieux;
using Ror.Domain.Structures;

namespace Ror.Infrastructure.Persistence.Configurations;

internal sealed class LieuConfiguration : IEntityTypeConfiguration<LieuRealisationOffre>
{
    public void Configure(EntityTypeBuilder<LieuRealisationOffre> builder)
    {
        builder.ToTable("Lieux").AvecFermeture();
        builder.HasIndex(l => l.Identifiant).IsUnique();
        builder.HasIndex(l => new { l.EntiteGeographiqueId, l.IdExterneSynchro });
        builder.HasOne<EntiteGeographique>().WithMany().HasForeignKey(l => l.EntiteGeographiqueId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(l => l.IdExterneSynchro).HasMaxLength(100);
    }
}

internal sealed class CapacitesLieuConfiguration : IEntityTypeConfiguration<CapacitesLieu>
{
    public void Configure(EntityTypeBuilder<CapacitesLieu> builder)
    {
        builder.ToTable("CapacitesLieux").AvecVersion();
        builder.HasIndex(c => c.EntiteGeographiqueId);
        builder.HasOne<LieuRealisationOffre>().WithOne().HasForeignKey<CapacitesLieu>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MesureCapaciteConfiguration : IEntityTypeConfiguration<MesureCapacite>
{
    public void Configure(EntityTypeBuilder<MesureCapacite> builder)
    {
        builder.ToTable("MesuresCapacite");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.LieuId, m.Cle, m.Id });
        builder.Property(m => m.Cle).HasMaxLength(60);
        builder.Property(m => m.Source).HasMaxLength(5);
        builder.Property(m => m.Auteur).HasMaxLength(255);
    }
}

internal sealed class LienLieuConfiguration : IEntityTypeConfiguration<LienLieu>
{
    public void Configure(EntityTypeBuilder<LienLieu> builder)
    {
        builder.ToTable("LiensLieux");
        builder.HasKey(l => new { l.OffreId, l.Lieu });
        builder.HasIndex(l => l.Lieu);
    }
}
