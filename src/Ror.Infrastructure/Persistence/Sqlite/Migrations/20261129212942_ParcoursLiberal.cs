using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ror.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ParcoursLiberal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CabinetId",
                table: "Offres",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EtapesPreremplies",
                table: "Offres",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

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
