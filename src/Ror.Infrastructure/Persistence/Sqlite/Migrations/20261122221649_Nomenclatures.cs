using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Nomenclatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A table whose key changes is made again: written out, it stays in the transaction of the migration, and a start that is killed begins again.
            migrationBuilder.Sql(
                """
                CREATE TABLE "Nomenclatures_apres" (
                    "Nom" TEXT NOT NULL,
                    "Rang" INTEGER NOT NULL,
                    "Contenu" TEXT NOT NULL,
                    "EnVigueur" INTEGER NOT NULL,
                    "ImportId" TEXT NULL,
                    "ImporteeLe" TEXT NULL,
                    "Version" TEXT NOT NULL,
                    CONSTRAINT "PK_Nomenclatures" PRIMARY KEY ("Nom", "Rang")
                );
                INSERT INTO "Nomenclatures_apres" ("Nom", "Rang", "Contenu", "EnVigueur", "Version") SELECT "Nom", 0, "Contenu", "EnVigueur", "Version" FROM "Nomenclatures";
                DROP TABLE "Nomenclatures";
                ALTER TABLE "Nomenclatures_apres" RENAME TO "Nomenclatures";
                """);

            migrationBuilder.CreateTable(
                name: "CodesDesObjets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Identifiant = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Saisie = table.Column<string>(type: "TEXT", nullable: true),
                    Publies = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodesDesObjets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Etat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Simulation = table.Column<bool>(type: "INTEGER", nullable: false),
                    Auteur = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Fichier = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Taille = table.Column<long>(type: "INTEGER", nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DeposeLe = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    CommenceLe = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    TermineLe = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Fait = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    AnnulationDemandee = table.Column<bool>(type: "INTEGER", nullable: false),
                    Essais = table.Column<int>(type: "INTEGER", nullable: false),
                    Execution = table.Column<Guid>(type: "TEXT", nullable: true),
                    Battement = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LignesImport",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rang = table.Column<int>(type: "INTEGER", nullable: false),
                    Contenu = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LignesImport", x => new { x.ImportId, x.Rang });
                });

            migrationBuilder.CreateTable(
                name: "MorceauxImport",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rang = table.Column<int>(type: "INTEGER", nullable: false),
                    Octets = table.Column<byte[]>(type: "BLOB", nullable: false)
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
