using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ror.Application.Structures.Arborescences;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Infrastructure.Persistence.Configurations;

internal sealed class OffreConfiguration : IEntityTypeConfiguration<Offre>
{
    public void Configure(EntityTypeBuilder<Offre> builder)
    {
        builder.ToTable("Offres").AvecFermeture();
        builder.HasIndex(o => o.Identifiant).IsUnique();
        builder.HasIndex(o => new { o.ParentId, o.Id });
        builder.HasIndex(o => new { o.EntiteGeographiqueId, o.Id });
        builder.HasOne<EntiteGeographique>().WithMany().HasForeignKey(o => o.EntiteGeographiqueId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(o => o.CleParcours).HasMaxLength(20);
        builder.Ignore(o => o.Lieux);
        builder.Ignore(o => o.LieuxPublies);
        builder.Ignore(o => o.EstLiberale);
        builder.Ignore(o => o.EstRattachee);
        builder.Property(o => o.Rpps).HasMaxLength(11);
        builder.HasIndex(o => o.Rpps);
    }
}

internal sealed class VersionOffreConfiguration : IEntityTypeConfiguration<VersionOffre>
{
    public void Configure(EntityTypeBuilder<VersionOffre> builder)
    {
        builder.ToTable("VersionsOffre");
        builder.HasKey(v => new { v.OffreId, v.Numero });
        builder.Property(v => v.Auteur).HasMaxLength(255);
    }
}

internal sealed class ApercuOffreConfiguration : IEntityTypeConfiguration<ApercuOffre>
{
    public void Configure(EntityTypeBuilder<ApercuOffre> builder)
    {
        builder.ToTable("ApercusOffres");
        builder.HasKey(a => a.OffreId);
        builder.HasOne<Offre>().WithOne().HasForeignKey<ApercuOffre>(a => a.OffreId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(a => a.Base).HasMaxLength(150);
    }
}

internal sealed class DepartOffreConfiguration : IEntityTypeConfiguration<DepartOffre>
{
    public void Configure(EntityTypeBuilder<DepartOffre> builder)
    {
        builder.ToTable("DepartsOffres");
        builder.HasKey(d => new { d.EntiteGeographiqueId, d.OffreId, d.Version });
    }
}
