using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Ror.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Lieux : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AdresseEtablissement",
                table: "OffresPubliees",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Lieux",
                table: "OffresPubliees",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "LiensLieux",
                columns: table => new
                {
                    OffreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lieu = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Saisi = table.Column<bool>(type: "INTEGER", nullable: false),
                    Publie = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiensLieux", x => new { x.OffreId, x.Lieu });
                });

            migrationBuilder.CreateTable(
                name: "Lieux",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntiteGeographiqueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Identifiant = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Fiche = table.Column<string>(type: "TEXT", nullable: false),
                    Equipements = table.Column<string>(type: "TEXT", nullable: false),
                    IdExterneSynchro = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Fermeture = table.Column<string>(type: "TEXT", nullable: true),
                    FermeturePrevue = table.Column<string>(type: "TEXT", nullable: true),
                    PrevueLe = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lieux", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Lieux_EntitesGeographiques_EntiteGeographiqueId",
                        column: x => x.EntiteGeographiqueId,
                        principalTable: "EntitesGeographiques",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LieuxPublies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Identifiant = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EntiteGeographiqueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntiteGeographique = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Departement = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Secteur = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Statut = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fermeture = table.Column<string>(type: "TEXT", nullable: true),
                    FermeturePrevue = table.Column<string>(type: "TEXT", nullable: true),
                    Fiche = table.Column<string>(type: "TEXT", nullable: false),
                    Equipements = table.Column<string>(type: "TEXT", nullable: false),
                    Capacites = table.Column<string>(type: "TEXT", nullable: false),
                    Offres = table.Column<string>(type: "TEXT", nullable: false),
                    UniteSensible = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    SequenceOuverte = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LieuxPublies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MesuresCapacite",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LieuId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cle = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Nombre = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    DateMaj = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    RecueLe = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Auteur = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MesuresCapacite", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CapacitesLieux",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntiteGeographiqueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Indicateurs = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CapacitesLieux", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CapacitesLieux_Lieux_Id",
                        column: x => x.Id,
                        principalTable: "Lieux",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "Compteurs",
                columns: new[] { "Cle", "Valeur" },
                values: new object[,]
                {
                    { "LieuRealisationOffre:01", 100000L },
                    { "LieuRealisationOffre:02", 100000L },
                    { "LieuRealisationOffre:03", 100000L },
                    { "LieuRealisationOffre:04", 100000L },
                    { "LieuRealisationOffre:06", 100000L },
                    { "LieuRealisationOffre:11", 100000L },
                    { "LieuRealisationOffre:24", 100000L },
                    { "LieuRealisationOffre:27", 100000L },
                    { "LieuRealisationOffre:28", 100000L },
                    { "LieuRealisationOffre:32", 100000L },
                    { "LieuRealisationOffre:44", 100000L },
                    { "LieuRealisationOffre:52", 100000L },
                    { "LieuRealisationOffre:53", 100000L },
                    { "LieuRealisationOffre:75", 100000L },
                    { "LieuRealisationOffre:76", 100000L },
                    { "LieuRealisationOffre:84", 100000L },
                    { "LieuRealisationOffre:93", 100000L },
                    { "LieuRealisationOffre:94", 100000L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_CapacitesLieux_EntiteGeographiqueId",
                table: "CapacitesLieux",
                column: "EntiteGeographiqueId");

            migrationBuilder.CreateIndex(
                name: "IX_LiensLieux_Lieu",
                table: "LiensLieux",
                column: "Lieu");

            migrationBuilder.CreateIndex(
                name: "IX_Lieux_EntiteGeographiqueId_IdExterneSynchro",
                table: "Lieux",
                columns: new[] { "EntiteGeographiqueId", "IdExterneSynchro" });

            migrationBuilder.CreateIndex(
                name: "IX_Lieux_Identifiant",
                table: "Lieux",
                column: "Identifiant",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lieux_PrevueLe",
                table: "Lieux",
                column: "PrevueLe");

            migrationBuilder.CreateIndex(
                name: "IX_LieuxPublies_Departement_Id",
                table: "LieuxPublies",
                columns: new[] { "Departement", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LieuxPublies_EntiteGeographiqueId",
                table: "LieuxPublies",
                column: "EntiteGeographiqueId");

            migrationBuilder.CreateIndex(
                name: "IX_LieuxPublies_Identifiant",
                table: "LieuxPublies",
                column: "Identifiant",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LieuxPublies_Region_Id",
                table: "LieuxPublies",
                columns: new[] { "Region", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LieuxPublies_Sequence",
                table: "LieuxPublies",
                column: "Sequence");

            migrationBuilder.CreateIndex(
                name: "IX_LieuxPublies_SequenceOuverte",
                table: "LieuxPublies",
                column: "SequenceOuverte");

            migrationBuilder.CreateIndex(
                name: "IX_MesuresCapacite_LieuId_Cle_Id",
                table: "MesuresCapacite",
                columns: new[] { "LieuId", "Cle", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CapacitesLieux");

            migrationBuilder.DropTable(
                name: "LiensLieux");

            migrationBuilder.DropTable(
                name: "LieuxPublies");

            migrationBuilder.DropTable(
                name: "MesuresCapacite");

            migrationBuilder.DropTable(
                name: "Lieux");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:01");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:02");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:03");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:04");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:06");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:11");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:24");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:27");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:28");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:32");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:44");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:52");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:53");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:75");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:76");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:84");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:93");

            migrationBuilder.DeleteData(
                table: "Compteurs",
                keyColumn: "Cle",
                keyValue: "LieuRealisationOffre:94");

            migrationBuilder.DropColumn(
                name: "AdresseEtablissement",
                table: "OffresPubliees");

            migrationBuilder.DropColumn(
                name: "Lieux",
                table: "OffresPubliees");
        }
    }
}
