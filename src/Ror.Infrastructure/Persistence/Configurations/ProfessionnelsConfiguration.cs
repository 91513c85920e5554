using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ror.Domain.Professionnels;

namespace Ror.Infrastructure.Persistence.Configurations;

internal sealed class ProfessionnelConfiguration : IEntityTypeConfiguration<Professionnel>
{
    public void Configure(EntityTypeBuilder<Professionnel> builder)
    {
        builder.ToTable("Professionnels").AvecVersion();
        builder.HasIndex(p => p.Rpps).IsUnique();
        builder.Property(p => p.Rpps).HasMaxLength(11);
    }
}
