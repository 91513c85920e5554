using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Ror.Infrastructure.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Journal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What is published follows from the entry side: it is worked out again at the start that follows, and takes its first numbers.
            migrationBuilder.Sql("DELETE FROM [OffresPubliees]");

            migrationBuilder.DropColumn(
                name: "Contenu",
                table: "OffresPubliees");

            migrationBuilder.AddColumn<string>(
                name: "EntiteGeographiqueId",
                table: "OffresPubliees",
                type: "char(36)",
                unicode: false,
                fixedLength: true,
                maxLength: 36,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

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
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Contenu = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
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
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ObjetId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Identifiant = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Instant = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    RegionAvant = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Region = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EntiteGeographiqueAvant = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EntiteGeographique = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ChampActivite = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SensibleAvant = table.Column<bool>(type: "bit", nullable: false),
                    Sensible = table.Column<bool>(type: "bit", nullable: false),
                    Champs = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Raison = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "StructuresPubliees",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Identifiant = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Nom = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    ParentId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EntiteGeographiqueId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Region = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Departement = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Secteur = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Statut = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Fermeture = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    FermeturePrevue = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    FicheEntiteJuridique = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    FicheEntiteGeographique = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    FicheOrganisationInterne = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
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
                unique: true,
                filter: "[SequenceOuverte] IS NOT NULL");

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
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");
        }
    }
}
