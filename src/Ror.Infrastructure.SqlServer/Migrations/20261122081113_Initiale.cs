using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Ror.Infrastructure.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initiale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Le = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Sujet = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Acte = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TypeObjet = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ObjetId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    VersionObjet = table.Column<long>(type: "bigint", nullable: false),
                    Origine = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    TraceId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Compteurs",
                columns: table => new
                {
                    Cle = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Valeur = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Compteurs", x => x.Cle);
                });

            migrationBuilder.CreateTable(
                name: "EntitesJuridiques",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IdNatStruct = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RaisonSociale = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StatutJuridique = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Fermeture = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntitesJuridiques", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ModelesSaisie",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Url = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Contenu = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelesSaisie", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Nomenclatures",
                columns: table => new
                {
                    Nom = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EnVigueur = table.Column<bool>(type: "bit", nullable: false),
                    Contenu = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nomenclatures", x => new { x.Nom, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "OffresPubliees",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Identifiant = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NumeroVersion = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Statut = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Fermeture = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ValideeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Region = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Departement = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Secteur = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ChampActivite = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UniteSensible = table.Column<bool>(type: "bit", nullable: false),
                    Structures = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Contenu = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OffresPubliees", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReponsesIdempotentes",
                columns: table => new
                {
                    Appelant = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Methode = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Chemin = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Cle = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Empreinte = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Statut = table.Column<int>(type: "int", nullable: false),
                    Entetes = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Corps = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReponsesIdempotentes", x => new { x.Appelant, x.Methode, x.Chemin, x.Cle })
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "Secrets",
                columns: table => new
                {
                    Nom = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Valeur = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Secrets", x => x.Nom);
                });

            migrationBuilder.CreateTable(
                name: "VersionsOffre",
                columns: table => new
                {
                    OffreId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Numero = table.Column<int>(type: "int", nullable: false),
                    Le = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Auteur = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Contenu = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionsOffre", x => new { x.OffreId, x.Numero });
                });

            migrationBuilder.CreateTable(
                name: "EntitesGeographiques",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EntiteJuridiqueId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IdNatStruct = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Denomination = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Categorie = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Secteur = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Region = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Recherche = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Fermeture = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Adresse_CodePostal = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Adresse_Commune = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Adresse_Localite = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Adresse_Voie = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntitesGeographiques", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EntitesGeographiques_EntitesJuridiques_EntiteJuridiqueId",
                        column: x => x.EntiteJuridiqueId,
                        principalTable: "EntitesJuridiques",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offres",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Identifiant = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CleParcours = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ParentType = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ParentId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EntiteGeographiqueId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Statut = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Contenu = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Publie = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    NumeroVersion = table.Column<int>(type: "int", nullable: false),
                    Marques = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Fermeture = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    ValideeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offres", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offres_EntitesGeographiques_EntiteGeographiqueId",
                        column: x => x.EntiteGeographiqueId,
                        principalTable: "EntitesGeographiques",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Poles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EntiteGeographiqueId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Identifiant = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Nom = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Fermeture = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Poles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Poles_EntitesGeographiques_EntiteGeographiqueId",
                        column: x => x.EntiteGeographiqueId,
                        principalTable: "EntitesGeographiques",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitesFonctionnelles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PoleId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EntiteGeographiqueId = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Identifiant = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Nom = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Fermeture = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreeLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ModifieLe = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitesFonctionnelles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitesFonctionnelles_EntitesGeographiques_EntiteGeographiqueId",
                        column: x => x.EntiteGeographiqueId,
                        principalTable: "EntitesGeographiques",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitesFonctionnelles_Poles_PoleId",
                        column: x => x.PoleId,
                        principalTable: "Poles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "Compteurs",
                columns: new[] { "Cle", "Valeur" },
                values: new object[,]
                {
                    { "Offre:01", 100000L },
                    { "Offre:02", 100000L },
                    { "Offre:03", 100000L },
                    { "Offre:04", 100000L },
                    { "Offre:06", 100000L },
                    { "Offre:11", 100000L },
                    { "Offre:24", 100000L },
                    { "Offre:27", 100000L },
                    { "Offre:28", 100000L },
                    { "Offre:32", 100000L },
                    { "Offre:44", 100000L },
                    { "Offre:52", 100000L },
                    { "Offre:53", 100000L },
                    { "Offre:75", 100000L },
                    { "Offre:76", 100000L },
                    { "Offre:84", 100000L },
                    { "Offre:93", 100000L },
                    { "Offre:94", 100000L },
                    { "OrganisationInterne:01", 100000L },
                    { "OrganisationInterne:02", 100000L },
                    { "OrganisationInterne:03", 100000L },
                    { "OrganisationInterne:04", 100000L },
                    { "OrganisationInterne:06", 100000L },
                    { "OrganisationInterne:11", 100000L },
                    { "OrganisationInterne:24", 100000L },
                    { "OrganisationInterne:27", 100000L },
                    { "OrganisationInterne:28", 100000L },
                    { "OrganisationInterne:32", 100000L },
                    { "OrganisationInterne:44", 100000L },
                    { "OrganisationInterne:52", 100000L },
                    { "OrganisationInterne:53", 100000L },
                    { "OrganisationInterne:75", 100000L },
                    { "OrganisationInterne:76", 100000L },
                    { "OrganisationInterne:84", 100000L },
                    { "OrganisationInterne:93", 100000L },
                    { "OrganisationInterne:94", 100000L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_ObjetId_Id",
                table: "Audit",
                columns: new[] { "ObjetId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EntitesGeographiques_EntiteJuridiqueId",
                table: "EntitesGeographiques",
                column: "EntiteJuridiqueId");

            migrationBuilder.CreateIndex(
                name: "IX_EntitesGeographiques_IdNatStruct",
                table: "EntitesGeographiques",
                column: "IdNatStruct",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EntitesGeographiques_Region",
                table: "EntitesGeographiques",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_EntitesJuridiques_IdNatStruct",
                table: "EntitesJuridiques",
                column: "IdNatStruct",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ModelesSaisie_Url_Version",
                table: "ModelesSaisie",
                columns: new[] { "Url", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offres_EntiteGeographiqueId_Id",
                table: "Offres",
                columns: new[] { "EntiteGeographiqueId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Offres_Identifiant",
                table: "Offres",
                column: "Identifiant",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offres_ParentId_Id",
                table: "Offres",
                columns: new[] { "ParentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OffresPubliees_ChampActivite_Id",
                table: "OffresPubliees",
                columns: new[] { "ChampActivite", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OffresPubliees_Identifiant",
                table: "OffresPubliees",
                column: "Identifiant",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OffresPubliees_Region_Id",
                table: "OffresPubliees",
                columns: new[] { "Region", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Poles_EntiteGeographiqueId",
                table: "Poles",
                column: "EntiteGeographiqueId");

            migrationBuilder.CreateIndex(
                name: "IX_Poles_Identifiant",
                table: "Poles",
                column: "Identifiant",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReponsesIdempotentes_CreeLe",
                table: "ReponsesIdempotentes",
                column: "CreeLe");

            migrationBuilder.CreateIndex(
                name: "IX_UnitesFonctionnelles_EntiteGeographiqueId",
                table: "UnitesFonctionnelles",
                column: "EntiteGeographiqueId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitesFonctionnelles_Identifiant",
                table: "UnitesFonctionnelles",
                column: "Identifiant",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitesFonctionnelles_PoleId",
                table: "UnitesFonctionnelles",
                column: "PoleId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "Compteurs");

            migrationBuilder.DropTable(
                name: "ModelesSaisie");

            migrationBuilder.DropTable(
                name: "Nomenclatures");

            migrationBuilder.DropTable(
                name: "Offres");

            migrationBuilder.DropTable(
                name: "OffresPubliees");

            migrationBuilder.DropTable(
                name: "ReponsesIdempotentes");

            migrationBuilder.DropTable(
                name: "Secrets");

            migrationBuilder.DropTable(
                name: "UnitesFonctionnelles");

            migrationBuilder.DropTable(
                name: "VersionsOffre");

            migrationBuilder.DropTable(
                name: "Poles");

            migrationBuilder.DropTable(
                name: "EntitesGeographiques");

            migrationBuilder.DropTable(
                name: "EntitesJuridiques");
        }
    }
}
