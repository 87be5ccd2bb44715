import { eigenschap, gebeurtenis, isSoort, lijst, uitbreidingen } from "../model.js";
import { regel } from "../regel.js";

const ALLEEN_NAAM = /^\s*[$#]\{\s*([A-Za-z]\w*)\s*\}\s*$/;
const AANROEP = /(?<![\w'".])([A-Za-z]\w*)\.(\w+)\(/g;
const FUNCTIE = /(?<![\w'".])([A-Za-z]\w*)\(/g;
const TEKST = /'[^']*'|"[^"]*"/g;
/** What the engine itself offers in an expression. */
const VAST = new Set(["execution", "task", "taskListener", "decisionResult", "authenticatedUserId"]);
const FUNCTIES = new Set(["now", "dateTime", "currentUser", "currentUserGroups"]);
/** Questions that any text, number or list can answer. */
const VAN_WAARDEN = new Set(["contains", "isEmpty", "size", "equals", "startsWith", "endsWith", "toString", "length", "matches", "get", "before", "after"]);

const uitvoerders = (element) => [element, ...(element.eventDefinitions ?? [])].filter((e) =>
  isSoort(e, "ServiceTask", "SendTask", "BusinessRuleTask") || e.$type === "bpmn:MessageEventDefinition" && isSoort(element, "ThrowEvent"));

export const bouwsteenBestaat = regel((model, meld, { kader }) => {
  for (const element of [...model.processen, ...model.stappen, ...model.stromen]) {
    for (const deel of uitvoerders(element)) {
      const naam = ALLEEN_NAAM.exec(deel.delegateExpression ?? "")?.[1];
      if (!deel.delegateExpression) {
        if (!deel.decisionRef) {
          meld(element, "De stap doet niets: er is geen bouwsteen gekozen.", "Kies onder Implementation Delegate expression met een bouwsteen die er is.");
        }
      } else if (kader.beans[naam]?.soort !== "delegate") {
        meld(element, `De bouwsteen "${deel.delegateExpression}" bestaat niet.`, `Kies een van deze: ${bouwstenen(kader)}.`);
      }
    }
    for (const luisteraar of [...uitbreidingen(element, "camunda:ExecutionListener"), ...uitbreidingen(element, "camunda:TaskListener")]) {
      const naam = ALLEEN_NAAM.exec(luisteraar.delegateExpression ?? "")?.[1];
      if (!["luisteraar", "delegate"].includes(kader.beans[naam]?.soort)) {
        meld(element, "Bij deze stap luistert iets mee dat niet bestaat.", "Haal de listener weg, of kies een delegate expression die er is.");
      }
    }
    for (const uitdrukking of model.uitdrukkingen(element)) {
      onbekend(uitdrukking, kader).forEach(([wat, herstel]) => meld(element, wat, herstel));
    }
  }
});

/** Calls in an expression that nothing answers. */
function onbekend(uitdrukking, kader) {
  const zonderTeksten = uitdrukking.replace(TEKST, (t) => `'${"x".repeat(t.length - 2)}'`);
  const meldingen = [];
  for (const [, naam, methode] of zonderTeksten.matchAll(AANROEP)) {
    const bean = kader.beans[naam];
    if (bean && !bean.methoden.includes(methode)) {
      meldingen.push([`"${naam}" kan geen "${methode}".`, `Gebruik ${bean.methoden.map((m) => `${naam}.${m}`).join(", ") || "iets anders"}.`]);
    } else if (!bean && !VAST.has(naam) && !VAN_WAARDEN.has(methode)) {
      meldingen.push([`"${naam}" in "${uitdrukking.trim()}" bestaat niet.`, `Bedoelt u een van deze: ${vragers(kader)}?`]);
    }
  }
  for (const [, naam] of zonderTeksten.matchAll(FUNCTIE)) {
    if (!FUNCTIES.has(naam)) {
      meldingen.push([`De functie "${naam}" bestaat niet.`, `Gebruik ${[...FUNCTIES].join(", ")}, of een bouwsteen.`]);
    }
  }
  return meldingen;
}

const vragers = (kader) => Object.entries(kader.beans).filter(([, b]) => b.soort === "expressies" && b.methoden.length > 0).map(([n]) => n).sort().join(", ");

const bouwstenen = (kader) => Object.entries(kader.beans).filter(([, b]) => b.soort === "delegate").map(([n]) => "${" + n + "}").sort().join(", ");

export const geenProgrammacode = regel((model, meld) => {
  const HERSTEL = "Gebruik een beslistabel, of vraag een ontwikkelaar om een bouwsteen.";
  for (const element of [...model.processen, ...model.stappen, ...model.stromen]) {
    if (isSoort(element, "ScriptTask") || bevat(element, "camunda:Script")) {
      meld(element, "Hier staat een script. Scripts mogen niet in een model.", HERSTEL);
    }
    if (element.conditionExpression?.language || element.conditionExpression?.resource) {
      meld(element, "De voorwaarde op deze pijl is een script.", "Kies onder Condition het soort Expression.");
    }
    for (const deel of [element, ...(element.eventDefinitions ?? []), ...(element.extensionElements?.values ?? [])]) {
      if (deel.class || deel.type === "external" || deel.$type === "camunda:Connector" || deel.$type === "camunda:Field") {
        meld(element, "Deze stap roept programmacode buiten de bouwstenen aan.", "Kies onder Implementation Delegate expression.");
      } else if (deel.expression && ["bpmn:ServiceTask", "bpmn:SendTask", "bpmn:BusinessRuleTask", "camunda:ExecutionListener", "camunda:TaskListener"].includes(deel.$type)) {
        meld(element, `De stap rekent zelf: "${deel.expression}".`, HERSTEL);
      }
    }
  }
});

function bevat(element, soort) {
  const zoek = (deel) => deel?.$type === soort || Array.isArray(deel) && deel.some(zoek)
    || typeof deel === "object" && deel !== null && deel.$type?.startsWith("camunda:") && Object.keys(deel).filter((k) => !k.startsWith("$")).some((k) => zoek(deel[k]));
  return (element.extensionElements?.values ?? []).some(zoek);
}

export const briefBestaat = regel((model, meld, { kader }) => {
  for (const stap of model.stappen) {
    const brief = eigenschap(stap, "brief");
    const maaktBrief = ALLEEN_NAAM.exec(stap.delegateExpression ?? "")?.[1] === "briefKlaarzetten";
    if (maaktBrief && !brief) {
      meld(stap, "Deze stap zegt niet welke brief er gaat.", "Zet de extension property brief, of pas de template Brief versturen toe.");
    } else if (brief && !kader.brieven.includes(brief)) {
      meld(stap, `De brief "${brief}" bestaat niet.`, `Maak processes/<procedure>/brieven/${brief}.html, of kies een brief die er is.`);
    } else if (brief && !maaktBrief) {
      meld(stap, "Hier staat een brief bij een stap die geen brief maakt.", "Haal de property brief weg, of kies de bouwsteen ${briefKlaarzetten}.");
    }
  }
});

/** The setting vanBuiten lists the messages that no code of ours sends: a coupling delivers them by name. */
export const berichtBestaat = regel((model, meld, { kader }, { vanBuiten = [] }) => {
  for (const stap of model.stappen) {
    const definitie = gebeurtenis(stap, "Message");
    const verstuurt = kader.beans[ALLEEN_NAAM.exec(stap.delegateExpression ?? "")?.[1]]?.verstuurt;
    if (definitie && !verstuurt && isSoort(stap, "CatchEvent")) {
      const naam = definitie.messageRef?.name;
      if (!naam) {
        meld(stap, "Er staat niet bij op welk bericht dit wacht.", "Kies onder Message een bericht met een naam.");
      } else if (![...kader.berichtnamen, ...vanBuiten].includes(naam)) {
        meld(stap, `Niets stuurt ooit het bericht "${naam}".`, "Kies een bericht dat de toepassing kent, of vraag een ontwikkelaar om het te sturen.");
      }
    }
    for (const soort of lijst(eigenschap(stap, "bericht"))) {
      if (!kader.berichten.includes(soort)) {
        meld(stap, `Het bericht "${soort}" bestaat niet.`, `Maak processes/<procedure>/berichten/${soort}.txt, of kies een van deze: ${kader.berichten.join(", ")}.`);
      } else if (!verstuurt) {
        meld(stap, "Hier staat een bericht bij een stap die niets verstuurt.", `Kies een bouwsteen die berichten verstuurt: ${verzenders(kader)}.`);
      }
    }
  }
});

const verzenders = (kader) => Object.entries(kader.beans).filter(([, b]) => b.verstuurt).map(([n]) => "${" + n + "}").sort().join(", ");

const NODIG = ["zaakId", "gemeente", "leerlingId"];

export const aanroepBestaat = regel((model, meld, { wereld }) => {
  for (const stap of model.stappen.filter((s) => isSoort(s, "CallActivity"))) {
    const mee = uitbreidingen(stap, "camunda:In");
    if (!wereld.processen[stap.calledElement]) {
      meld(stap, `Het proces "${stap.calledElement ?? ""}" bestaat niet.`, "Kies een proces uit processes/.");
    }
    if (stap.calledElementBinding !== "latest") {
      meld(stap, "Het aangeroepen proces is niet het nieuwste.", "Zet Binding op latest.");
    }
    if (!mee.some((i) => i.businessKey)) {
      meld(stap, "Het aangeroepen proces krijgt het zaaknummer niet mee.", "Zet onder In mappings Business key op #{execution.processBusinessKey}.");
    }
    const mist = mee.some((i) => i.variables === "all") ? [] : NODIG.filter((n) => !mee.some((i) => i.target === n));
    if (mist.length > 0) {
      meld(stap, `Het aangeroepen proces krijgt niet mee: ${mist.join(", ")}.`, "Voeg ze toe onder In mappings.");
    }
  }
});

export const tabelBestaat = regel((model, meld, { wereld }) => {
  for (const stap of model.stappen.filter((s) => isSoort(s, "BusinessRuleTask") && s.decisionRef)) {
    const bestand = wereld.tabellen[stap.decisionRef];
    const binding = bestand?.startsWith("processes/beleid/") ? "latest" : "deployment";
    if (!bestand) {
      meld(stap, `De beslistabel "${stap.decisionRef}" bestaat niet.`, "Maak de tabel in de map van de procedure, of kies er een die er is.");
    } else if (stap.decisionRefBinding !== binding) {
      meld(stap, binding === "latest" ? "Een tabel van beleid geldt altijd in de nieuwste versie." : "Een eigen tabel hoort bij de versie van het model.",
        `Zet Binding op ${binding}.`);
    }
  }
});
