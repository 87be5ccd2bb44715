/* Badges on a diagram: how many terms on an element are too late, and how many are about to lapse. */
import { adres, el, haal, meervoud } from './bouwsteen.js';

async function hang(viewer, belofte, doel) {
  let plaatjes;
  try {
    plaatjes = await belofte;
  } catch {
    // Without badges the diagram is what it always was; the tab and the page tell what is wrong.
    return;
  }
  const overlays = viewer.get('overlays');
  const elementen = viewer.get('elementRegistry');
  plaatjes.filter((p) => elementen.get(p.element)).forEach((p) => overlays.add(p.element, 'schoolgang-termijn', {
    position: { top: -14, right: 14 },
    // A large model is shown small: what is to be read stays readable.
    scale: { min: 0.7, max: 1.2 },
    html: plaatje(p, doel),
  }));
}

function plaatje({ teLaat, dreigt }, doel) {
  const delen = [];
  if (teLaat > 0) {
    delen.push(merk('te-laat', teLaat, `${meervoud(teLaat, 'termijn', 'termijnen')} te laat`, doel('te-laat')));
  }
  if (dreigt > 0) {
    delen.push(merk('dreigt', dreigt, `${meervoud(dreigt, 'termijn', 'termijnen')} die ${dreigt === 1 ? 'dreigt' : 'dreigen'} te verlopen`, doel('dreigt')));
  }
  return el('div', { class: 'sg-cockpit sg-plaatjes' }, delen);
}

const merk = (soort, aantal, tekst, href) => el('a', { class: `sg-plaatje sg-plaatje--${soort}`, href, title: tekst, 'aria-label': tekst },
  soort === 'te-laat' ? '!' : '◷', ` ${aantal}`);

export function opInstantie(viewer, { processInstanceId }) {
  hang(viewer, haal(`termijnen/instantie/${processInstanceId}/elementen`),
    () => `#/process-instance/${processInstanceId}/runtime?tab=termijnen`);
}

export function opModel(viewer, { processDefinitionId }) {
  const procedure = String(processDefinitionId).split(':')[0];
  hang(viewer, haal(`termijnen/model/${processDefinitionId}/elementen`), (stand) => adres('/termijnbewaking', { procedure, stand }));
}
