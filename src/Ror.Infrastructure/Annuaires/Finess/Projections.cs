namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>
/// A projected system on the GRS 80 ellipsoid. Its datum is WGS 84 to less than a metre, so that no shift is applied (docs/adr/0026).
/// </summary>
internal abstract class Projection
{
    protected const double DemiGrandAxe = 6_378_137;
    protected const double Aplatissement = 1 / 298.257222101;

    public static Projection Lambert93 { get; } = new Lambert();

    public static Projection Utm(int fuseau, bool sud) => new Mercator(fuseau, sud);

    /// <param name="x">Easting, metres.</param>
    /// <param name="y">Northing, metres.</param>
    /// <returns>Degrees; not a number where the projection has no such point.</returns>
    public abstract (double Latitude, double Longitude) Inverser(double x, double y);

    protected static double Degres(double radians) => radians * 180 / Math.PI;

    /// <summary>Lambert conformal conic of métropole: parallels 44° and 49°, origin 46.5° N and 3° E.</summary>
    private sealed class Lambert : Projection
    {
        private const double X0 = 700_000;
        private const double Y0 = 6_600_000;
        private const double Longitude0 = 3;

        private readonly double _n;
        private readonly double _c;
        private readonly double _sommet;

        public Lambert()
        {
            var (phi0, phi1, phi2) = (Radians(46.5), Radians(44), Radians(49));
            _n = Math.Log(Rayon(phi2) / Rayon(phi1)) / (Isometrique(phi1) - Isometrique(phi2));
            _c = Rayon(phi1) * Math.Exp(_n * Isometrique(phi1)) / _n;
            _sommet = Y0 + (_c * Math.Exp(-_n * Isometrique(phi0)));
        }

        private static double Excentricite { get; } = Math.Sqrt(Aplatissement * (2 - Aplatissement));

        public override (double Latitude, double Longitude) Inverser(double x, double y)
        {
            var (dx, dy) = (x - X0, _sommet - y);
            var isometrique = Math.Log(_c / Math.Sqrt((dx * dx) + (dy * dy))) / _n;
            var phi = 0.0;

            // Each turn divides the error by more than a hundred.
            for (var tour = 0; tour < 8; tour++)
            {
                phi = Math.Asin(Math.Tanh(isometrique + (Excentricite * Math.Atanh(Excentricite * Math.Sin(phi)))));
            }

            return (Degres(phi), Longitude0 + Degres(Math.Atan2(dx, dy) / _n));
        }

        private static double Radians(double degres) => degres * Math.PI / 180;

        // Radius of the parallel.
        private static double Rayon(double phi) => DemiGrandAxe * Math.Cos(phi) / Math.Sqrt(1 - Math.Pow(Excentricite * Math.Sin(phi), 2));

        private static double Isometrique(double phi) => Math.Atanh(Math.Sin(phi)) - (Excentricite * Math.Atanh(Excentricite * Math.Sin(phi)));
    }

    /// <summary>UTM by the series of Krüger in the third flattening, to its fourth order: far below a millimetre within a zone.</summary>
    private sealed class Mercator(int fuseau, bool sud) : Projection
    {
        private const double X0 = 500_000;
        private const double Echelle = 0.9996;
        private const double N = Aplatissement / (2 - Aplatissement);
        private const double N2 = N * N;
        private const double N3 = N2 * N;
        private const double N4 = N3 * N;
        private const double RayonMeridien = DemiGrandAxe / (1 + N) * (1 + (N2 / 4) + (N4 / 64));

        // From the plane to the conformal sphere, then from its latitude to ours.
        private static readonly double[] Beta =
        [
            (N / 2) - (2.0 / 3 * N2) + (37.0 / 96 * N3) - (1.0 / 360 * N4),
            (1.0 / 48 * N2) + (1.0 / 15 * N3) - (437.0 / 1440 * N4),
            (17.0 / 480 * N3) - (37.0 / 840 * N4),
            4397.0 / 161280 * N4,
        ];

        private static readonly double[] Delta =
        [
            (2 * N) - (2.0 / 3 * N2) - (2 * N3) + (116.0 / 45 * N4),
            (7.0 / 3 * N2) - (8.0 / 5 * N3) - (227.0 / 45 * N4),
            (56.0 / 15 * N3) - (136.0 / 35 * N4),
            4279.0 / 630 * N4,
        ];

        public override (double Latitude, double Longitude) Inverser(double x, double y)
        {
            var xi = (y - (sud ? 10_000_000 : 0)) / (Echelle * RayonMeridien);
            var eta = (x - X0) / (Echelle * RayonMeridien);
            var (xi1, eta1) = (xi, eta);
            for (var i = 0; i < Beta.Length; i++)
            {
                xi1 -= Beta[i] * Math.Sin(2 * (i + 1) * xi) * Math.Cosh(2 * (i + 1) * eta);
                eta1 -= Beta[i] * Math.Cos(2 * (i + 1) * xi) * Math.Sinh(2 * (i + 1) * eta);
            }

            var chi = Math.Asin(Math.Sin(xi1) / Math.Cosh(eta1));
            var phi = chi + Delta.Select((d, i) => d * Math.Sin(2 * (i + 1) * chi)).Sum();
            return (Degres(phi), (6 * fuseau) - 183 + Degres(Math.Atan2(Math.Sinh(eta1), Math.Cos(xi1))));
        }
    }
}
