using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Imports;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Application.Professionnels;

/// <summary>A professional by RPPS: for themselves, référents and administrators.</summary>
public sealed record ConsulterProfessionnelQuery(string Rpps) : IRequete<ProfessionnelLu>;

internal sealed class ConsulterProfessionnelHandler(ISaisieDb db, IImportsDb imports, IAppelant appelant, IReferentiels referentiels, TimeProvider horloge)
    : IRequestHandler<ConsulterProfessionnelQuery, Resultat<ProfessionnelLu>>
{
    public async Task<Resultat<ProfessionnelLu>> Handle(ConsulterProfessionnelQuery request, CancellationToken cancellationToken)
    {
        if (await db.ProfessionnelVisibleAsync(appelant.Perimetre, request.Rpps, cancellationToken) is not { } professionnel)
        {
            return ProfessionnelErreurs.Introuvable.Avec();
        }

        var fiche = professionnel.Fiche;
        var identifiants = fiche.Lieux();
        var etablissements = await db.EntitesGeographiques.AsNoTracking().Where(e => identifiants.Contains(e.IdNatStruct)).ToDictionaryAsync(e => e.IdNatStruct.Valeur, cancellationToken);
        var offres = (await db.Offres.AsNoTracking().Where(o => o.Rpps == request.Rpps && o.Statut != StatutOffre.FermeeDefinitivement).OrderBy(o => o.Id)
            .Select(o => new { o.Id, o.Identifiant, o.CabinetId }).ToListAsync(cancellationToken)).ToLookup(o => o.CabinetId!.Value, o => (o.Id, Identifiant: o.Identifiant.Valeur));
        var edition = await imports.Imports.Where(i => i.Genre == GenreImport.Rpps && i.Etat == EtatImport.Termine && !i.Simulation).MaxAsync(i => i.DonneesDu, cancellationToken);
        return new ProfessionnelLu(
            professionnel.Id,
            fiche.Rpps,
            fiche.Civilite,
            fiche.CiviliteExercice,
            fiche.Nom,
            fiche.Prenom,
            [.. fiche.Exercices.Select(referentiels.Nomenclatures.Lire)],
            [.. fiche.Situations.Select(s => Lire(fiche.Rpps, s, etablissements.GetValueOrDefault(s.Structure), offres))],
            FraicheurLue.De(professionnel.DonneesDu, edition, professionnel.VerifieLe, horloge.Instant()),
            [new("mes-offres", null, "GET", $"{Liens.Professionnel(fiche.Rpps)}/offres"), new("actualiser", null, "POST", $"{Liens.Professionnel(fiche.Rpps)}/actualisation")],
            professionnel.Version);
    }

    private SituationLue Lire(string rpps, SituationExercice situation, EntiteGeographique? eg, ILookup<Guid, (Guid Id, string Identifiant)> offres) => new(
        situation.Structure,
        situation.NomStructure,
        eg is null ? null : new(eg.Id, TypeNoeud.EntiteGeographique, eg.Denomination, eg.IdNatStruct.Valeur, Voit(eg) ? Liens.EntiteGeographique(eg.Id) : null),
        referentiels.Nomenclatures.Profession(situation.Profession),
        situation.Mode is null ? null : referentiels.Nomenclatures.Lire("J217", situation.Mode),
        situation.SecteurActivite,
        situation.GenreActivite,
        situation.Telephones,
        situation.Courriel,
        referentiels.Nomenclatures.Lire(situation.Conventionnement),
        eg is not null && situation.EstLiberale ? offres[eg.Id].Select(o => new OffreCitee(o.Id, o.Identifiant, Voit(eg) || appelant.Perimetre.RppsPropre == rpps ? Liens.Offre(o.Id) : null)).FirstOrDefault() : null);

    private bool Voit(EntiteGeographique eg) => appelant.Perimetre.Voit(eg.IdNatStruct.Valeur, eg.Region);
}
