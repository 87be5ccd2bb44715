import { evaluate } from "feelin";

/* Everything works without this file; it saves drafts while typing and hides fields that do not apply. */

const TUSSENPOOS = 1200;

function waarden(formulier) {
  const gelezen = {};
  for (const veld of formulier.querySelectorAll("[data-veld]")) {
    const { veld: sleutel, soort } = veld.dataset;
    const invoer = [...veld.querySelectorAll(`[name="${sleutel}"]`)];
    const gekozen = invoer.filter((i) => i.checked).map((i) => i.value);
    if (veld.hidden || veld.closest("[data-verbergen][hidden]")) {
      gelezen[sleutel] = null;
    } else if (soort === "aankruisvak") {
      gelezen[sleutel] = gekozen.length > 0;
    } else if (soort === "keuzerondjes") {
      gelezen[sleutel] = gekozen[0] ?? null;
    } else if (soort === "aankruislijst") {
      gelezen[sleutel] = gekozen.length ? gekozen : null;
    } else if (soort === "getal") {
      const getal = Number(invoer[0].value.trim().replace(",", "."));
      gelezen[sleutel] = invoer[0].value.trim() === "" || Number.isNaN(getal) ? null : getal;
    } else {
      gelezen[sleutel] = invoer[0].value.trim() || null;
    }
  }
  return gelezen;
}

function verberg(formulier) {
  const omgeving = JSON.parse(formulier.dataset.omgeving || "{}");
  const voorwaardelijk = [...formulier.querySelectorAll("[data-verbergen]")];
  for (let ronde = 0; ronde <= voorwaardelijk.length; ronde++) {
    const context = { ...omgeving, ...waarden(formulier) };
    let veranderd = false;
    for (const veld of voorwaardelijk) {
      let weg = false;
      try {
        weg = evaluate(veld.dataset.verbergen.replace(/^\s*=/, ""), context).value === true;
      } catch {
        weg = false;
      }
      veranderd ||= veld.hidden !== weg;
      veld.hidden = weg;
    }
    if (!veranderd) {
      break;
    }
  }
}

function bewaarTijdensTypen(formulier) {
  const melding = formulier.querySelector("[data-concept-status]");
  let wacht;
  let bezig = Promise.resolve();
  const bewaar = async () => {
    try {
      const antwoord = await fetch(formulier.dataset.concept, {
        method: "POST",
        body: new URLSearchParams(new FormData(formulier)),
        headers: { Accept: "application/json" },
        redirect: "error",
        keepalive: true,
      });
      const inhoud = antwoord.ok ? await antwoord.json() : null;
      melding.textContent = inhoud ? inhoud.melding : formulier.dataset.conceptMislukt;
    } catch {
      melding.textContent = formulier.dataset.conceptMislukt;
    }
  };
  const straks = () => {
    clearTimeout(wacht);
    wacht = setTimeout(() => {
      wacht = undefined;
      bezig = bezig.then(bewaar);
    }, TUSSENPOOS);
  };
  formulier.addEventListener("input", straks);
  formulier.addEventListener("change", straks);
  formulier.addEventListener("submit", () => {
    clearTimeout(wacht);
    wacht = undefined;
  });
  /* Another form on the page (log out, give back) leaves only after the last words are kept. */
  document.addEventListener("submit", async (gebeurtenis) => {
    const ander = gebeurtenis.target;
    if (ander === formulier || !wacht) {
      return;
    }
    gebeurtenis.preventDefault();
    clearTimeout(wacht);
    wacht = undefined;
    await (bezig = bezig.then(bewaar));
    ander.requestSubmit(gebeurtenis.submitter);
  });
  addEventListener("pagehide", () => {
    if (wacht) {
      clearTimeout(wacht);
      wacht = undefined;
      bewaar();
    }
  });
}

for (const formulier of document.querySelectorAll("form[data-formulier]")) {
  verberg(formulier);
  formulier.addEventListener("input", () => verberg(formulier));
  formulier.addEventListener("change", () => verberg(formulier));
  if (formulier.dataset.concept) {
    bewaarTijdensTypen(formulier);
  }
}

/* A form that has no draft: what was typed is kept in this tab until the server took it, and put back once after logging in again. */
const GETYPT = "getypt";

function zetTerug(formulier, getypt) {
  for (const [naam, waarde] of getypt) {
    const veld = formulier.elements.namedItem(naam);
    if (veld?.type === "checkbox") {
      veld.checked = true;
    } else if (veld) {
      veld.value = waarde;
    }
  }
}

const onthouden = document.querySelector("form[data-onthoud]");
/* Where the form stands: a form on a page of something else names that page. */
const plek = onthouden?.dataset.onthoud || location.pathname;
const wie = document.getElementById("wie")?.textContent;
if (onthouden) {
  const bewaard = JSON.parse(sessionStorage.getItem(GETYPT) || "null");
  if (bewaard?.wie === wie && bewaard.pad === plek && !document.getElementById("foutoverzicht")) {
    zetTerug(onthouden, bewaard.getypt);
    onthouden.closest("details")?.setAttribute("open", "open");
  }
  onthouden.addEventListener("submit", () => {
    const getypt = [...new FormData(onthouden)].filter(([naam]) => naam !== "_csrf");
    sessionStorage.setItem(GETYPT, JSON.stringify({ wie, pad: plek, getypt }));
  });
}
if (wie) {
  sessionStorage.removeItem(GETYPT);
}

document.querySelector("[data-foutoverzicht]")?.focus();
