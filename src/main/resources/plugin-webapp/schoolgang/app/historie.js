/* The page Historie: search ended process instances. One of them is shown by verloop.js. */
import { adres, adresvragen, el, haal, invulveld, keuzelijst, moment, toon, zaaklink } from './bouwsteen.js';
import { duur, verloop } from './verloop.js';

const PAD = '/historie';

let zojuistGezocht = false;

export function pagina(node) {
  const vragen = adresvragen();
  const inhoud = el('main', { class: 'sg-cockpit sg-pagina', id: 'sg-historie' });
  node.append(inhoud);
  if (vragen.instantie) {
    verloop(inhoud, vragen.instantie);
    return;
  }
  const terug = zojuistGezocht;
  zojuistGezocht = false;
  zoek(inhoud, vragen).then(() => terug && inhoud.querySelector('#sg-uitkomst')?.focus());
}

/** A refusal of what was filled in stands at its field, and nothing that was filled in is lost. */
async function zoek(plek, vragen) {
  await toon(plek, haal('historie', vragen).catch((fout) => {
    if (!fout.fouten?.length) {
      throw fout;
    }
    return haal('historie').then((antwoord) => ({ ...antwoord, regels: [], verder: null, fouten: fout.fouten }));
  }), (antwoord) => [el('h1', {}, 'Historie'), el('p', {}, 'Afgelopen processen met de weg die zij aflegden. Procedures met beperkte toegang staan '
    + 'nooit in Cockpit.'), formulier(antwoord, vragen), antwoord.fouten ? null : lijst(antwoord, vragen)]);
}

function formulier(antwoord, vragen) {
  const fout = (veld) => antwoord.fouten?.find((f) => f.veld === veld)?.reden;
  const kies = (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const nieuw = adres(PAD, Object.fromEntries(new FormData(gebeurtenis.target)));
    zojuistGezocht = nieuw !== window.location.hash;
    window.location.hash = nieuw;
  };
  return el('form', { class: 'sg-filter', role: 'search', 'aria-label': 'Afgelopen processen zoeken', novalidate: true, submit: kies },
    invulveld('sg-zaaknummer', 'Zaaknummer begint met', 'text', vragen.zaaknummer, fout('zaaknummer')),
    keuzelijst('sg-procedure', 'Procedure', [['', 'alle'], ...antwoord.procedures.map((p) => [p.code, p.naam])], vragen.procedure),
    antwoord.gemeenten.length > 1
      && keuzelijst('sg-gemeente', 'Gemeente', [['', 'alle'], ...antwoord.gemeenten.map((g) => [g.code, g.naam])], vragen.gemeente),
    invulveld('sg-van', 'Afgelopen vanaf', 'date', vragen.van, fout('van')),
    invulveld('sg-tot', 'tot en met', 'date', vragen.tot, fout('tot')),
    el('button', { type: 'submit', class: 'btn btn-primary' }, 'Zoek'));
}

function lijst(antwoord, vragen) {
  const aantal = antwoord.regels.length;
  const kop = el('h2', { id: 'sg-uitkomst', tabindex: '-1' }, aantal === 0 ? 'Niets gevonden'
    : `${aantal}${antwoord.verder || vragen.na ? ' processen op deze bladzijde' : aantal === 1 ? ' proces' : ' processen'}`);
  if (aantal === 0) {
    return [kop, el('p', {}, 'Er is geen afgelopen proces dat past bij uw vraag.')];
  }
  const naam = (code) => antwoord.procedures.find((p) => p.code === code)?.naam || code;
  return [kop, el('div', { class: 'sg-schuif', tabindex: '0', role: 'region', 'aria-labelledby': 'sg-uitkomst' },
    el('table', { class: 'table cam-table sg-tabel' },
      el('thead', {}, el('tr', {}, ['Zaak', 'Procedure', 'Begonnen', 'Afgelopen', 'Duur', 'Einde'].map((k) => el('th', { scope: 'col' }, k)))),
      el('tbody', {}, antwoord.regels.map((regel) => el('tr', {},
        el('td', {}, el('a', { href: adres(PAD, { instantie: regel.instantie }) }, regel.zaaknummer || 'zonder zaak'),
          regel.magZaak && el('div', {}, zaaklink(regel.zaaknummer, 'Zaak openen'), el('span', { class: 'sr-only' }, ` ${regel.zaaknummer}`))),
        el('td', {}, naam(regel.procedure)),
        el('td', {}, moment(regel.begin)),
        el('td', {}, moment(regel.einde)),
        el('td', {}, duur(regel.seconden)),
        el('td', {}, regel.afgebroken ? 'tussentijds beëindigd' : 'volgens het model')))))),
  antwoord.verder && el('p', {}, el('a', { href: adres(PAD, { ...vragen, na: antwoord.verder }), click: () => { zojuistGezocht = true; } },
    'Volgende bladzijde'))];
}
