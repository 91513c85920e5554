using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Annuaires : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Exercice",
                table: "Offres",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Rpps",
                table: "Offres",
                type: "nvarchar(11)",
                maxLength: 11,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Bilan",
                table: "Imports",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DonneesDu",
                table: "Imports",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Genre",
                table: "Imports",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Nomenclatures",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "LotsFaits",
                table: "Imports",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Origine",
                table: "EntitesJuridiques",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Saisie",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Origine",
                table: "EntitesGeographiques",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Saisie",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "Professionnels",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Rpps = table.Column<string>(type: "nvarchar(11)", maxLength: 11, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Fiche = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    DonneesDu = table.Column<DateOnly>(type: "date", nullable: false),
                    VerifieLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    NombreSituations = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Professionnels", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Offres_Rpps",
                table: "Offres",
                column: "Rpps");

            migrationBuilder.CreateIndex(
                name: "IX_Professionnels_Rpps",
                table: "Professionnels",
                column: "Rpps",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Professionnels");

            migrationBuilder.DropIndex(
                name: "IX_Offres_Rpps",
                table: "Offres");

            migrationBuilder.DropColumn(
                name: "Exercice",
                table: "Offres");

            migrationBuilder.DropColumn(
                name: "Rpps",
                table: "Offres");

            migrationBuilder.DropColumn(
                name: "Bilan",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "DonneesDu",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "Genre",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "LotsFaits",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "Origine",
                table: "EntitesJuridiques");

            migrationBuilder.DropColumn(
                name: "Origine",
                table: "EntitesGeographiques");
        }
    }
}
