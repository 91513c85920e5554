// Swagger UI helpers: one click to become a persona, If-Match filled in.
(() => {
  const etags = new Map();
  const ressource = (url) => {
    // Attaching an offer to a lieu changes the offer.
    const chemin = new URL(url, location.href).pathname.replace(/^\/api\/v1\/lieux\/[^/]+\/offres\//, '/api/v1/offres/');
    const objet = chemin.match(/^\/api\/v1\/(offres|lieux|anomalies|entites-juridiques|entites-geographiques|poles|unites-fonctionnelles|modeles-saisie)\/[^/]+/);
    return objet ? objet[0] : chemin;
  };
  // Views with an ETag of their own, which is not the one of the object.
  const vue = ({ url, obj }) => {
    const chemin = new URL(url, location.href).pathname;
    return /\/(versions(\/\d+(\/differences)?)?|arborescence|formulaire-offre|usages|questionnaire)$/.test(chemin) || (chemin.endsWith('/changement-modele') && !(obj || {}).statut);
  };

  window.rorReponse = (reponse) => {
    const etag = reponse.headers && reponse.headers.etag;
    const cle = reponse.headers && reponse.headers.location || (vue(reponse) ? null : ressource(reponse.url));
    if (etag && reponse.ok && cle) etags.set(cle, etag);
    return reponse;
  };

  window.rorRequete = async (requete) => {
    const nom = Object.keys(requete.headers || {}).find((n) => n.toLowerCase() === 'if-match');
    if (!nom || requete.headers[nom].replaceAll('"', '') !== 'courant') return requete;
    const cle = ressource(requete.url);
    if (!etags.has(cle)) {
      const lecture = await fetch(cle, { headers: { Authorization: requete.headers.Authorization || '' } });
      if (lecture.headers.get('etag')) etags.set(cle, lecture.headers.get('etag'));
    }
    if (etags.has(cle)) requete.headers[nom] = etags.get(cle);
    return requete;
  };

  const devenir = async (persona, bouton) => {
    const reponse = await fetch('/dev/jetons', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ persona }),
    });
    const jeton = (await reponse.json()).access_token;
    etags.clear();
    window.ui.preauthorizeApiKey('Bearer', jeton);
    document.querySelectorAll('#ror-personas button').forEach((b) => b.setAttribute('aria-pressed', String(b === bouton)));
  };

  const afficher = async () => {
    const reponse = await fetch('/dev/personas');
    if (!reponse.ok) return;
    const barre = document.createElement('div');
    barre.id = 'ror-personas';
    barre.innerHTML = '<style>#ror-personas{position:sticky;top:0;z-index:9;background:#fff;border-bottom:1px solid #ccc;padding:8px 20px;font:14px sans-serif}'
      + '#ror-personas button{margin:2px 4px;padding:4px 10px;border:1px solid #888;border-radius:12px;background:#f4f4f4;cursor:pointer}'
      + '#ror-personas button[aria-pressed=true]{background:#0a5;color:#fff;border-color:#0a5}</style><strong>Devenir :</strong>';
    for (const { nom, description } of (await reponse.json()).elements) {
      const bouton = document.createElement('button');
      bouton.textContent = nom;
      bouton.title = description;
      bouton.onclick = () => devenir(nom, bouton);
      barre.append(bouton);
    }
    document.body.prepend(barre);
  };
  addEventListener('load', afficher);
})();
