/* One process instance looked back on: its way on the diagram, the steps with how long they took, and its variables. */
import { adres, el, engineXml, foutmelding, haal, meervoud, moment, toon, WORTEL, zaaklink } from './bouwsteen.js';

const SOORT = {
  userTask: 'taak', serviceTask: 'stap van het systeem', businessRuleTask: 'beslistabel', callActivity: 'ander proces', subProcess: 'deelproces',
  sendTask: 'bericht', receiveTask: 'wachten op bericht', multiInstanceBody: 'herhaling',
};
/** What only steers: shown on the diagram and not in the list. */
const STUURT = /Gateway$|^startEvent$|EndEvent$/;

export function duur(seconden) {
  const dagen = Math.floor(seconden / 86400);
  const uren = Math.floor((seconden % 86400) / 3600);
  const minuten = Math.floor((seconden % 3600) / 60);
  if (dagen > 0) {
    return meervoud(dagen, 'dag', 'dagen') + (uren > 0 ? ` ${uren} uur` : '');
  }
  if (uren > 0) {
    return `${uren} uur${minuten > 0 ? ` ${meervoud(minuten, 'minuut', 'minuten')}` : ''}`;
  }
  return minuten > 0 ? meervoud(minuten, 'minuut', 'minuten') : 'minder dan een minuut';
}

export function verloop(plek, id) {
  return toon(plek, haal(`historie/${encodeURIComponent(id)}`), (antwoord) => {
    const regel = antwoord.instantie;
    const diagram = el('div', { class: 'sg-diagram' });
    teken(diagram, antwoord);
    return [
      el('p', {}, el('a', { href: adres('/historie', {}) }, 'Historie')),
      el('h1', {}, `${antwoord.procesnaam} ${regel.zaaknummer || ''}`),
      el('p', {}, `Begonnen op ${moment(regel.begin)}, `, regel.einde
        ? `afgelopen op ${moment(regel.einde)}${regel.afgebroken ? ' (tussentijds beëindigd)' : ''}, na ${duur(regel.seconden)}.` : 'loopt nog. ',
      regel.einde ? ' ' : el('a', { href: `#/process-instance/${regel.instantie}/runtime?tab=termijnen` }, 'Waar het nu staat'), ' ',
      regel.magZaak && zaaklink(regel.zaaknummer, 'Zaak openen in Schoolgang')),
      el('figure', { class: 'sg-figuur' }, diagram, el('figcaption', { class: 'sg-zacht' },
        'De afgelegde weg: dikke blauwe lijnen en vlakken. Hetzelfde staat hieronder als lijst.')),
      el('h2', { id: 'sg-stappen' }, 'Stappen'), stappen(antwoord),
      el('h2', { id: 'sg-gegevens' }, 'Gegevens van het proces'), gegevens(antwoord),
    ];
  });
}

async function teken(plek, { model, stappen: lijst, stromen }) {
  try {
    const [{ default: Viewer }, xml] = await Promise.all([import(`${WORTEL}/bouw/diagram.js`), engineXml(model)]);
    const viewer = new Viewer({ container: plek });
    await viewer.importXML(xml);
    const canvas = viewer.get('canvas');
    const elementen = viewer.get('elementRegistry');
    [...new Set(lijst.map((s) => s.element))].filter((id) => elementen.get(id)).forEach((id) => canvas.addMarker(id, 'sg-gepasseerd'));
    stromen.filter((id) => elementen.get(id)).forEach((id) => canvas.addMarker(id, 'sg-gegaan'));
    lijst.filter((s) => s.afgebroken && elementen.get(s.element)).forEach((s) => canvas.addMarker(s.element, 'sg-afgebroken'));
    canvas.zoom('fit-viewport', 'auto');
  } catch (fout) {
    plek.replaceChildren(foutmelding(fout));
  }
}

const stappen = ({ stappen: lijst }) => el('div', { class: 'sg-schuif', tabindex: '0', role: 'region', 'aria-labelledby': 'sg-stappen' },
  el('table', { class: 'table cam-table sg-tabel' },
    el('thead', {}, el('tr', {}, ['Stap', 'Begonnen', 'Klaar', 'Duur', 'Door'].map((k) => el('th', { scope: 'col' }, k)))),
    el('tbody', {}, lijst.filter((s) => !STUURT.test(s.soort)).map((s) => el('tr', {},
      el('td', {}, s.aangeroepen ? el('a', { href: adres('/historie', { instantie: s.aangeroepen }) }, s.naam || s.element) : s.naam || s.element,
        el('div', { class: 'sg-zacht' }, SOORT[s.soort] || 'gebeurtenis')),
      el('td', {}, moment(s.begin)),
      el('td', {}, s.einde ? moment(s.einde) : 'wacht hier nu', s.afgebroken && el('div', { class: 'sg-zacht' }, 'afgebroken')),
      el('td', {}, duur(s.seconden)),
      el('td', {}, s.door || (s.soort === 'userTask' ? 'niemand' : 'Schoolgang')))))));

const DATUMVORM = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const waarde = (w) => (w === null || w === undefined || w === '' ? 'leeg' : w === true ? 'ja' : w === false ? 'nee'
  : DATUMVORM.test(w) ? moment(w) : String(w));

const gegevens = ({ gegevens: lijst }) => (lijst.length === 0 ? el('p', {}, 'Er zijn geen gegevens die u mag zien.')
  : el('table', { class: 'table cam-table sg-tabel sg-smal' },
    el('thead', {}, el('tr', {}, ['Naam', 'Waarde'].map((k) => el('th', { scope: 'col' }, k)))),
    el('tbody', {}, lijst.map((g) => el('tr', {}, el('td', {}, g.naam), el('td', {}, waarde(g.waarde)))))));
