using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;

namespace Ror.Application.ModelesSaisie;

/// <summary>A Questionnaire as a modèle, in the status that it has: a Projet when it contradicts itself, retired when a newer version is active.</summary>
public sealed record ImporterQuestionnaireCommand(ReadOnlyMemory<byte> Questionnaire) : ICommande;

/// <summary>A modèle as a FHIR R4 Questionnaire.</summary>
public sealed record ExporterQuestionnaireQuery(Guid Id) : IRequete<QuestionnaireEcrit>;

public sealed record QuestionnaireEcrit(byte[] Json, long Version);

internal sealed class EchangerQuestionnairesHandler(IModelesSaisie modeles, IQuestionnaires questionnaires, IReferentiels referentiels, IAppelant appelant, TimeProvider horloge) :
    IRequestHandler<ImporterQuestionnaireCommand, Resultat<Ecriture>>,
    IRequestHandler<ExporterQuestionnaireQuery, Resultat<QuestionnaireEcrit>>
{
    private DateOnly Jour => DateOnly.FromDateTime(horloge.Instant());

    public async Task<Resultat<Ecriture>> Handle(ImporterQuestionnaireCommand request, CancellationToken cancellationToken)
    {
        var lu = questionnaires.Lire(request.Questionnaire);
        if (!lu.EstSucces)
        {
            return Resultat<Ecriture>.Echec(lu.Erreurs);
        }

        await modeles.ReserverAsync(cancellationToken);
        var (modele, avertissements) = (lu.Valeur.Modele with { Id = horloge.NouvelId() }, lu.Valeur.Avertissements);
        var memes = await modeles.VersionsAsync(modele.Url, cancellationToken);
        if (memes.FirstOrDefault(modele.EstLaMemeVersion) is { } connue)
        {
            return ModeleErreurs.DejaLa.Avec(connue.Reference);
        }

        var active = memes.FirstOrDefault(m => m.Statut == StatutModele.Actif);
        if (modele.Statut != StatutModele.Projet && Contradictions.De(modele, referentiels.Nomenclatures, Jour).Count > 0)
        {
            (modele, avertissements) = (modele with { Statut = StatutModele.Projet }, [QuestionnaireErreurs.ResteProjet.Avec(), .. avertissements]);
        }
        else if (modele.Statut == StatutModele.Actif && active?.EstPlusRecentQue(modele) is true)
        {
            (modele, avertissements) = (modele with { Statut = StatutModele.Retire }, [QuestionnaireErreurs.Depassee.Avec(active.Reference), .. avertissements]);
        }

        if (modele.Statut == StatutModele.Projet && memes.FirstOrDefault(m => m.Statut == StatutModele.Projet) is { } projet)
        {
            return ModeleErreurs.ProjetExistant.Avec(projet.Reference);
        }

        List<(Guid, long)> retirees = [];
        if (modele.Statut == StatutModele.Actif && active is not null)
        {
            await modeles.RemplacerAsync(active.Retirer().Valeur, cancellationToken);
            retirees.Add((active.Id, active.Revision + 1));
        }

        modeles.Ajouter(modele);
        return new Ecriture(TypeObjet.ModeleSaisie, modele.Id, modele.Revision, true, avertissements) { Aussi = retirees };
    }

    public async Task<Resultat<QuestionnaireEcrit>> Handle(ExporterQuestionnaireQuery request, CancellationToken cancellationToken) =>
        await modeles.TrouverAsync(request.Id, cancellationToken) is not { } modele || !modele.EstVu(appelant) ? ModeleErreurs.Introuvable.Avec()
        : modele.Statut == StatutModele.Projet && Contradictions.De(modele, referentiels.Nomenclatures, Jour).Count > 0 ? QuestionnaireErreurs.Inexportable.Avec(modele.Reference)
        : new QuestionnaireEcrit(questionnaires.Ecrire(modele), modele.Revision);
}
