// Drives Swagger UI as a tester would. One order per line on the standard input, one answer per line on the standard output, both JSON.
// node pilote.mjs <browser> <address of the service>
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const [executablePath, adresse] = process.argv.slice(2);
const incidents = [];

const navigateur = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await navigateur.newPage({ viewport: { width: 1300, height: 900 } });
page.setDefaultTimeout(60_000);
page.on('console', (m) => { if (m.type() === 'error') incidents.push(`console : ${m.text()} ${m.location().url}`); });
page.on('pageerror', (e) => incidents.push(`exception : ${e.message}`));
page.on('requestfailed', (r) => incidents.push(`requête échouée : ${r.url()} ${r.failure()?.errorText}`));

// Nothing leaves for another host: the attempt is told, and goes nowhere.
await page.route((url) => /^https?:$/.test(url.protocol) && url.origin !== adresse, (route) => {
  incidents.push(`autre hôte : ${route.request().url()}`);
  return route.abort();
});

// Beyond 150 rows the page draws only those on the screen: one group is unfolded at a time.
const groupes = new Map();
const deplier = async (groupe) => {
  for (const ouvert of await page.locator('.opblock-tag[data-is-open="true"]').all()) {
    if (await ouvert.getAttribute('id') === await groupe.getAttribute('id')) return;
    await ouvert.click();
  }
  await groupe.click();
};

const actes = {
  async ouvrir() {
    const { paths } = await (await fetch(`${adresse}/openapi/v1.json`)).json();
    for (const { operationId, tags } of Object.values(paths).flatMap((chemin) => Object.values(chemin))) groupes.set(operationId, tags?.[0]);
    await page.goto(`${adresse}/swagger`);
    await page.locator('.opblock-tag').first().waitFor();
    await page.locator('#ror-personas button').first().waitFor();
  },

  async devenir({ persona }) {
    const bouton = page.locator('#ror-personas button', { hasText: new RegExp(`^${persona}$`) });
    await bouton.click();
    await page.locator('#ror-personas button[aria-pressed=true]', { hasText: persona }).waitFor();
  },

  // Unfolds the operation, tries it out with what is there or what is given, and reads the answer on the screen.
  async executer({ operation, parametres, corps }) {
    const bloc = page.locator(`.opblock[id$="-${operation}"]`);
    const groupe = page.locator('.opblock-tag', { has: page.locator('a', { hasText: new RegExp(`^${groupes.get(operation)}$`) }) });
    await deplier(groupe);
    if (!(await bloc.getAttribute('class')).includes('is-open')) await bloc.locator('.opblock-summary-control').click();
    const essayer = bloc.locator('.try-out__btn', { hasText: 'Try it out' });
    const effacer = bloc.locator('.btn-clear');
    const envoyer = bloc.locator('.execute');
    await essayer.or(envoyer).first().waitFor();
    if (await essayer.isVisible()) await essayer.click();
    if (await effacer.isVisible()) await effacer.click();
    for (const [nom, valeur] of Object.entries(parametres ?? {})) await bloc.locator(`tr[data-param-name="${nom}"] input`).fill(valeur);
    if (corps) await bloc.locator('textarea.body-param__text').fill(corps);
    await envoyer.click();
    const reponse = bloc.locator('.live-responses-table tbody tr.response').first();
    const statut = await reponse.locator('.response-col_status').innerText();
    const texte = reponse.locator('.response-col_description .highlight-code code');
    return { statut: parseInt(statut, 10), affiche: await texte.count() ? await texte.first().textContent() : '' };
  },

  async capturer({ fichier }) {
    await page.screenshot({ path: fichier });
  },
};

for await (const ligne of createInterface({ input: process.stdin })) {
  const { acte, ...ordre } = JSON.parse(ligne);
  let reponse;
  try {
    reponse = (await actes[acte](ordre)) ?? {};
  } catch (e) {
    reponse = { erreur: `${acte} ${JSON.stringify(ordre)} : ${e.message}` };
  }
  console.log(JSON.stringify({ ...reponse, incidents: incidents.splice(0) }));
}
await navigateur.close();
