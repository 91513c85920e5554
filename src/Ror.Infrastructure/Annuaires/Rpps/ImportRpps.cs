using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Imports;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.Imports;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>The extract of activities, imported as a whole.</summary>
internal sealed class ImportRpps(IServiceScopeFactory portees, Referentiels referentiels, OptionsImports options, TimeProvider horloge) : IImporteur
{
    public GenreImport Genre => GenreImport.Rpps;

    public async Task ExecuterAsync(DemandeImport demande, Suivi suivi, CancellationToken ct)
    {
        var suite = await SuiteDeLots.OuvrirAsync(portees, demande, horloge, ct);
        PartitionRpps partition;
        try
        {
            partition = await PartitionRpps.LireAsync(demande.Chemin, demande.Nom, ct);
        }
        catch (FichierRefuseException faute)
        {
            await suite.RefuserAsync(faute, ct);
            throw;
        }

        using (partition)
        {
            var interprete = new InterpreteRpps(partition.Entete, code => referentiels.Nomenclatures["J219"].Trouver(new(code)) is not null);
            // A name may say anything; nothing ends tomorrow because of it.
            var aujourdhui = DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);
            var du = partition.Du is { } jour && jour <= aujourdhui ? jour : aujourdhui;
            await suite.DaterAsync(Genre, partition.Du == du ? du : null, ct);
            await new ChargementRpps(portees, demande, suite, partition, new(interprete), options, du, suivi).ExecuterAsync(ct);
        }
    }
}
