using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Nomenclatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_Nomenclatures",
                table: "Nomenclatures");

            migrationBuilder.AddColumn<int>(
                name: "Rang",
                table: "Nomenclatures",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ImportId",
                table: "Nomenclatures",
                type: "char(36)",
                unicode: false,
                fixedLength: true,
                maxLength: 36,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "ImporteeLe",
                table: "Nomenclatures",
                type: "datetime2(6)",
                precision: 6,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_Nomenclatures",
                table: "Nomenclatures",
                columns: new[] { "Nom", "Rang" });

            migrationBuilder.CreateTable(
                name: "CodesDesObjets",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Identifiant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Saisie = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Publies = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodesDesObjets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Etat = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Simulation = table.Column<bool>(type: "bit", nullable: false),
                    Auteur = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Fichier = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Taille = table.Column<long>(type: "bigint", nullable: false),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DeposeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    CommenceLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    TermineLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Fait = table.Column<int>(type: "int", nullable: false),
                    Total = table.Column<int>(type: "int", nullable: false),
                    AnnulationDemandee = table.Column<bool>(type: "bit", nullable: false),
                    Essais = table.Column<int>(type: "int", nullable: false),
                    Execution = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Battement = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LignesImport",
                columns: table => new
                {
                    ImportId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Rang = table.Column<int>(type: "int", nullable: false),
                    Contenu = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LignesImport", x => new { x.ImportId, x.Rang });
                });

            migrationBuilder.CreateTable(
                name: "MorceauxImport",
                columns: table => new
                {
                    ImportId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Rang = table.Column<int>(type: "int", nullable: false),
                    Octets = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MorceauxImport", x => new { x.ImportId, x.Rang });
                });

            migrationBuilder.InsertData(
                table: "Compteurs",
                columns: new[] { "Cle", "Valeur" },
                values: new object[] { "Nomenclatures", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Imports_Etat",
                table: "Imports",
                column: "Etat");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CodesDesObjets");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropTable(
                name: "LignesImport");

            migrationBuilder.DropTable(
                name: "MorceauxImport");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Nomenclatures",
                table: "Nomenclatures");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "Nomenclatures");

            migrationBuilder.DropColumn(
                name: "Rang",
                table: "Nomenclatures");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Nomenclatures");

            migrationBuilder.DropColumn(
                name: "ImporteeLe",
                table: "Nomenclatures");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Nomenclatures",
                table: "Nomenclatures",
                columns: new[] { "Nom", "Version" });
        }
    }
}
