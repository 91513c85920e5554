using Microsoft.EntityFrameworkCore;

namespace Ror.Infrastructure.Persistence.PostgreSql;

public sealed class PostgreSqlRorDbContext(DbContextOptions<PostgreSqlRorDbContext> options) : RorDbContext(options);
