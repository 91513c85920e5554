using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FermeturesPlanifiees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FermeturePrevue",
                table: "UnitesFonctionnelles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PrevueLe",
                table: "UnitesFonctionnelles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FermeturePrevue",
                table: "Poles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PrevueLe",
                table: "Poles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FermeturePrevue",
                table: "OffresPubliees",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FermeturePrevue",
                table: "Offres",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PrevueLe",
                table: "Offres",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FermeturePrevue",
                table: "EntitesGeographiques",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PrevueLe",
                table: "EntitesGeographiques",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitesFonctionnelles_PrevueLe",
                table: "UnitesFonctionnelles",
                column: "PrevueLe");

            migrationBuilder.CreateIndex(
                name: "IX_Poles_PrevueLe",
                table: "Poles",
                column: "PrevueLe");

            migrationBuilder.CreateIndex(
                name: "IX_Offres_PrevueLe",
                table: "Offres",
                column: "PrevueLe");

            migrationBuilder.CreateIndex(
                name: "IX_EntitesGeographiques_PrevueLe",
                table: "EntitesGeographiques",
                column: "PrevueLe");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_UnitesFonctionnelles_PrevueLe",
                table: "UnitesFonctionnelles");

            migrationBuilder.DropIndex(
                name: "IX_Poles_PrevueLe",
                table: "Poles");

            migrationBuilder.DropIndex(
                name: "IX_Offres_PrevueLe",
                table: "Offres");

            migrationBuilder.DropIndex(
                name: "IX_EntitesGeographiques_PrevueLe",
                table: "EntitesGeographiques");

            migrationBuilder.DropColumn(
                name: "FermeturePrevue",
                table: "UnitesFonctionnelles");

            migrationBuilder.DropColumn(
                name: "PrevueLe",
                table: "UnitesFonctionnelles");

            migrationBuilder.DropColumn(
                name: "FermeturePrevue",
                table: "Poles");

            migrationBuilder.DropColumn(
                name: "PrevueLe",
                table: "Poles");

            migrationBuilder.DropColumn(
                name: "FermeturePrevue",
                table: "OffresPubliees");

            migrationBuilder.DropColumn(
                name: "FermeturePrevue",
                table: "Offres");

            migrationBuilder.DropColumn(
                name: "PrevueLe",
                table: "Offres");

            migrationBuilder.DropColumn(
                name: "FermeturePrevue",
                table: "EntitesGeographiques");

            migrationBuilder.DropColumn(
                name: "PrevueLe",
                table: "EntitesGeographiques");
        }
    }
}
