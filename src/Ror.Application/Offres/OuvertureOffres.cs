using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Application.Offres;

/// <summary>"Créer +" → "Une offre", whatever the parent: the parent itself makes the offer, read once the établissement is held.</summary>
internal sealed class OuvertureOffres(ISaisieDb db, IVerrous verrous, AccesOffres acces, IAppelant appelant, INumerotation numerotation, TimeProvider horloge)
{
    public async Task<Resultat<Ecriture>> Ouvrir(
        Guid entiteGeographiqueId, Rattachement rattachement, InformationsGenerales informations, Func<EntiteGeographique, OuvertureOffre, Task<Resultat<Offre>>> ouvrir, CancellationToken ct)
    {
        await verrous.Retenir<EntiteGeographique>(entiteGeographiqueId, ct);
        var eg = await db.EntitesGeographiques.Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == entiteGeographiqueId, ct);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var identifiant = await numerotation.SuivantAsync(TypeIdentifiant.Offre, eg.Region, ct);
        var offre = await ouvrir(eg, new(horloge.NouvelId(), identifiant, eg, informations, await acces.Environnement(eg, rattachement, ct)));
        if (!offre.EstSucces)
        {
            return Resultat<Ecriture>.Echec(offre.Erreurs);
        }

        db.Offres.Add(offre.Valeur);
        return Ecriture.DUnNouveau(TypeNoeud.Offre, offre.Valeur);
    }
}
