using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ror.Application.Imports;
using Ror.Application.Nomenclatures;

namespace Ror.Infrastructure.Persistence.Configurations;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Auteur).HasMaxLength(255);
        builder.Property(i => i.Fichier).HasMaxLength(Import.FichierMax);
        builder.Property(i => i.Empreinte).HasMaxLength(64);
        builder.HasIndex(i => i.Etat);
    }
}

internal sealed class MorceauImportConfiguration : IEntityTypeConfiguration<MorceauImport>
{
    public void Configure(EntityTypeBuilder<MorceauImport> builder)
    {
        builder.ToTable("MorceauxImport");
        builder.HasKey(m => new { m.ImportId, m.Rang });
    }
}

internal sealed class LigneImportConfiguration : IEntityTypeConfiguration<LigneImport>
{
    public void Configure(EntityTypeBuilder<LigneImport> builder)
    {
        builder.ToTable("LignesImport");
        builder.HasKey(l => new { l.ImportId, l.Rang });
    }
}

internal sealed class CodesDUnObjetConfiguration : IEntityTypeConfiguration<CodesDUnObjet>
{
    // Of a field modeleSaisie: url|version.
    private const int ReferenceModeleMax = 500;

    public void Configure(EntityTypeBuilder<CodesDUnObjet> builder)
    {
        builder.ToTable("CodesDesObjets");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Identifiant).HasMaxLength(40);
        builder.Property(c => c.ModeleSaisi).HasMaxLength(ReferenceModeleMax);
        builder.Property(c => c.ModelePublie).HasMaxLength(ReferenceModeleMax);
        builder.HasIndex(c => c.ModeleSaisi);
        builder.HasIndex(c => c.ModelePublie);
    }
}
