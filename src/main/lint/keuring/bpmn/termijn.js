/** How a model asks for a term: ${termijnen.vervalmoment(execution,'code',begin)} and what else that bean offers. */

const VRAAG = /^\s*[$#]\{\s*termijnen\.(\w+)\(\s*execution\s*,\s*'([^']+)'[\s\S]*\)\s*\}\s*$/;
const CODES = /\btermijnen\.\w+\(\s*execution\s*,\s*'([^']+)'/g;

/** The code of the term of which this expression is the moment of lapsing; undefined when it is something else. */
export function vervalcode(uitdrukking) {
  const vraag = VRAAG.exec(uitdrukking ?? "");
  return vraag && vraag[1].startsWith("verval") ? vraag[2] : undefined;
}

/** Every code of a term that stands in this expression. */
export const codesIn = (uitdrukking) => [...uitdrukking.matchAll(CODES)].map((m) => m[1]);
