using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class FichesDesStructures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Fiche",
                table: "UnitesFonctionnelles",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Fiche",
                table: "Poles",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "SectionsModifiees",
                table: "Offres",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Fiche",
                table: "EntitesJuridiques",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "NumSiren",
                table: "EntitesJuridiques",
                type: "nvarchar(9)",
                maxLength: 9,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Fiche",
                table: "EntitesGeographiques",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "NumSiret",
                table: "EntitesGeographiques",
                type: "nvarchar(14)",
                maxLength: 14,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            // Nothing is known of what changed before: everything may have, up to now.
            migrationBuilder.Sql("""UPDATE [Offres] SET [SectionsModifiees] = CONCAT('[{"cle":"informations-generales","version":', [Version], '}', ',{"cle":"accueil-prise-en-charge","version":', [Version], '}', ',{"cle":"patientele","version":', [Version], '}', ',{"cle":"specificites","version":', [Version], '}', ',{"cle":"contacts","version":', [Version], '}', ',{"cle":"adresse","version":', [Version], '}', ',{"cle":"messagerie-securisee","version":', [Version], '}', ',{"cle":"horaires","version":', [Version], '}', ',{"cle":"zone-intervention","version":', [Version], '}]')""");

            // What was a column each goes into the one JSON of the record.
            migrationBuilder.Sql("""UPDATE [EntitesJuridiques] SET [Fiche] = (SELECT [IdNatStruct] AS [idNatStruct], [RaisonSociale] AS [raisonSociale], [StatutJuridique] AS [statutJuridique.code] FOR JSON PATH, WITHOUT_ARRAY_WRAPPER)""");

            migrationBuilder.Sql("""UPDATE eg SET [Fiche] = (SELECT eg.[IdNatStruct] AS [idNatStruct], ej.[IdNatStruct] AS [entiteJuridique], eg.[Denomination] AS [denomination], eg.[Categorie] AS [categorie.code], eg.[Adresse_Voie] AS [adresse.libelleVoie], eg.[Adresse_CodePostal] AS [adresse.codePostal], eg.[Adresse_Localite] AS [adresse.localite], eg.[Adresse_Commune] AS [adresse.commune] FOR JSON PATH, WITHOUT_ARRAY_WRAPPER) FROM [EntitesGeographiques] eg INNER JOIN [EntitesJuridiques] ej ON ej.[Id] = eg.[EntiteJuridiqueId]""");

            migrationBuilder.Sql("""UPDATE [Poles] SET [Fiche] = (SELECT [Nom] AS [nom] FOR JSON PATH, WITHOUT_ARRAY_WRAPPER)""");

            migrationBuilder.Sql("""UPDATE [UnitesFonctionnelles] SET [Fiche] = (SELECT [Nom] AS [nom] FOR JSON PATH, WITHOUT_ARRAY_WRAPPER)""");

            migrationBuilder.DropColumn(
                name: "Nom",
                table: "UnitesFonctionnelles");

            migrationBuilder.DropColumn(
                name: "Nom",
                table: "Poles");

            migrationBuilder.DropColumn(
                name: "RaisonSociale",
                table: "EntitesJuridiques");

            migrationBuilder.DropColumn(
                name: "StatutJuridique",
                table: "EntitesJuridiques");

            migrationBuilder.DropColumn(
                name: "Adresse_CodePostal",
                table: "EntitesGeographiques");

            migrationBuilder.DropColumn(
                name: "Adresse_Commune",
                table: "EntitesGeographiques");

            migrationBuilder.DropColumn(
                name: "Adresse_Localite",
                table: "EntitesGeographiques");

            migrationBuilder.DropColumn(
                name: "Adresse_Voie",
                table: "EntitesGeographiques");

            migrationBuilder.DropColumn(
                name: "Categorie",
                table: "EntitesGeographiques");

            migrationBuilder.DropColumn(
                name: "Denomination",
                table: "EntitesGeographiques");

            migrationBuilder.AlterColumn<string>(
                name: "Recherche",
                table: "EntitesGeographiques",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(600)",
                oldMaxLength: 600,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_EntitesJuridiques_NumSiren",
                table: "EntitesJuridiques",
                column: "NumSiren");

            migrationBuilder.CreateIndex(
                name: "IX_EntitesGeographiques_NumSiret",
                table: "EntitesGeographiques",
                column: "NumSiret");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EntitesJuridiques_NumSiren",
                table: "EntitesJuridiques");

            migrationBuilder.DropIndex(
                name: "IX_EntitesGeographiques_NumSiret",
                table: "EntitesGeographiques");

            migrationBuilder.DropColumn(
                name: "Fiche",
                table: "UnitesFonctionnelles");

            migrationBuilder.DropColumn(
                name: "Fiche",
                table: "Poles");

            migrationBuilder.DropColumn(
                name: "SectionsModifiees",
                table: "Offres");

            migrationBuilder.DropColumn(
                name: "Fiche",
                table: "EntitesJuridiques");

            migrationBuilder.DropColumn(
                name: "NumSiren",
                table: "EntitesJuridiques");

            migrationBuilder.DropColumn(
                name: "Fiche",
                table: "EntitesGeographiques");

            migrationBuilder.DropColumn(
                name: "NumSiret",
                table: "EntitesGeographiques");

            migrationBuilder.AddColumn<string>(
                name: "Nom",
                table: "UnitesFonctionnelles",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Nom",
                table: "Poles",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "RaisonSociale",
                table: "EntitesJuridiques",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "StatutJuridique",
                table: "EntitesJuridiques",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Recherche",
                table: "EntitesGeographiques",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(2000)",
                oldMaxLength: 2000,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Adresse_CodePostal",
                table: "EntitesGeographiques",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Adresse_Commune",
                table: "EntitesGeographiques",
                type: "nvarchar(5)",
                maxLength: 5,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Adresse_Localite",
                table: "EntitesGeographiques",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Adresse_Voie",
                table: "EntitesGeographiques",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Categorie",
                table: "EntitesGeographiques",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Denomination",
                table: "EntitesGeographiques",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");
        }
    }
}
