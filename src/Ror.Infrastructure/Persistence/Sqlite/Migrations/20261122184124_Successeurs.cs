using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Successeurs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Successeur",
                table: "OffresPubliees",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuccesseurPrevu",
                table: "OffresPubliees",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SuccesseurPrevuSensible",
                table: "OffresPubliees",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SuccesseurSensible",
                table: "OffresPubliees",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_OffresPubliees_Successeur",
                table: "OffresPubliees",
                column: "Successeur");

            migrationBuilder.CreateIndex(
                name: "IX_OffresPubliees_SuccesseurPrevu",
                table: "OffresPubliees",
                column: "SuccesseurPrevu");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OffresPubliees_Successeur",
                table: "OffresPubliees");

            migrationBuilder.DropIndex(
                name: "IX_OffresPubliees_SuccesseurPrevu",
                table: "OffresPubliees");

            migrationBuilder.DropColumn(
                name: "Successeur",
                table: "OffresPubliees");

            migrationBuilder.DropColumn(
                name: "SuccesseurPrevu",
                table: "OffresPubliees");

            migrationBuilder.DropColumn(
                name: "SuccesseurPrevuSensible",
                table: "OffresPubliees");

            migrationBuilder.DropColumn(
                name: "SuccesseurSensible",
                table: "OffresPubliees");
        }
    }
}
