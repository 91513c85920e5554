using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Application.Imports;

/// <summary>Keeps a file, to be imported as soon as a node is free.</summary>
/// <param name="Contenu">Read to its end.</param>
/// <param name="Empreinte">SHA-256 of it.</param>
public sealed record DeposerImportCommand(Stream Contenu, long Taille, string Empreinte, string Fichier, bool Simulation, GenreImport Genre = GenreImport.Nomenclatures) : IRequest<Resultat<ImportLu>>;

internal sealed class DeposerImportHandler(IImportsDb db, IUniteDeTravail travail, IAppelant appelant, TimeProvider horloge, ISignalImports signal)
    : IRequestHandler<DeposerImportCommand, Resultat<ImportLu>>
{
    public async Task<Resultat<ImportLu>> Handle(DeposerImportCommand request, CancellationToken cancellationToken)
    {
        var import = new Import
        {
            Id = Guid.CreateVersion7(),
            Genre = request.Genre,
            Simulation = request.Simulation,
            Auteur = appelant.Sujet,
            Fichier = request.Fichier,
            Taille = request.Taille,
            Empreinte = request.Empreinte,
            DeposeLe = horloge.Instant(),
        };

        // All or nothing, and in pieces: no engine takes a parameter of a hundred megabytes gladly.
        await travail.ExecuterAsync(
            async () =>
            {
                request.Contenu.Position = 0;
                db.Imports.Add(import);
                var tampon = new byte[MorceauImport.Taille];
                for (var rang = 0; await request.Contenu.ReadAtLeastAsync(tampon, tampon.Length, throwOnEndOfStream: false, cancellationToken) is > 0 and var lus; rang++)
                {
                    var morceau = new MorceauImport(import.Id, rang, tampon[..lus]);
                    db.MorceauxImport.Add(morceau);
                    await db.SaveChangesAsync(cancellationToken);
                    db.MorceauxImport.Entry(morceau).State = EntityState.Detached;
                }

                return true;
            },
            reussi => reussi,
            cancellationToken);
        signal.Deposer();
        return ImportLu.De(import, horloge.Instant());
    }
}
