using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ror.Domain.Anomalies;
using Ror.Domain.Diffusion;

namespace Ror.Infrastructure.Persistence.Configurations;

internal sealed class AnomalieConfiguration : IEntityTypeConfiguration<Anomalie>
{
    public void Configure(EntityTypeBuilder<Anomalie> builder)
    {
        builder.ToTable("Anomalies").AvecVersion();

        // Null once it is over: every engine admits as many of these as there are.
        builder.HasIndex(a => a.CleVivante).IsUnique();
        builder.HasIndex(a => new { a.ObjetId, a.Id });
        builder.HasIndex(a => new { a.Declarant, a.Id });
        builder.HasIndex(a => new { a.Destinataire, a.Id });
        builder.HasIndex(a => new { a.Region, a.Id });
        builder.HasIndex(a => a.Echeance);
        builder.Property(a => a.CleVivante).HasMaxLength(64);
        builder.Property(a => a.Theme).HasMaxLength(5);
        builder.Property(a => a.Action).HasMaxLength(5);
        builder.Property(a => a.ObjetIdentifiant).HasMaxLength(20);
        builder.Property(a => a.Region).HasMaxLength(2);
        builder.Property(a => a.Section).HasMaxLength(40);
        builder.Property(a => a.Champ).HasMaxLength(Endroit.ChampMax);
        builder.Property(a => a.Systeme).HasMaxLength(255);
        builder.Property(a => a.Declarant).HasMaxLength(255);
        builder.Property(a => a.NomDeclarant).HasMaxLength(255);
        builder.Property(a => a.Regle).HasMaxLength(100);
    }
}

internal sealed class EntreeAnomalieConfiguration : IEntityTypeConfiguration<EntreeAnomalie>
{
    public void Configure(EntityTypeBuilder<EntreeAnomalie> builder)
    {
        builder.ToTable("JournalAnomalies");
        builder.HasKey(e => new { e.Declarant, e.Numero });
        builder.HasIndex(e => new { e.AnomalieId, e.Numero });
        builder.Property(e => e.Declarant).HasMaxLength(255);
        builder.Property(e => e.Region).HasMaxLength(2);
    }
}
