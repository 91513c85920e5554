using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.Persistence.Sqlite.Migrations
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
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Fiche",
                table: "Poles",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SectionsModifiees",
                table: "Offres",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Fiche",
                table: "EntitesJuridiques",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NumSiren",
                table: "EntitesJuridiques",
                type: "TEXT",
                maxLength: 9,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fiche",
                table: "EntitesGeographiques",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NumSiret",
                table: "EntitesGeographiques",
                type: "TEXT",
                maxLength: 14,
                nullable: true);

            // Nothing is known of what changed before: everything may have, up to now.
            migrationBuilder.Sql("""UPDATE "Offres" SET "SectionsModifiees" = '[{"cle":"informations-generales","version":' || "Version" || '}' || ',{"cle":"accueil-prise-en-charge","version":' || "Version" || '}' || ',{"cle":"patientele","version":' || "Version" || '}' || ',{"cle":"specificites","version":' || "Version" || '}' || ',{"cle":"contacts","version":' || "Version" || '}' || ',{"cle":"adresse","version":' || "Version" || '}' || ',{"cle":"messagerie-securisee","version":' || "Version" || '}' || ',{"cle":"horaires","version":' || "Version" || '}' || ',{"cle":"zone-intervention","version":' || "Version" || '}]'""");

            // What was a column each goes into the one JSON of the record.
            migrationBuilder.Sql("""UPDATE "EntitesJuridiques" SET "Fiche" = json_object('idNatStruct', "IdNatStruct", 'raisonSociale', "RaisonSociale", 'statutJuridique', json_object('code', "StatutJuridique"))""");

            migrationBuilder.Sql("""UPDATE "EntitesGeographiques" SET "Fiche" = json_object('idNatStruct', "IdNatStruct", 'entiteJuridique', (SELECT e."IdNatStruct" FROM "EntitesJuridiques" e WHERE e."Id" = "EntiteJuridiqueId"), 'denomination', "Denomination", 'categorie', json_object('code', "Categorie"), 'adresse', json_object('libelleVoie', "Adresse_Voie", 'codePostal', "Adresse_CodePostal", 'localite', "Adresse_Localite", 'commune', "Adresse_Commune"))""");

            migrationBuilder.Sql("""UPDATE "Poles" SET "Fiche" = json_object('nom', "Nom")""");

            migrationBuilder.Sql("""UPDATE "UnitesFonctionnelles" SET "Fiche" = json_object('nom', "Nom")""");

            // EF would rebuild each table outside any transaction: a process killed meanwhile would leave a base that nothing can migrate.
            migrationBuilder.Sql("""ALTER TABLE "UnitesFonctionnelles" DROP COLUMN "Nom" """);

            migrationBuilder.Sql("""ALTER TABLE "Poles" DROP COLUMN "Nom" """);

            migrationBuilder.Sql("""ALTER TABLE "EntitesJuridiques" DROP COLUMN "RaisonSociale" """);

            migrationBuilder.Sql("""ALTER TABLE "EntitesJuridiques" DROP COLUMN "StatutJuridique" """);

            migrationBuilder.Sql("""ALTER TABLE "EntitesGeographiques" DROP COLUMN "Adresse_CodePostal" """);

            migrationBuilder.Sql("""ALTER TABLE "EntitesGeographiques" DROP COLUMN "Adresse_Commune" """);

            migrationBuilder.Sql("""ALTER TABLE "EntitesGeographiques" DROP COLUMN "Adresse_Localite" """);

            migrationBuilder.Sql("""ALTER TABLE "EntitesGeographiques" DROP COLUMN "Adresse_Voie" """);

            migrationBuilder.Sql("""ALTER TABLE "EntitesGeographiques" DROP COLUMN "Categorie" """);

            migrationBuilder.Sql("""ALTER TABLE "EntitesGeographiques" DROP COLUMN "Denomination" """);

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
                type: "TEXT",
                maxLength: 255,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Nom",
                table: "Poles",
                type: "TEXT",
                maxLength: 255,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RaisonSociale",
                table: "EntitesJuridiques",
                type: "TEXT",
                maxLength: 255,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StatutJuridique",
                table: "EntitesJuridiques",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Adresse_CodePostal",
                table: "EntitesGeographiques",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Adresse_Commune",
                table: "EntitesGeographiques",
                type: "TEXT",
                maxLength: 5,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Adresse_Localite",
                table: "EntitesGeographiques",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Adresse_Voie",
                table: "EntitesGeographiques",
                type: "TEXT",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Categorie",
                table: "EntitesGeographiques",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Denomination",
                table: "EntitesGeographiques",
                type: "TEXT",
                maxLength: 255,
                nullable: false,
                defaultValue: "");
        }
    }
}
