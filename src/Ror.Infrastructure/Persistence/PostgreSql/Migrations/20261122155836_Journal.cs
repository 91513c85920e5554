using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Ror.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Journal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What is published follows from the entry side: it is worked out again at the start that follows, and takes its first numbers.
            migrationBuilder.Sql("""DELETE FROM "OffresPubliees" """);

            migrationBuilder.DropColumn(
                name: "Contenu",
                table: "OffresPubliees");

            migrationBuilder.AddColumn<Guid>(
                name: "EntiteGeographiqueId",
                table: "OffresPubliees",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<long>(
                name: "Sequence",
                table: "OffresPubliees",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "SequenceOuverte",
                table: "OffresPubliees",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContenusPublies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Contenu = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContenusPublies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Journal",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    SequenceOuverte = table.Column<long>(type: "bigint", nullable: true),
                    Nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ObjetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Identifiant = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Instant = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    RegionAvant = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    Region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    EntiteGeographiqueAvant = table.Column<Guid>(type: "uuid", nullable: true),
                    EntiteGeographique = table.Column<Guid>(type: "uuid", nullable: true),
                    ChampActivite = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    SensibleAvant = table.Column<bool>(type: "boolean", nullable: false),
                    Sensible = table.Column<bool>(type: "boolean", nullable: false),
                    Champs = table.Column<string>(type: "text", nullable: false),
                    Raison = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "StructuresPubliees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Identifiant = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Nom = table.Column<string>(type: "text", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    EntiteGeographiqueId = table.Column<Guid>(type: "uuid", nullable: true),
                    Region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    Departement = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    Secteur = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Statut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Fermeture = table.Column<string>(type: "text", nullable: true),
                    FermeturePrevue = table.Column<string>(type: "text", nullable: true),
                    FicheEntiteJuridique = table.Column<string>(type: "text", nullable: true),
                    FicheEntiteGeographique = table.Column<string>(type: "text", nullable: true),
                    FicheOrganisationInterne = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    SequenceOuverte = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StructuresPubliees", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "Compteurs",
                columns: new[] { "Cle", "Valeur" },
                values: new object[,]
                {
                    { "Journal", 0L },
                    { "Journal:ouvert", 0L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_OffresPubliees_EntiteGeographiqueId",
                table: "OffresPubliees",
                column: "EntiteGeographiqueId");

            migrationBuilder.CreateIndex(
                name: "IX_OffresPubliees_Sequence",
                table: "OffresPubliees",
                column: "Sequence");

            migrationBuilder.CreateIndex(
                name: "IX_OffresPubliees_SequenceOuverte",
                table: "OffresPubliees",
                column: "SequenceOuverte");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_ObjetId_Sequence",
                table: "Journal",
                columns: new[] { "ObjetId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Journal_SequenceOuverte",
                table: "Journal",
                column: "SequenceOuverte",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StructuresPubliees_EntiteGeographiqueId",
                table: "StructuresPubliees",
                column: "EntiteGeographiqueId");

            migrationBuilder.CreateIndex(
                name: "IX_StructuresPubliees_Identifiant",
                table: "StructuresPubliees",
                column: "Identifiant");

            migrationBuilder.CreateIndex(
                name: "IX_StructuresPubliees_Sequence",
                table: "StructuresPubliees",
                column: "Sequence");

            migrationBuilder.CreateIndex(
                name: "IX_StructuresPubliees_SequenceOuverte",
                table: "StructuresPubliees",
                column: "SequenceOuverte");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContenusPublies");

            migrationBuilder.DropTable(
                name: "Journal");

            migrationBuilder.DropTable(
                name: "StructuresPubliees");

            migrationBuilder.DropIndex(
                name: "IX_OffresPubliees_EntiteGeographiqueId",
                table: "OffresPubliees");

            migrationBuilder.DropIndex(
                name: "IX_OffresPubliees_Sequence",
                table: "OffresPubliees");

            migrationBuilder.DropIndex(
                name: "IX_OffresPubliees_SequenceOuverte",
                table: "OffresPubliees");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "Journal");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "Journal:ouvert");

            migrationBuilder.DropColumn(
                name: "EntiteGeographiqueId",
                table: "OffresPubliees");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "OffresPubliees");

            migrationBuilder.DropColumn(
                name: "SequenceOuverte",
                table: "OffresPubliees");

            migrationBuilder.AddColumn<string>(
                name: "Contenu",
                table: "OffresPubliees",
                type: "text",
                nullable: false,
                defaultValue: "");
        }
    }
}
