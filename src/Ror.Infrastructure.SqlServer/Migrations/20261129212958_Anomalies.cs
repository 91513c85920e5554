using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Anomalies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Anomalies",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Statut = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Theme = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Action = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ObjetType = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ObjetId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ObjetIdentifiant = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EntiteGeographiqueId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Region = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Section = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Champ = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Nationale = table.Column<bool>(type: "bit", nullable: false),
                    ValeurErronee = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ValeurProposee = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Description = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Systeme = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Declarant = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NomDeclarant = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Regle = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Destinataire = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Echeance = table.Column<DateOnly>(type: "date", nullable: true),
                    Historique = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    CleVivante = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Anomalies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JournalAnomalies",
                columns: table => new
                {
                    Declarant = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Numero = table.Column<long>(type: "bigint", nullable: false),
                    Apres = table.Column<long>(type: "bigint", nullable: false),
                    ApresOuvert = table.Column<long>(type: "bigint", nullable: false),
                    Nature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AnomalieId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Statut = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Instant = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Region = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EntiteGeographiqueId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalAnomalies", x => new { x.Declarant, x.Numero });
                });

            migrationBuilder.InsertData(
                table: "Compteurs",
                columns: new[] { "Cle", "Valeur" },
                values: new object[] { "Journal:anomalies", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Anomalies_CleVivante",
                table: "Anomalies",
                column: "CleVivante",
                unique: true,
                filter: "[CleVivante] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Anomalies_Declarant_Id",
                table: "Anomalies",
                columns: new[] { "Declarant", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Anomalies_Destinataire_Id",
                table: "Anomalies",
                columns: new[] { "Destinataire", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Anomalies_Echeance",
                table: "Anomalies",
                column: "Echeance");

            migrationBuilder.CreateIndex(
                name: "IX_Anomalies_ObjetId_Id",
                table: "Anomalies",
                columns: new[] { "ObjetId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Anomalies_Region_Id",
                table: "Anomalies",
                columns: new[] { "Region", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_JournalAnomalies_AnomalieId_Numero",
                table: "JournalAnomalies",
                columns: new[] { "AnomalieId", "Numero" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Anomalies");

            migrationBuilder.DropTable(
                name: "JournalAnomalies");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "Journal:anomalies");
        }
    }
}
