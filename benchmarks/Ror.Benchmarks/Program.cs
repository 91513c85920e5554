using Ror.Benchmarks;

// FSYNC=on tools/avec-postgresql dotnet run -c Release --project benchmarks/Ror.Benchmarks -- parcours
return args switch
{
    ["parcours"] => await ParcoursStructure.MesurerAsync(),
    ["cascade"] => await Cascade.MesurerAsync(),
    _ => Aide(),
};

static int Aide()
{
    Console.Error.WriteLine("Mesures : parcours, cascade");
    return 1;
}
