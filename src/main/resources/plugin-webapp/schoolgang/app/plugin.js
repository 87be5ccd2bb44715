/* Where our parts of Cockpit hang. Anyone may read this file: nothing in it is secret, and what it shows the server decides. */
import { el, WORTEL } from './bouwsteen.js';
import { pagina as historie } from './historie.js';
import { opInstantie, opModel } from './diagram.js';
import { pagina, tab, tegel } from './termijnen.js';

/** There is one log-in, and it is not Cockpit's: whoever logged out there, or stayed away too long, comes to ours. */
let luistert = false;
function eenInlog(scope) {
  if (luistert) {
    return;
  }
  luistert = true;
  ['authentication.logout.success', 'authentication.login.required'].forEach((soort) => scope.$root.$on(soort, (gebeurtenis) => {
    gebeurtenis.preventDefault();
    window.location.assign(`${WORTEL}/login?uitgelogd`);
  }));
}

const menu = (id, naam, pad, voorrang) => ({
  id,
  pluginPoint: 'cockpit.navigation',
  priority: voorrang,
  properties: { path: pad },
  render: (node, _, scope) => {
    eenInlog(scope);
    node.append(el('a', { href: `#${pad}`, class: 'sg-menu' }, naam));
  },
});

export default [
  menu('termijnbewaking', 'Termijnen', '/termijnbewaking', 95),
  { id: 'termijnbewaking-pagina', pluginPoint: 'cockpit.route', properties: { path: '/termijnbewaking' }, render: pagina },
  menu('historie', 'Historie', '/historie', 94),
  { id: 'historie-pagina', pluginPoint: 'cockpit.route', properties: { path: '/historie' }, render: historie },
  { id: 'termijnen-tegel', pluginPoint: 'cockpit.dashboard', priority: 100, properties: { label: 'Termijnen' }, render: tegel },
  { id: 'termijnen', pluginPoint: 'cockpit.processInstance.runtime.tab', priority: 90, properties: { label: 'Termijnen' }, render: tab },
  { id: 'termijnen-op-instantie', pluginPoint: 'cockpit.processInstance.diagram.plugin', render: opInstantie },
  { id: 'termijnen-op-model', pluginPoint: 'cockpit.processDefinition.diagram.plugin', render: opModel },
];
