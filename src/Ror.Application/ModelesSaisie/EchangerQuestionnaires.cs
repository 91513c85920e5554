using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;

namespace Ror.Application.ModelesSaisie;

/// <summary>A Questionnaire as a modèle, in the status that it has; kept as a Projet when it is active and contradicts itself.</summary>
public sealed record ImporterQuestionnaireCommand(ReadOnlyMemory<byte> Questionnaire) : ICommande;

/// <summary>A modèle as a FHIR R4 Questionnaire.</summary>
public sealed record ExporterQuestionnaireQuery(Guid Id) : IRequete<QuestionnaireEcrit>;

public sealed record QuestionnaireEcrit(byte[] Json, long Version);

internal sealed class EchangerQuestionnairesHandler(IModelesSaisie modeles, IQuestionnaires questionnaires, IReferentiels referentiels, TimeProvider horloge) :
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
        var memes = (await modeles.ListerAsync(cancellationToken)).Where(m => m.Url == modele.Url).ToList();
        if (memes.Any(m => m.Version == modele.Version))
        {
            return ModeleErreurs.DejaLa.Avec(modele.Reference);
        }

        if (modele.Statut == StatutModele.Actif)
        {
            var active = (modele with { Statut = StatutModele.Projet }).Activer(referentiels.Nomenclatures, Jour);
            (modele, avertissements) = active.EstSucces ? (active.Valeur, avertissements)
                : (modele with { Statut = StatutModele.Projet }, [QuestionnaireErreurs.ResteProjet.Avec(), .. avertissements]);
        }

        if (modele.Statut == StatutModele.Actif)
        {
            foreach (var ancienne in memes.Where(m => m.Statut == StatutModele.Actif))
            {
                await modeles.RemplacerAsync(ancienne.Retirer().Valeur, cancellationToken);
            }
        }

        modeles.Ajouter(modele);
        return new Ecriture(TypeObjet.ModeleSaisie, modele.Id, modele.Revision, true, avertissements);
    }

    public async Task<Resultat<QuestionnaireEcrit>> Handle(ExporterQuestionnaireQuery request, CancellationToken cancellationToken) =>
        await modeles.TrouverAsync(request.Id, cancellationToken) is not { } modele ? ModeleErreurs.Introuvable.Avec()
        : modele.Statut == StatutModele.Projet && Contradictions.De(modele, referentiels.Nomenclatures, Jour).Count > 0 ? QuestionnaireErreurs.Inexportable.Avec(modele.Reference)
        : new QuestionnaireEcrit(questionnaires.Ecrire(modele), modele.Revision);
}
