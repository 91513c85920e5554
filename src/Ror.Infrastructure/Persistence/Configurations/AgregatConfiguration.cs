using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

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

    /// <summary>What opens and closes; planned closings are found by their day.</summary>
    public static void AvecFermeture<T>(this EntityTypeBuilder<T> builder)
        where T : Noeud
    {
        builder.AvecVersion();
        builder.Ignore(n => n.Type);
        builder.Ignore(n => n.TypeDuParent);
        builder.Ignore(n => n.Etat);
        builder.HasIndex(n => n.PrevueLe);
    }
}
