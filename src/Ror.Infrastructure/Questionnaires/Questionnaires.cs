using System.Text.Json;
using Ror.Application.Commun;
using Ror.Application.ModelesSaisie;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;

namespace Ror.Infrastructure.Questionnaires;

internal sealed class Questionnaires(IReferentiels referentiels, TimeProvider horloge) : IQuestionnaires
{
    // Each level of items is two of JSON; what is deeper is no form.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1_200, AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> Marque => [0xEF, 0xBB, 0xBF];

    public Resultat<QuestionnaireLu> Lire(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith(Marque) ? json[Marque.Length..] : json, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new LectureQuestionnaire(referentiels.Nomenclatures, DateOnly.FromDateTime(horloge.Instant())).Lire(new NoeudFhir(document.RootElement, ""))
                : QuestionnaireErreurs.Forme.Sur("", "Questionnaire", FormesFhir.Objet);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Bytes that are no text are found out when they are read as one.
            return QuestionnaireErreurs.Illisible.Sur("", Lieu(e));
        }
    }

    private static Bilingue Lieu(Exception faute) => faute switch
    {
        JsonException { LineNumber: { } ligne, BytePositionInLine: { } octet } => new($"ligne {ligne + 1}, octet {octet + 1}", $"line {ligne + 1}, byte {octet + 1}"),
        JsonException => new("un membre y est deux fois", "a member is there twice"),
        _ => new("ce texte n'est pas en UTF-8", "this text is not in UTF-8"),
    };

    public byte[] Ecrire(ModeleSaisie modele) => JsonSerializer.SerializeToUtf8Bytes(new EcritureQuestionnaire(referentiels.Nomenclatures).Ecrire(modele), JsonRor.Stockage);
}
