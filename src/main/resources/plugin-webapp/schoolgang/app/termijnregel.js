/* A term in words: how it stands, what it rests on, and why this date. */
import { dagenTussen, el, korteDag, langeDag, meervoud } from './bouwsteen.js';

const SOORT = { wettelijk: 'wettelijke termijn', orde: 'termijn van orde', organisatie: 'eigen termijn' };
const AFLOOP = { gehaald: 'gehaald', overschreden: 'te laat gedaan', vervallen: 'niet meer nodig' };

export function standTekst(termijn, vandaag) {
  const over = dagenTussen(vandaag, termijn.laatsteDag);
  switch (termijn.stand) {
    case 'te-laat':
      return `${meervoud(-over, 'dag', 'dagen')} te laat, sinds ${korteDag(termijn.teLaatSinds)}`;
    case 'opgeschort':
      return 'staat stil (opgeschort)';
    case 'afgedaan':
      return AFLOOP[termijn.status] || termijn.status;
    default:
      return over === 0 ? 'verloopt vandaag' : `nog ${meervoud(over, 'dag', 'dagen')}`;
  }
}

export const stand = (termijn, vandaag) => el('span', { class: `sg-stand sg-stand--${termijn.stand}` }, standTekst(termijn, vandaag));

export const kop = (termijn) => el('div', {},
  el('strong', {}, termijn.omschrijving),
  el('div', { class: 'sg-zacht' }, `${SOORT[termijn.soort]} · ${termijn.grondslag}`,
    termijn.standaard ? ' · standaard, niet in de instructie' : null));

export const waarom = (termijn) => el('details', {},
  el('summary', {}, 'Waarom deze datum?', el('span', { class: 'sr-only' }, ` ${termijn.omschrijving}, zaak ${termijn.zaaknummer}`)),
  el('p', { class: 'sg-zacht' }, `Begin: ${langeDag(termijn.begin)} (telt zelf niet mee). Laatste dag: ${langeDag(termijn.laatsteDag)}.`),
  el('ol', { class: 'sg-uitleg' }, termijn.uitleg.map((stap) => el('li', {}, stap.datum ? `${korteDag(stap.datum)}: ` : null, stap.regel))));
