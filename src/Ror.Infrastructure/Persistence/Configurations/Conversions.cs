using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Ror.Application.Commun;
using Ror.Domain.Anomalies;
using Ror.Domain.Identifiants;

namespace Ror.Infrastructure.Persistence.Configurations;

/// <summary>UTC instants; engines that forget the kind get it back.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTime, DateTime>(i => i, i => DateTime.SpecifyKind(i, DateTimeKind.Utc));

internal sealed class IdNatStructConverter() : ValueConverter<IdNatStruct, string>(i => i.Valeur, v => IdNatStruct.LireConnu(v)!);

internal sealed class IdentifiantRegionalConverter() : ValueConverter<IdentifiantRegional, string>(i => i.Valeur, v => IdentifiantRegional.Lire(v)!);

internal sealed class DestinataireConverter() : ValueConverter<DestinataireAnomalie, string>(d => d.ToString(), v => DestinataireAnomalie.Lire(v)!);

internal sealed class ValeurJsonConverter() : ValueConverter<ValeurJson, string>(v => v.Texte, v => ValeurJson.De(v));

/// <summary>An immutable value stored as one JSON text; compared by value, replaced whole.</summary>
internal sealed class JsonConverter<T>() : ValueConverter<T, string>(
    v => JsonSerializer.Serialize(v, JsonRor.Stockage),
    json => JsonSerializer.Deserialize<T>(json, JsonRor.Stockage)!);

/// <summary>Immutable values: equality is their own, no snapshot is needed.</summary>
internal sealed class ParValeur<T>() : ValueComparer<T>((a, b) => EqualityComparer<T>.Default.Equals(a, b), v => v == null ? 0 : v.GetHashCode());
