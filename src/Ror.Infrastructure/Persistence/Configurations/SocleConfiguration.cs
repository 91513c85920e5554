using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ror.Application.Commun;
using Ror.Domain.Territoires;

namespace Ror.Infrastructure.Persistence.Configurations;

/// <summary>One version of a list, in the compact form of <c>Donnees/nomenclatures.json</c>.</summary>
/// <param name="Rang">From 0: a version stamp may come twice with another content.</param>
/// <param name="ImporteeLe">UTC instant; null of a list that the service was shipped with.</param>
internal sealed record NomenclatureStockee(string Nom, int Rang, string Version, bool EnVigueur, DateTime? ImporteeLe, Guid? ImportId, string Contenu);

/// <summary>One version of a modèle, in the form of <c>Donnees/modeles.json</c>.</summary>
/// <param name="Revision">How often it was written.</param>
internal sealed record ModeleStocke(Guid Id, string Url, string Version, string Contenu, long Revision);

/// <summary>Last number given, per kind and region.</summary>
internal sealed record Compteur(string Cle, long Valeur);

internal sealed record Secret(string Nom, byte[] Valeur);

/// <summary>An idempotency key, with the answer once the effect is saved.</summary>
internal sealed class ReponseIdempotente
{
    public required string Appelant { get; init; }

    public required string Methode { get; init; }

    public required string Chemin { get; init; }

    public required string Cle { get; init; }

    public required string Empreinte { get; init; }

    public required DateTime CreeLe { get; init; }

    public int Statut { get; set; }

    public string Entetes { get; set; } = "";

    public byte[] Corps { get; set; } = [];
}

internal sealed class NomenclatureStockeeConfiguration : IEntityTypeConfiguration<NomenclatureStockee>
{
    public void Configure(EntityTypeBuilder<NomenclatureStockee> builder)
    {
        builder.ToTable("Nomenclatures");
        builder.HasKey(n => new { n.Nom, n.Rang });
        builder.Property(n => n.Nom).HasMaxLength(20);
        builder.Property(n => n.Version).HasMaxLength(40);
    }
}

internal sealed class ModeleStockeConfiguration : IEntityTypeConfiguration<ModeleStocke>
{
    public void Configure(EntityTypeBuilder<ModeleStocke> builder)
    {
        builder.ToTable("ModelesSaisie");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Revision).IsConcurrencyToken();
        builder.HasIndex(m => new { m.Url, m.Version }).IsUnique();
        builder.Property(m => m.Url).HasMaxLength(400);
        builder.Property(m => m.Version).HasMaxLength(40);
    }
}

internal sealed class CompteurConfiguration : IEntityTypeConfiguration<Compteur>
{
    /// <summary>The first identifier of a region is the next one.</summary>
    private const long Depart = 100_000;

    public void Configure(EntityTypeBuilder<Compteur> builder)
    {
        builder.ToTable("Compteurs");
        builder.HasKey(c => c.Cle);
        builder.Property(c => c.Cle).HasMaxLength(40);

        // Every counter exists from the first migration: taking a number is one update, never an insert that two nodes race for.
        builder.HasData(Departements.ParRegion.Keys.SelectMany(
            region => Enum.GetValues<TypeIdentifiant>(), (region, type) => new Compteur(Cle(type, region), Depart)));
        builder.HasData(new Compteur(Journal, 0), new Compteur(JournalOuvert, 0), new Compteur(Nomenclatures, 0), new Compteur(Anomalies, 0));
    }

    /// <summary>Last number of the journal.</summary>
    public const string Journal = "Journal";

    /// <summary>Last number for those who do not see sensitive units.</summary>
    public const string JournalOuvert = "Journal:ouvert";

    /// <summary>One more each time that anomalies change: declarers who wait for news look again.</summary>
    public const string Anomalies = "Journal:anomalies";

    /// <summary>One more each time that a list or a modèle changes: nodes that see another number read them again.</summary>
    public const string Nomenclatures = "Nomenclatures";

    public static string Cle(TypeIdentifiant type, string region) => $"{type}:{region}";
}

internal sealed class SecretConfiguration : IEntityTypeConfiguration<Secret>
{
    public void Configure(EntityTypeBuilder<Secret> builder)
    {
        builder.ToTable("Secrets");
        builder.HasKey(s => s.Nom);
        builder.Property(s => s.Nom).HasMaxLength(40);
    }
}

internal sealed class ReponseIdempotenteConfiguration : IEntityTypeConfiguration<ReponseIdempotente>
{
    public void Configure(EntityTypeBuilder<ReponseIdempotente> builder)
    {
        builder.ToTable("ReponsesIdempotentes");
        builder.HasKey(r => new { r.Appelant, r.Methode, r.Chemin, r.Cle });
        builder.HasIndex(r => r.CreeLe);
        builder.Property(r => r.Appelant).HasMaxLength(255);
        builder.Property(r => r.Methode).HasMaxLength(10);
        builder.Property(r => r.Chemin).HasMaxLength(255);
        builder.Property(r => r.Cle).HasMaxLength(255);
        builder.Property(r => r.Empreinte).HasMaxLength(64);
    }
}

internal sealed class EvenementAuditConfiguration : IEntityTypeConfiguration<EvenementAudit>
{
    public void Configure(EntityTypeBuilder<EvenementAudit> builder)
    {
        builder.ToTable("Audit");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.ObjetId, a.Id });
        builder.Property(a => a.Sujet).HasMaxLength(255);
        builder.Property(a => a.Acte).HasMaxLength(100);
        builder.Property(a => a.TypeObjet).HasMaxLength(40);
        builder.Property(a => a.Origine).HasMaxLength(64);
        builder.Property(a => a.TraceId).HasMaxLength(64);
    }
}
