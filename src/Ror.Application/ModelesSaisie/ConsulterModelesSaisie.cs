using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;

namespace Ror.Application.ModelesSaisie;

/// <summary>Every modèle; with a context, the active ones that fit it, most specific first.</summary>
/// <param name="CodesObsoletes">Only those that name a code that is no longer in force.</param>
public sealed record ListerModelesSaisieQuery(string? Categorie, string? ChampActivite, string? Profession, string? Specialite, bool CodesObsoletes, Page Page)
    : IRequete<Tranche<ModeleSaisieResume>>;

public sealed record ConsulterModeleSaisieQuery(Guid Id) : IRequete<ModeleSaisieLu>;

internal sealed class ConsulterModelesSaisieHandler(IReferentiels referentiels, IModelesSaisie modeles, IAppelant appelant, TimeProvider horloge) :
    IRequestHandler<ListerModelesSaisieQuery, Resultat<Tranche<ModeleSaisieResume>>>,
    IRequestHandler<ConsulterModeleSaisieQuery, Resultat<ModeleSaisieLu>>
{
    private DateOnly Jour => DateOnly.FromDateTime(horloge.Instant());

    private bool Administre => appelant.Perimetre.Roles.Contains(Role.Administrateur);

    public async Task<Resultat<Tranche<ModeleSaisieResume>>> Handle(ListerModelesSaisieQuery request, CancellationToken cancellationToken)
    {
        var tous = request is { Categorie: null, ChampActivite: null, Profession: null, Specialite: null } ? (await modeles.ListerAsync(cancellationToken)).OrderBy(m => m.Id).ToList() : null;
        int? total = request.Page.AvecTotal ? Lus(null).Count() : null;
        return Tranche<ModeleSaisieResume>.De([.. Lus(request.Page.Apres).Take(request.Page.Limite + 1).Select(ModeleSaisieResume.De)], request.Page, m => m.Id, total);

        IEnumerable<ModeleSaisie> Lus(Guid? apres) => (tous?.Where(m => apres is not { } id || m.Id > id) ?? referentiels.Modeles.Resoudre(request.Categorie, request.ChampActivite, request.Profession, request.Specialite, apres))
            .Where(m => EstVu(m) && (!request.CodesObsoletes || CodesObsoletes.De(m, referentiels.Nomenclatures, Jour).Any()));
    }

    public async Task<Resultat<ModeleSaisieLu>> Handle(ConsulterModeleSaisieQuery request, CancellationToken cancellationToken) =>
        await modeles.TrouverAsync(request.Id, cancellationToken) is { } modele && EstVu(modele)
            ? ModeleSaisieLu.De(modele, referentiels.Nomenclatures, Jour, Administre, appelant.EnAnglais) : ModeleErreurs.Introuvable.Avec();

    private bool EstVu(ModeleSaisie modele) => modele.EstVu(appelant);
}
