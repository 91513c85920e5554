using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Infrastructure.Persistence.Configurations;

namespace Ror.Infrastructure.Persistence;

internal sealed class Secrets(IServiceScopeFactory portees, IMoteur moteur) : ISecrets
{
    public byte[] Obtenir(string nom, Func<byte[]> creer)
    {
        using var portee = portees.CreateScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        if (Lire(db, nom) is { } connu)
        {
            return connu;
        }

        try
        {
            var nouveau = new Secret(nom, creer());
            db.Secrets.Add(nouveau);
            db.SaveChanges();
            return nouveau.Valeur;
        }
        catch (DbUpdateException e) when (moteur.EstViolationUnicite(e))
        {
            // Another node made it first.
            return Lire(db, nom)!;
        }
    }

    private static byte[]? Lire(RorDbContext db, string nom) => db.Secrets.AsNoTracking().Where(s => s.Nom == nom).Select(s => s.Valeur).SingleOrDefault();
}
