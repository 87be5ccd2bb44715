/* What all our parts of Cockpit share: making elements, asking the server, and writing days as people do. */

const APP = document.querySelector('base').getAttribute('app-root');
/** Where our own screens begin. */
export const WORTEL = APP.replace(/\/camunda$/, '');

/** Cockpit tells it too, but not to what hangs on a diagram. */
const ENGINE = window.location.pathname.match(/\/app\/cockpit\/([^/]+)/)[1];
const koekje = (naam) => document.cookie.split('; ').find((k) => k.startsWith(`${naam}=`))?.slice(naam.length + 1) || '';

const DAG = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const KORTE_DAG = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const MOMENT = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' });

/** A moment as it was in the Netherlands, wherever the browser stands. */
export const moment = (tijdstip) => MOMENT.format(new Date(tijdstip));
/** Days come as 2026-03-02 and have no time zone. */
const alsDatum = (dag) => new Date(`${dag}T00:00:00Z`);
export const langeDag = (dag) => DAG.format(alsDatum(dag));
export const korteDag = (dag) => KORTE_DAG.format(alsDatum(dag));
export const dagenTussen = (van, tot) => Math.round((alsDatum(tot) - alsDatum(van)) / 86400000);
export const meervoud = (aantal, een, meer) => `${aantal} ${aantal === 1 ? een : meer}`;

/** Makes an element; children are elements, texts, or nothing. Text is never read as HTML. */
export function el(naam, eigenschappen = {}, ...kinderen) {
  const element = document.createElement(naam);
  for (const [sleutel, waarde] of Object.entries(eigenschappen)) {
    if (typeof waarde === 'function') {
      element.addEventListener(sleutel, waarde);
    } else if (waarde === true) {
      element.setAttribute(sleutel, '');
    } else if (waarde !== false && waarde !== null && waarde !== undefined) {
      element.setAttribute(sleutel, waarde);
    }
  }
  element.append(...kinderen.flat(Infinity).filter((kind) => kind !== null && kind !== undefined && kind !== false));
  return element;
}

/** A refusal or a fault as the server tells it; {@code fouten} are the faults by field. */
export class Weigering extends Error {
  constructor(status, probleem) {
    super(probleem.detail || 'Het lukt nu niet. Probeer het later opnieuw.');
    this.status = status;
    this.fouten = probleem.fouten || [];
  }
}

async function vraag(pad, verzoek) {
  const antwoord = await fetch(`${APP}/api/cockpit/plugin/schoolgang/${ENGINE}/${pad}`, verzoek);
  if (antwoord.status === 401) {
    window.location.assign(`${WORTEL}/login?sessie`);
  }
  const inhoud = await antwoord.json().catch(() => ({}));
  if (!antwoord.ok) {
    throw new Weigering(antwoord.status, inhoud);
  }
  return inhoud;
}

export function haal(pad, vragen = {}) {
  const gevuld = Object.entries(vragen).filter(([, waarde]) => waarde !== '' && waarde !== null && waarde !== undefined);
  const staart = gevuld.length === 0 ? '' : `?${new URLSearchParams(gevuld)}`;
  return vraag(pad + staart, { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } });
}

/** The model of a process definition, from the engine itself and so with the rights of the employee there. */
export async function engineXml(definitie) {
  const antwoord = await fetch(`${APP}/api/engine/engine/${ENGINE}/process-definition/${encodeURIComponent(definitie)}/xml`,
    { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } });
  if (!antwoord.ok) {
    throw new Weigering(antwoord.status, { detail: 'Het model is niet te tonen.' });
  }
  return (await antwoord.json()).bpmn20Xml;
}

/** Cockpit's own protection against forged requests: the value of its cookie comes back in a header. */
export function stuur(pad, inhoud) {
  return vraag(pad, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest', 'X-XSRF-TOKEN': koekje('XSRF-TOKEN') },
    body: JSON.stringify(inhoud),
  });
}

/** Shows what comes of a question in this place; says that it waits, and what goes wrong. */
export async function toon(plek, belofte, maak) {
  plek.setAttribute('aria-busy', 'true');
  plek.replaceChildren(el('p', { role: 'status', class: 'sg-zacht' }, 'Even geduld…'));
  try {
    const inhoud = maak(await belofte);
    plek.replaceChildren(...[inhoud].flat(Infinity).filter(Boolean));
  } catch (fout) {
    plek.replaceChildren(foutmelding(fout));
  }
  plek.removeAttribute('aria-busy');
}

export const foutmelding = (fout) => el('p', { role: 'alert', class: 'alert alert-danger' },
  fout instanceof Weigering ? fout.message : 'De gegevens zijn nu niet op te halen. Probeer het later opnieuw.');

/** The part of the address after "?", within Cockpit's own address. */
export const adresvragen = () => Object.fromEntries(new URLSearchParams(window.location.hash.split('?')[1] || ''));

export function adres(pad, vragen) {
  const gevuld = Object.entries(vragen).filter(([, waarde]) => waarde);
  return `#${pad}${gevuld.length === 0 ? '' : `?${new URLSearchParams(gevuld)}`}`;
}

export const zaaklink = (zaaknummer, tekst) => el('a', { href: `${WORTEL}/zaken/${encodeURIComponent(zaaknummer)}` }, tekst);

export const invulveld = (id, label, type, waarde, fout) => el('div', { class: `form-group sg-veld${fout ? ' has-error' : ''}` },
  el('label', { for: id }, label),
  el('input', { id, name: id.replace(/^sg-/, ''), type, class: 'form-control', value: waarde || '', 'aria-invalid': fout ? 'true' : null,
    'aria-describedby': fout ? `${id}-fout` : null }),
  fout && el('p', { id: `${id}-fout`, class: 'sg-fout' }, fout));

export const keuzelijst = (id, label, opties, gekozen, fout) => el('div', { class: `form-group sg-veld${fout ? ' has-error' : ''}` },
  el('label', { for: id }, label),
  el('select', { id, name: id.replace(/^sg-/, ''), class: 'form-control', 'aria-invalid': fout ? 'true' : null,
    'aria-describedby': fout ? `${id}-fout` : null },
    opties.map(([waarde, naam]) => el('option', { value: waarde, selected: waarde === (gekozen || '') }, naam))),
  fout && el('p', { id: `${id}-fout`, class: 'sg-fout' }, fout));
