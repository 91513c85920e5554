using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ParcoursLiberal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CabinetId",
                table: "Offres",
                type: "char(36)",
                unicode: false,
                fixedLength: true,
                maxLength: 36,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "EtapesPreremplies",
                table: "Offres",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]",
                collation: "Latin1_General_100_BIN2");

            // Until now every liberal offer stood in its practice.
            migrationBuilder.Sql("UPDATE \"Offres\" SET \"CabinetId\" = \"EntiteGeographiqueId\" WHERE \"Rpps\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CabinetId",
                table: "Offres");

            migrationBuilder.DropColumn(
                name: "EtapesPreremplies",
                table: "Offres");
        }
    }
}
