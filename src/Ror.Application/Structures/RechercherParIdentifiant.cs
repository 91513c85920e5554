using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Professionnels;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

/// <summary>Any object of the perimeter by any of its identifiers; a FINESS may name both a legal entity and an établissement.</summary>
/// <param name="Valeur">idNat_Struct, FINESS, SIREN, SIRET, RPPS-rang, ADELI-rang, RPPS, or a regional identifier with a slash or a hyphen.</param>
public sealed record RechercherParIdentifiantQuery(string Valeur) : IRequete<ObjetsTrouves>;

/// <param name="Elements">Empty when nothing in sight bears it.</param>
/// <param name="Professionnel">Whom it names, when it is an RPPS.</param>
public sealed record ObjetsTrouves(IReadOnlyList<StructureCitee> Elements, ProfessionnelCite? Professionnel = null);

/// <summary>A professional named in passing.</summary>
public sealed record ProfessionnelCite(string Rpps, string Nom, string? Prenom, string Href);

internal sealed class RechercherParIdentifiantHandler(ISaisieDb db, IAppelant appelant) : IRequestHandler<RechercherParIdentifiantQuery, Resultat<ObjetsTrouves>>
{
    private static readonly string[] Prefixes = ["", "0", "1", "2", "3", "4", "EJ"];

    public async Task<Resultat<ObjetsTrouves>> Handle(RechercherParIdentifiantQuery request, CancellationToken cancellationToken) =>
        IdentifiantRegional.Lire(request.Valeur) is { } regional ? new ObjetsTrouves(await Regionaux(regional, cancellationToken))
            : (Nationaux(request.Valeur), IdentifiantsNationaux.EstRpps(request.Valeur)) is var (nationaux, estRpps) && (nationaux.Count > 0 || estRpps)
                ? new ObjetsTrouves(await Structures(nationaux, cancellationToken), estRpps ? await Professionnel(request.Valeur, cancellationToken) : null)
            : RequeteErreurs.ParametreInvalide.Avec("valeur");

    private async Task<ProfessionnelCite?> Professionnel(string rpps, CancellationToken ct) =>
        await db.ProfessionnelVisibleAsync(appelant.Perimetre, rpps, ct) is { Fiche: var fiche }
            ? new(rpps, fiche.Nom, fiche.Prenom, Liens.Professionnel(rpps)) : null;

    // With its prefix, or bare.
    private static List<IdNatStruct> Nationaux(string valeur) => [.. Prefixes.Select(prefixe => IdNatStruct.Lire(prefixe + valeur)).OfType<IdNatStruct>()];

    private async Task<List<StructureCitee>> Structures(List<IdNatStruct> identifiants, CancellationToken ct)
    {
        var numeros = identifiants.Select(i => i.NumeroSirene).OfType<string>().ToList();
        var entites = await db.EntitesJuridiques.AsNoTracking().Visibles(db, appelant.Perimetre)
            .Where(e => identifiants.Contains(e.IdNatStruct) || numeros.Contains(e.NumSiren!)).OrderBy(e => e.Id).ToListAsync(ct);
        var sites = await db.EntitesGeographiques.AsNoTracking().Visibles(appelant.Perimetre)
            .Where(e => identifiants.Contains(e.IdNatStruct) || numeros.Contains(e.NumSiret!)).OrderBy(e => e.Id).ToListAsync(ct);
        return
        [
            .. entites.Select(e => new StructureCitee(e.Id, TypeNoeud.EntiteJuridique, e.RaisonSociale, e.IdNatStruct.Valeur, Liens.EntiteJuridique(e.Id))),
            .. sites.Select(e => new StructureCitee(e.Id, e.Type, e.Denomination, e.IdNatStruct.Valeur, Liens.EntiteGeographique(e.Id))),
        ];
    }

    private async Task<List<StructureCitee>> Regionaux(IdentifiantRegional identifiant, CancellationToken ct)
    {
        var visibles = db.EntitesGeographiques.Visibles(appelant.Perimetre);
        var poles = await db.Poles.AsNoTracking().Where(p => p.Identifiant == identifiant && visibles.Any(e => e.Id == p.EntiteGeographiqueId)).ToListAsync(ct);
        var unites = await db.UnitesFonctionnelles.AsNoTracking().Where(u => u.Identifiant == identifiant && visibles.Any(e => e.Id == u.EntiteGeographiqueId)).ToListAsync(ct);
        var lieux = await db.Lieux.AsNoTracking().Where(l => l.Identifiant == identifiant && visibles.Any(e => e.Id == l.EntiteGeographiqueId)).ToListAsync(ct);
        var offres = await db.OffresVisibles(appelant.Perimetre).Where(o => o.Identifiant == identifiant).ToListAsync(ct);
        return
        [
            .. poles.Concat<OrganisationInterne>(unites).Select(o => new StructureCitee(o.Id, o.Type, o.Nom, o.Identifiant.Valeur, Liens.De(o.Type, o.Id))),
            .. lieux.Select(l => new StructureCitee(l.Id, l.Type, l.Nom, l.Identifiant.Valeur, Liens.Lieu(l.Id))),
            .. offres.Select(o => new StructureCitee(o.Id, o.Type, o.Nom, o.Identifiant.Valeur, Liens.Offre(o.Id))),
        ];
    }
}
