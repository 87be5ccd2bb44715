/* Changing a term from its tab, and the trace of what was changed: with a reason, or on a legal ground. */
import { el, foutmelding, haal, invulveld, keuzelijst, korteDag, moment, stuur, toon } from './bouwsteen.js';

const WAT = {
  'begin-verplaatst': 'begin verplaatst', opgeschort: 'opgeschort', hervat: 'hervat', verlengd: 'verlengd', bericht: 'bericht dat het later wordt',
  verplaatst: 'verplaatst', herrekend: 'opnieuw berekend',
};

/** Fills in only when it is opened: what may be done is asked for one term at a time. */
export function wijzigen(termijn, klaar) {
  const plek = el('div', {});
  const open = el('details', { class: 'sg-wijzigen', toggle: () => {
    if (open.open && !plek.hasChildNodes()) {
      toon(plek, haal(`termijnen/${termijn.id}/mogelijkheden`), (kan) => inhoud(termijn, kan, klaar));
    }
  } }, el('summary', {}, 'Verplaatsen, en wat er veranderde', el('span', { class: 'sr-only' }, ` ${termijn.omschrijving}`)), plek);
  return open;
}

function inhoud(termijn, kan, klaar) {
  const id = (veld) => `sg-${veld}-${termijn.id}`;
  const vormen = [];
  if (kan.mag && kan.verplaats) {
    vormen.push(formulier(termijn, 'verplaatsing', 'Een andere laatste dag', 'Verplaats de termijn', klaar, (fout) => [
      invulveld(id('naar'), 'Nieuwe laatste dag', 'date', '', fout('naar')),
      invulveld(id('reden'), 'Reden (de behandelaar leest deze)', 'text', '', fout('reden'))]));
  }
  if (kan.mag && kan.gronden.length > 0 && !kan.hervat) {
    vormen.push(formulier(termijn, 'opschorting', 'Opschorten', 'Schort de termijn op', klaar, (fout) => [
      keuzelijst(id('grond'), 'De termijn staat stil', [['', 'kies een grond'], ...kan.gronden.map((g) => [g.code, g.tekst])], '', fout('grond')),
      invulveld(id('op'), 'Dag van het verzoek of de mededeling', 'date', '', fout('op')),
      invulveld(id('uiterlijk'), 'Uiterlijk tot en met', 'date', '', fout('uiterlijk'))]));
  }
  if (kan.mag && kan.hervat) {
    vormen.push(formulier(termijn, 'hervatting', 'Hervatten', 'Laat de termijn verder lopen', klaar, (fout) => [
      invulveld(id('op'), 'Dag waarop is aangevuld, of laatste opgeschorte dag', 'date', '', fout('op'))]));
  }
  if (kan.mag && kan.verleng) {
    vormen.push(formulier(termijn, 'verlenging', 'Verlengen met een mededeling', 'Leg de mededeling vast', klaar, (fout) => [
      invulveld(id('op'), 'Dag van de mededeling', 'date', '', fout('op')),
      kan.verleng === 'weken' ? invulveld(id('weken'), 'Aantal weken', 'number', '', fout('weken'))
        : invulveld(id('tot'), 'Nieuwe laatste dag volgens de mededeling', 'date', '', fout('tot')),
      kan.verleng === 'weken' && keuzelijst(id('instemming'), 'Schriftelijke instemming', [['nee', 'nee'], ['ja', 'ja']], 'nee', fout('instemming'))]));
  }
  return [
    kan.mag && !kan.verplaats && el('p', {}, 'Dit is een wettelijke termijn. Zij verandert alleen op een grond in de wet',
      vormen.length === 0 ? '; voor deze termijn is die er niet.' : '.'),
    vormen,
    kan.spoor.length === 0 ? el('p', { class: 'sg-zacht' }, 'De datum is niet veranderd sinds de termijn begon.')
      : el('ol', { class: 'sg-uitleg' }, kan.spoor.map((s) => el('li', {}, `${moment(s.moment)}: ${WAT[s.soort] || s.soort}`,
        s.van === s.naar ? '. ' : ` van ${korteDag(s.van)} naar ${korteDag(s.naar)}. `, s.reden, ` (${s.door || 'Schoolgang'})`))),
  ];
}

/** What is refused stands at its field, and nothing that was filled in is lost. */
function formulier(termijn, handeling, titel, knop, klaar, velden) {
  const plek = el('form', { class: 'sg-vorm', novalidate: true, 'aria-label': `${titel}: ${termijn.omschrijving}` });
  const vul = (fouten, ingevuld) => {
    const fout = (veld) => fouten.find((f) => f.veld === veld)?.reden;
    plek.replaceChildren(el('strong', {}, titel), el('div', { class: 'sg-filter' }, velden(fout),
      el('button', { type: 'submit', class: 'btn btn-primary' }, knop)));
    Object.entries(ingevuld).forEach(([naam, waarde]) => { plek.elements[naam].value = waarde; });
    plek.querySelector('[aria-invalid]')?.focus();
  };
  plek.addEventListener('submit', async (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const ingevuld = Object.fromEntries(new FormData(plek));
    // The fields are named after the term, since more of them stand on one page.
    const gestuurd = Object.fromEntries(Object.entries(ingevuld).map(([naam, waarde]) => [naam.replace(`-${termijn.id}`, ''), waarde]));
    try {
      await stuur(`termijnen/${termijn.id}/${handeling}`, gestuurd);
      klaar(termijn);
    } catch (fout) {
      vul(fout.fouten || [], ingevuld);
      if (!fout.fouten?.length) {
        plek.prepend(foutmelding(fout));
      }
    }
  });
  vul([], {});
  return plek;
}
