using FluentValidation;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres;

/// <summary>The modèle that an offer takes in the place of its own.</summary>
public sealed record AutreModele : IChamps
{
    public string? ModeleSaisie { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<AutreModele>.Texte("modeleSaisie", "Modèle de saisie", m => m.ModeleSaisie, (m, v) => m with { ModeleSaisie = v }) with
        {
            LongueurMax = 500,
            Aide = "url|version d'un modèle actif qui convient à l'offre ; absent, la version active suivante du sien.",
        },
    ];
}

/// <param name="Modele"><c>url|version</c>; null for the next active version of its own.</param>
public sealed record PrevoirModeleQuery(Guid OffreId, string? Modele) : IRequete<ChangementModeleLu>;

public sealed record ChangerModeleCommand(Guid OffreId, VersionAttendue Version, AutreModele Modele) : ICommande;

internal sealed class ChangerModeleValidator : AbstractValidator<ChangerModeleCommand>
{
    public ChangerModeleValidator(FicheValidator<AutreModele> modele) => RuleFor(c => c.Modele).SetValidator(modele);
}

/// <summary>What an offer becomes under another modèle; nothing is stored.</summary>
/// <param name="Avant"><c>url|version</c>; absent where it has none.</param>
/// <param name="Apres">The same as before when it has no newer one: nothing changes.</param>
/// <param name="Obligatoires">Fields that become mandatory.</param>
/// <param name="Interdites">Entered values that it does not admit: kept, and to be changed before the next validation.</param>
/// <param name="Reglees">Fields that take a value; those of a section that was never written, when it is.</param>
/// <param name="Valeurs">Those values, in the shape of the sections.</param>
/// <param name="Etapes">Steps that will be <c>a-revoir</c>; none after the first publication.</param>
/// <param name="Sections">Sections on which the two modèles differ.</param>
public sealed record ChangementModeleLu(
    string? Avant,
    string Apres,
    IReadOnlyList<ChampToucheLu> Obligatoires,
    IReadOnlyList<ValeurInterditeLue> Interdites,
    IReadOnlyList<ValeurRegleeLue> Reglees,
    ContenuOffre Valeurs,
    IReadOnlyList<string> Etapes,
    IReadOnlyList<string> Sections) : IVersionnee
{
    long IVersionnee.Version => 0;
}

/// <param name="Chemin">JSON Pointer into the section.</param>
/// <param name="Renseigne">It has a value already.</param>
public sealed record ChampToucheLu(string Section, string Chemin, string Libelle, bool Renseigne);

/// <param name="Codes">Absent when the field is not part of these offers.</param>
public sealed record ValeurInterditeLue(string Section, string Chemin, string Libelle, IReadOnlyList<CodeLu>? Codes);

/// <param name="Imposee">In the place of what was entered.</param>
public sealed record ValeurRegleeLue(string Section, string Chemin, string Libelle, bool Imposee);

internal sealed class ChangerModeleHandler(AccesOffres offres, IReferentiels referentiels) :
    IRequestHandler<PrevoirModeleQuery, Resultat<ChangementModeleLu>>,
    IRequestHandler<ChangerModeleCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<ChangementModeleLu>> Handle(PrevoirModeleQuery request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.OffreId, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<ChangementModeleLu>.Echec(lu.Erreurs);
        }

        var (offre, _, environnement) = lu.Valeur;
        var prevu = offre.PrevoirModele(Reference(request.Modele, offre), environnement);
        return prevu.EstSucces ? Lire(prevu.Valeur, offre, environnement) : Resultat<ChangementModeleLu>.Echec([.. prevu.Erreurs.Select(e => offres.Preciser(e, lu.Valeur))]);
    }

    public Task<Resultat<Ecriture>> Handle(ChangerModeleCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId, request.Version, ActionOffre.Modifier, o => o.Offre.ChangerModele(Reference(request.Modele.ModeleSaisie, o.Offre), o.Environnement), cancellationToken);

    private string? Reference(string? demandee, Offre offre) =>
        demandee ?? (referentiels.Modeles.Trouver(offre.Contenu.InformationsGenerales?.ModeleSaisie) is { } sien ? (referentiels.Modeles.PlusRecent(sien) ?? sien).Reference : null);

    private ChangementModeleLu Lire(ChangementModele changement, Offre offre, Environnement environnement)
    {
        var validees = offre.Publie is null ? offre.EvaluerEtapes(environnement).Where(e => e.Etat == Domain.Offres.Parcours.EtatEtape.Validee) : [];
        return new(
            changement.Avant?.Reference,
            changement.Apres.Reference,
            [.. changement.Obligatoires.Select(c => new ChampToucheLu(c.Section, c.Champ.Pointeur, c.Champ.Libelle, LesSections.DeCle(c.Section).Lire(changement.Contenu) is { } section && c.Champ.EstRempli(section)))],
            [.. changement.Interdites.Select(c => new ValeurInterditeLue(c.Section, c.Champ.Pointeur, c.Champ.Libelle, c.Codes is null ? null : [.. c.Codes.Select(code => Code(code.Liste, code.Code))]))],
            [.. changement.Reglees.Select(c => new ValeurRegleeLue(c.Section, c.Champ.Pointeur, c.Champ.Libelle, c.Imposee))],
            changement.Reglees.Aggregate(ContenuOffre.Vide, Ajouter),
            [.. validees.Where(e => e.Etape.Sections.Any(s => changement.Touchees.Contains(s.Cle))).Select(e => e.Etape.Cle)],
            changement.Touchees);
    }

    private static ContenuOffre Ajouter(ContenuOffre contenu, ValeurReglee reglee)
    {
        var section = LesSections.DeCle(reglee.Section);
        return section.Ecrire(contenu, (ISection)reglee.Champ.Ecrire(section.Lire(contenu) ?? section.Vide, reglee.Valeur));
    }

    private CodeLu Code(string liste, CodeNos code) =>
        referentiels.Nomenclatures[liste].Trouver(code) is { } entree ? LectureNomenclatures.De(entree) : new(code.Code, code.Code, code.Systeme ?? referentiels.Nomenclatures[liste].Url);
}
