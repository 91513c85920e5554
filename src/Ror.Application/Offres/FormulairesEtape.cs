using Ror.Application.Commun;
using Ror.Application.ModelesSaisie;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres;

/// <summary>The form of one step of an offer: fields after the modèle, presets, current values.</summary>
internal sealed class FormulairesEtape(AccesOffres offres, IAppelant appelant)
{
    public async Task<Resultat<EtapeLue<T>>> Lire<T>(Guid offreId, string cle, Func<ContenuOffre, T> valeurs, CancellationToken ct)
    {
        var lu = await EnPlace(offreId, cle, ct);
        return lu.EstSucces ? Lire(lu.Valeur, cle, valeurs) : Resultat<EtapeLue<T>>.Echec(lu.Erreurs);
    }

    /// <summary>The offer, when its parcours has that step.</summary>
    public async Task<Resultat<OffreEnPlace>> EnPlace(Guid offreId, string cle, CancellationToken ct)
    {
        var lu = await offres.Lire(offreId, ct);
        return lu.EstSucces && lu.Valeur.Offre.Parcours.Trouver(cle) is null ? OffreErreurs.EtapeInconnue.Avec(cle) : lu;
    }

    public EtapeLue<T> Lire<T>(OffreEnPlace enPlace, string cle, Func<ContenuOffre, T> valeurs)
    {
        var (offre, eg, environnement) = enPlace;
        var permis = offre.RefuserEtape(cle, environnement) is null && appelant.Perimetre.Refuser(ActionOffre.Modifier, offre.Type, eg.Region, offre.Rpps) is null;
        return FormulaireEtape.De(offre.EvaluerEtapes(environnement).Single(e => e.Etape.Cle == cle), offre.Contexte(environnement) with { Contenu = offres.Montrer(offre.Servi(environnement), offre) }, valeurs, appelant.EnAnglais, offre.Version) with
        {
            Actions = permis ? [new("valider-etape", cle, "PUT", $"{Liens.Offre(offre.Id)}/etapes/{cle}")] : [],
        };
    }
}

internal static class FormulaireEtape
{
    public static EtapeLue<T> De<T>(EtapeEvaluee evaluee, ContexteSaisie contexte, Func<ContenuOffre, T> valeurs, bool enAnglais, long version)
    {
        var (etape, sections) = (evaluee.Etape, evaluee.Etape.Sections);
        var prereglages = sections.Aggregate(ContenuOffre.Vide, (c, s) => s.Ecrire(c, s.Prereglee(contexte)));
        var ecrites = etape.Vue is not null && evaluee is { Etat: EtatEtape.AFaire, Prerempli: false } ? Completees(etape.Vue, contexte.Contenu, prereglages) : contexte.Contenu;
        var courantes = sections.Aggregate(ecrites, (c, s) => s.Ecrire(c, s.Affichee(s.Lire(c) ?? s.Lire(prereglages)!, contexte)));
        var choisitLeModele = etape.Cle == InformationsGenerales.Cle;
        return new(
            etape.Cle,
            etape.Titre,
            etape.ImportantASavoir,
            evaluee.Etat,
            [.. Champs(etape, contexte)],
            valeurs(courantes),
            valeurs(prereglages),
            [.. evaluee.Manquants.Select(m => ErreurLue.De(m, enAnglais))],
            choisitLeModele ? [.. contexte.ModelesProposes.Select(ModeleSaisieResume.De)] : null,
            [],
            version)
        {
            Prerempli = evaluee.Prerempli ? true : null,
        };
    }

    private static IEnumerable<ChampLu> Champs(Etape etape, ContexteSaisie contexte) => etape.Vue is { } vue
        ? vue.Champs.Select(champ => ChampLu.De(ChampEnContexte.De(VueEtape.Section(vue.Emprunts, champ).Cle, champ, contexte), ""))
        : from section in etape.Sections
          from champ in section.Champs
          select ChampLu.De(ChampEnContexte.De(section.Cle, champ, contexte), etape.Sections.Count > 1 ? "/" + section.Cle : "");

    // Several steps write one section: a field of a step that was never validated shows its preset, though the section is there.
    private static ContenuOffre Completees(VueEtape vue, ContenuOffre contenu, ContenuOffre prereglages) => vue.Emprunts.Aggregate(contenu, (c, emprunt) =>
        emprunt.Section.Lire(c) is { } section && !Champ.EstRemplie(emprunt.Lire(section)) ? emprunt.Section.Ecrire(c, emprunt.Ecrire(section, emprunt.Lire(emprunt.Section.Lire(prereglages)!))) : c);
}
