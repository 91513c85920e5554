using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;

namespace Ror.Application.ModelesSaisie;

/// <param name="Modele">Without an id of this service.</param>
/// <param name="Avertissements">All that the Questionnaire says and the modèle does not.</param>
public sealed record QuestionnaireLu(ModeleSaisie Modele, IReadOnlyList<Erreur> Avertissements);

/// <summary>Modèles as FHIR R4 Questionnaires of the ROR profile (SDC).</summary>
public interface IQuestionnaires
{
    Resultat<QuestionnaireLu> Lire(ReadOnlyMemory<byte> json);

    /// <summary>One that <see cref="Lire"/> reads back as the same modèle.</summary>
    byte[] Ecrire(ModeleSaisie modele);
}
