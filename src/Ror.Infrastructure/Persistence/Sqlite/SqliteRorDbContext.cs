using Microsoft.EntityFrameworkCore;

namespace Ror.Infrastructure.Persistence.Sqlite;

public sealed class SqliteRorDbContext(DbContextOptions<SqliteRorDbContext> options) : RorDbContext(options);
