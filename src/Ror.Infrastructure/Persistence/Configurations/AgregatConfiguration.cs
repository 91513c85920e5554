using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Persistence.Configurations;

internal static class AgregatConfiguration
{
    /// <summary>The version is incremented by the domain and checked by the database.</summary>
    public static void AvecVersion<T>(this EntityTypeBuilder<T> builder)
        where T : Agregat
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
    }
}
