using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.Persistence.PostgreSql.Migrations
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Statut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Theme = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Action = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    ObjetType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ObjetId = table.Column<Guid>(type: "uuid", nullable: false),
                    ObjetIdentifiant = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    EntiteGeographiqueId = table.Column<Guid>(type: "uuid", nullable: true),
                    Region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    Section = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Champ = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Nationale = table.Column<bool>(type: "boolean", nullable: false),
                    ValeurErronee = table.Column<string>(type: "text", nullable: true),
                    ValeurProposee = table.Column<string>(type: "text", nullable: true),
                    Description = table.Column<string>(type: "text", nullable: true),
                    Systeme = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Declarant = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    NomDeclarant = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    Regle = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Destinataire = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Echeance = table.Column<DateOnly>(type: "date", nullable: true),
                    Historique = table.Column<string>(type: "text", nullable: false),
                    CleVivante = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Anomalies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JournalAnomalies",
                columns: table => new
                {
                    Declarant = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Numero = table.Column<long>(type: "bigint", nullable: false),
                    Apres = table.Column<long>(type: "bigint", nullable: false),
                    ApresOuvert = table.Column<long>(type: "bigint", nullable: false),
                    Nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AnomalieId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Statut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Instant = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    Region = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    EntiteGeographiqueId = table.Column<Guid>(type: "uuid", nullable: true)
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
                unique: true);

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
