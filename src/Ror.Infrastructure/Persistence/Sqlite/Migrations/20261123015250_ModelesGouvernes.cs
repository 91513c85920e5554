using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ModelesGouvernes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Revision",
                table: "ModelesSaisie",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "ModelePublie",
                table: "CodesDesObjets",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ModeleSaisi",
                table: "CodesDesObjets",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            // The next start makes these rows again, with the modèle of each offer.
            migrationBuilder.Sql(@"DELETE FROM ""CodesDesObjets""");

            migrationBuilder.CreateIndex(
                name: "IX_CodesDesObjets_ModelePublie",
                table: "CodesDesObjets",
                column: "ModelePublie");

            migrationBuilder.CreateIndex(
                name: "IX_CodesDesObjets_ModeleSaisi",
                table: "CodesDesObjets",
                column: "ModeleSaisi");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CodesDesObjets_ModelePublie",
                table: "CodesDesObjets");

            migrationBuilder.DropIndex(
                name: "IX_CodesDesObjets_ModeleSaisi",
                table: "CodesDesObjets");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "ModelesSaisie");

            migrationBuilder.DropColumn(
                name: "ModelePublie",
                table: "CodesDesObjets");

            migrationBuilder.DropColumn(
                name: "ModeleSaisi",
                table: "CodesDesObjets");
        }
    }
}
