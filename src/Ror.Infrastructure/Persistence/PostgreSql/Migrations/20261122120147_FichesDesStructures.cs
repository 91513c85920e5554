using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.Persistence.PostgreSql.Migrations
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
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Fiche",
                table: "Poles",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SectionsModifiees",
                table: "Offres",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Fiche",
                table: "EntitesJuridiques",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NumSiren",
                table: "EntitesJuridiques",
                type: "character varying(9)",
                maxLength: 9,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fiche",
                table: "EntitesGeographiques",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NumSiret",
                table: "EntitesGeographiques",
                type: "character varying(14)",
                maxLength: 14,
                nullable: true);

            // Nothing is known of what changed before: everything may have, up to now.
            migrationBuilder.Sql("""UPDATE "Offres" SET "SectionsModifiees" = '[{"cle":"informations-generales","version":' || "Version" || '}' || ',{"cle":"accueil-prise-en-charge","version":' || "Version" || '}' || ',{"cle":"patientele","version":' || "Version" || '}' || ',{"cle":"specificites","version":' || "Version" || '}' || ',{"cle":"contacts","version":' || "Version" || '}' || ',{"cle":"adresse","version":' || "Version" || '}' || ',{"cle":"messagerie-securisee","version":' || "Version" || '}' || ',{"cle":"horaires","version":' || "Version" || '}' || ',{"cle":"zone-intervention","version":' || "Version" || '}]'""");

            // What was a column each goes into the one JSON of the record.
            migrationBuilder.Sql("""UPDATE "EntitesJuridiques" SET "Fiche" = (json_build_object('idNatStruct', "IdNatStruct", 'raisonSociale', "RaisonSociale", 'statutJuridique', json_build_object('code', "StatutJuridique")))::text""");

            migrationBuilder.Sql("""UPDATE "EntitesGeographiques" SET "Fiche" = (json_build_object('idNatStruct', "IdNatStruct", 'entiteJuridique', (SELECT e."IdNatStruct" FROM "EntitesJuridiques" e WHERE e."Id" = "EntiteJuridiqueId"), 'denomination', "Denomination", 'categorie', json_build_object('code', "Categorie"), 'adresse', json_build_object('libelleVoie', "Adresse_Voie", 'codePostal', "Adresse_CodePostal", 'localite', "Adresse_Localite", 'commune', "Adresse_Commune")))::text""");

            migrationBuilder.Sql("""UPDATE "Poles" SET "Fiche" = (json_build_object('nom', "Nom"))::text""");

            migrationBuilder.Sql("""UPDATE "UnitesFonctionnelles" SET "Fiche" = (json_build_object('nom', "Nom"))::text""");

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
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(600)",
                oldMaxLength: 600);

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
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Nom",
                table: "Poles",
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RaisonSociale",
                table: "EntitesJuridiques",
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StatutJuridique",
                table: "EntitesJuridiques",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "Recherche",
                table: "EntitesGeographiques",
                type: "character varying(600)",
                maxLength: 600,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(2000)",
                oldMaxLength: 2000);

            migrationBuilder.AddColumn<string>(
                name: "Adresse_CodePostal",
                table: "EntitesGeographiques",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Adresse_Commune",
                table: "EntitesGeographiques",
                type: "character varying(5)",
                maxLength: 5,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Adresse_Localite",
                table: "EntitesGeographiques",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Adresse_Voie",
                table: "EntitesGeographiques",
                type: "character varying(255)",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Categorie",
                table: "EntitesGeographiques",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Denomination",
                table: "EntitesGeographiques",
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "");
        }
    }
}
