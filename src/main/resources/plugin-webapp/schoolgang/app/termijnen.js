/* The page Termijnen, the tile on the dashboard and the tab on a process instance. */
import { adres, adresvragen, el, haal, keuzelijst, korteDag, langeDag, toon, zaaklink } from './bouwsteen.js';
import { kop, stand, waarom } from './termijnregel.js';
import { wijzigen } from './wijzigen.js';

const PAD = '/termijnbewaking';
const STANDEN = [['', 'alles wat openstaat'], ['te-laat', 'te laat'], ['dreigt', 'dreigt te verlopen'], ['loopt', 'loopt'], ['opgeschort', 'opgeschort']];
const KOLOMMEN = ['Zaak', 'Termijn', 'Laatste dag', 'Stand', 'Behandelaar'];

/** After a choice the page is made anew; who made it must be where the answer is. */
let zojuistGekozen = false;

export function pagina(node) {
  const gekozen = adresvragen();
  const inhoud = el('main', { class: 'sg-cockpit sg-pagina', id: 'sg-termijnen' });
  node.append(inhoud);
  const terug = zojuistGekozen;
  zojuistGekozen = false;
  toon(inhoud, haal('termijnen', gekozen), (antwoord) => [
    el('h1', {}, 'Termijnen'),
    el('p', {}, `Vandaag is het ${langeDag(antwoord.vandaag)}. Termijnen van procedures met beperkte toegang staan nooit in Cockpit; die vindt u `,
      'in Schoolgang zelf, als u er recht op hebt.'),
    filter(antwoord, gekozen),
    lijst(antwoord, gekozen),
  ]).then(() => terug && inhoud.querySelector('#sg-uitkomst')?.focus());
}

function filter(antwoord, gekozen) {
  const kies = (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const nieuw = adres(PAD, Object.fromEntries(new FormData(gebeurtenis.target)));
    zojuistGekozen = nieuw !== window.location.hash;
    window.location.hash = nieuw;
  };
  return el('form', { class: 'sg-filter', 'aria-label': 'Termijnen kiezen', submit: kies },
    keuzelijst('sg-gemeente', 'Gemeente', [['', 'alle'], ...antwoord.gemeenten.map((g) => [g.code, g.naam])], gekozen.gemeente),
    keuzelijst('sg-procedure', 'Procedure', [['', 'alle'], ...antwoord.procedures.map((p) => [p.code, p.naam])], gekozen.procedure),
    keuzelijst('sg-week', 'Laatste dag in', [['', 'alle weken'], ...antwoord.weken.map((week, n) => [week,
      n === 0 ? 'deze week' : n === 1 ? 'volgende week' : `de week van ${korteDag(week)}`])], gekozen.week),
    keuzelijst('sg-stand', 'Stand', STANDEN, gekozen.stand),
    el('button', { type: 'submit', class: 'btn btn-primary' }, 'Toon'));
}

function lijst(antwoord, gekozen) {
  const aantal = antwoord.termijnen.length;
  const kopregel = el('h2', { id: 'sg-uitkomst', tabindex: '-1' }, aantal === 0 ? 'Geen termijnen gevonden'
    : `${aantal}${antwoord.verder || gekozen.na ? ' termijnen op deze bladzijde' : aantal === 1 ? ' termijn' : ' termijnen'}`);
  if (aantal === 0) {
    return [kopregel, el('p', {}, 'Er loopt geen termijn die past bij uw keuze.')];
  }
  const meerGemeenten = antwoord.gemeenten.length > 1;
  return [kopregel, el('div', { class: 'sg-schuif', tabindex: '0', role: 'region', 'aria-labelledby': 'sg-uitkomst' },
    el('table', { class: 'table cam-table sg-tabel' },
      el('thead', {}, el('tr', {}, KOLOMMEN.map((naam) => el('th', { scope: 'col' }, naam)))),
      el('tbody', {}, antwoord.termijnen.map((termijn) => el('tr', {},
        el('td', {}, zaak(termijn), meerGemeenten && el('div', { class: 'sg-zacht' },
          antwoord.gemeenten.find((g) => g.code === termijn.gemeente).naam)),
        el('td', {}, kop(termijn), waarom(termijn)),
        el('td', {}, langeDag(termijn.laatsteDag)),
        el('td', {}, stand(termijn, antwoord.vandaag)),
        el('td', {}, termijn.behandelaar || 'nog niemand')))))),
  antwoord.verder && el('p', {}, el('a', { href: adres(PAD, { ...gekozen, na: antwoord.verder }), click: () => { zojuistGekozen = true; } },
    'Volgende bladzijde'))].filter(Boolean);
}

