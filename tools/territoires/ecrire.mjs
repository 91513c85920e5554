// Writes the tables of src/Ror.Domain/Territoires: npm ci, then npm run ecrire. The vintage of the Code officiel géographique is the
// version of the package (6.0.0 = 2026).
import { readFileSync, writeFileSync } from 'node:fs';

const lire = nom => JSON.parse(readFileSync(new URL(`node_modules/@etalab/decoupage-administratif/data/${nom}.json`, import.meta.url), 'utf8'));
const parCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// The agence régionale de santé of Guadeloupe answers for Saint-Barthélemy and Saint-Martin; the other collectivités have no region of the ROR.
const REGION_SANITAIRE = { 977: '01', 978: '01' };

// Files of the trade still write the codes that these two had as communes of Guadeloupe.
const ANCIENS = { 97701: ['97123'], 97801: ['97127'] };

const ecrire = (nom, entete, lignes) => {
  const cellules = lignes.map(ligne => ligne.map(cellule => String(cellule ?? '')));
  const fautive = cellules.find(ligne => ligne.some(cellule => /[;"\n]/.test(cellule)));
  if (fautive) throw new Error(`Une cellule demande des guillemets : ${fautive}`);
  const texte = [entete, ...cellules.sort((a, b) => parCode(a[0], b[0]))].map(ligne => ligne.join(';')).join('\n');
  writeFileSync(new URL(`../../src/Ror.Domain/Territoires/${nom}.csv`, import.meta.url), texte + '\n');
};

const regions = lire('regions').filter(region => region.zone !== 'com');
const communes = lire('communes');
const actuelles = communes.filter(commune => commune.type === 'commune-actuelle');
const codes = new Set(actuelles.map(commune => commune.code));

// Old code → commune of today. Where a commune was split, its déléguée or associée of today says where it went.
const anciens = new Map();
for (const commune of actuelles) {
  for (const ancien of [...(commune.anciensCodes ?? []), ...(ANCIENS[commune.code] ?? [])]) anciens.set(ancien, commune.code);
}
for (const { code, type, chefLieu } of communes) {
  if (type === 'commune-deleguee' || type === 'commune-associee') anciens.set(code, chefLieu);
}
const anciensDe = new Map();
for (const [ancien, code] of [...anciens].filter(([ancien]) => !codes.has(ancien)).sort((a, b) => parCode(a[0], b[0]))) {
  anciensDe.set(code, [...(anciensDe.get(code) ?? []), ancien]);
}


ecrire('regions', ['code', 'nom'], regions.map(region => [region.code, region.nom]));
ecrire('departements', ['code', 'region', 'nom'], lire('departements').map(({ code, region, nom }) =>
  [code, REGION_SANITAIRE[code] ?? (regions.some(r => r.code === region) ? region : ''), nom]));
ecrire('communes', ['code', 'nom', 'population', 'codesPostaux', 'commune', 'anciensCodes'], communes
  .filter(commune => commune.type === 'commune-actuelle' || commune.type === 'arrondissement-municipal')
  .map(({ code, nom, population, codesPostaux, commune }) =>
    [code, nom, population, (codesPostaux ?? []).join(' '), commune, (anciensDe.get(code) ?? []).join(' ')]));