const zaak = (termijn) => el('div', {},
  termijn.instantie
    ? el('a', { href: `#/process-instance/${termijn.instantie}/runtime?tab=termijnen` }, termijn.zaaknummer) : termijn.zaaknummer,
  termijn.magZaak && el('div', {}, zaaklink(termijn.zaaknummer, 'Zaak openen'),
    el('span', { class: 'sr-only' }, ` ${termijn.zaaknummer}`)));

export function tegel(node) {
  const inhoud = el('div', { class: 'sg-cockpit' });
  node.append(el('section', { class: 'inner sg-tegel', 'aria-labelledby': 'sg-tegel-kop' },
    el('h2', { id: 'sg-tegel-kop' }, 'Termijnen'), inhoud));
  toon(inhoud, haal('termijnen/tellingen'), (t) => el('ul', { class: 'sg-tellingen' },
    telling(t.teLaat, 'te laat', { stand: 'te-laat' }, `waarvan ${t.teLaatWettelijk} wettelijk`, 'te-laat'),
    telling(t.dreigt, 'dreigt te verlopen', { stand: 'dreigt' }, null, 'dreigt'),
    telling(t.dezeWeek, 'met de laatste dag in deze week', { week: t.maandag }, null, 'loopt')));
}

const telling = (aantal, tekst, vragen, toevoeging, soort) => el('li', {},
  el('a', { href: adres(PAD, vragen), class: `sg-telling sg-telling--${soort}` },
    el('span', { class: 'sg-getal' }, String(aantal)), ` ${tekst}`), toevoeging && el('div', { class: 'sg-zacht' }, toevoeging));

export function tab(node, { processInstanceId }) {
  const inhoud = el('div', { class: 'sg-cockpit sg-tab', id: 'sg-zaaktermijnen' });
  node.append(inhoud);
  zaaktermijnen(inhoud, processInstanceId, null);
}

function zaaktermijnen(plek, instantie, gewijzigd) {
  const klaar = (termijn) => zaaktermijnen(plek, instantie, termijn);
  return toon(plek, haal(`termijnen/instantie/${instantie}`), (antwoord) => [
    gewijzigd && el('p', { role: 'status', class: 'alert alert-success', id: 'sg-gewijzigd', tabindex: '-1' },
      `De termijn is bijgewerkt: ${gewijzigd.omschrijving}. De behandelaar ziet dit in de zaak.`),
    el('p', {}, `Termijnen van zaak ${antwoord.zaaknummer} (${antwoord.procedure}).`, ' ',
      antwoord.magZaak && zaaklink(antwoord.zaaknummer, 'Zaak openen in Schoolgang'), antwoord.magZaak && ' · ',
      el('a', { href: adres('/historie', { instantie }) }, 'Afgelegde weg')),
    antwoord.termijnen.length === 0 ? el('p', {}, 'In deze zaak liepen nog geen termijnen.')
      : el('ul', { class: 'sg-lijst' }, antwoord.termijnen.map((termijn) => el('li', { class: `sg-kaart sg-kaart--${termijn.stand}` },
        el('div', { class: 'sg-rij' }, kop(termijn), stand(termijn, antwoord.vandaag)),
        el('div', {}, `Laatste dag: ${langeDag(termijn.laatsteDag)}`),
        waarom(termijn), antwoord.magZaak && wijzigen(termijn, klaar)))),
  ]).then(() => plek.querySelector('#sg-gewijzigd')?.focus());
}
