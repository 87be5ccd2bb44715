package nl.schoolgang.dekking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.schoolgang.gemeente.Rol;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;

/** The page of one procedure in {@code docs/procedures}: everything in it comes from the models, tables, forms and letters. */
final class Procedurepagina {

    static final String OPNIEUW = "mvn test -Dtest=DocumentatieTest -Dbijwerken=true";
    static final Map<String, String> GEMEENTEN = new LinkedHashMap<>();
    private static final Pattern ROL_UIT_TERMIJN = Pattern.compile("\\$\\{termijnen\\.wie\\(execution,'([^']+)'\\)}");

    static {
        GEMEENTEN.put("bunnik", "Bunnik");
        GEMEENTEN.put("noordoostpolder", "Noordoostpolder");
    }

    private final Proceduremap procedure;
    private final Catalogus catalogus;
    private final Normmatrix matrix;
    private final Blad blad = new Blad();

    private Procedurepagina(Proceduremap procedure, Catalogus catalogus, Normmatrix matrix) {
        this.procedure = procedure;
        this.catalogus = catalogus;
        this.matrix = matrix;
    }

    static String van(Proceduremap procedure, Catalogus catalogus, Normmatrix matrix) {
        Procedurepagina pagina = new Procedurepagina(procedure, catalogus, matrix);
        List<Model> modellen = procedure.bestanden("bpmn").stream().map(Model::new).toList();
        pagina.kop(modellen.get(0));
        modellen.forEach(pagina::proces);
        pagina.beslissingen();
        pagina.brieven();
        pagina.normen();
        return pagina.blad.alsTekst();
    }

    static String plaat(Model model) {
        return model.proces().getId() + ".svg";
    }

    private void kop(Model eerste) {
        blad.regel("<!-- Gemaakt uit processes/%s en forms/%s. Wijzig de modellen, niet deze bladzijde; daarna: %s -->",
                procedure.naam(), procedure.naam(), OPNIEUW);
        blad.regel("# %s", eerste.proces().getName());
        blad.regel("");
        blad.regel("Deze bladzijde is gemaakt uit het model, de tabellen, de formulieren en de brieven zelf. Zij zegt dus wat Schoolgang doet.");
        blad.regel("De ambtsinstructies gaan altijd voor.");
    }

    private void proces(Model model) {
        blad.alinea("%s", Model.documentatie(model.proces()));
        blad.alinea("![Het proces %s](%s)", model.proces().getName(), plaat(model));
        taken(model);
        systeem(model);
        gebeurtenissen(model);
        termijnen(model);
        andereProcessen(model);
    }

    private void taken(Model model) {
        List<UserTask> taken = model.stappen(UserTask.class);
        if (taken.isEmpty()) {
            return;
        }
        blad.alinea("## Wat u doet");
        blad.tabel("taak", "wie", "termijn");
        taken.forEach(t -> blad.rij(t.getName(), wie(t), termijn(t)));
        for (UserTask taak : taken) {
            blad.alinea("### %s", taak.getName());
            blad.alinea("%s", Model.documentatie(taak));
            blad.regel("");
            blad.regel("- **Wie:** %s", wie(taak));
            if (!termijn(taak).isEmpty()) {
                blad.regel("- **Termijn:** %s", termijn(taak));
            }
            Formulierlijst formulier = Formulierlijst.van(procedure.naam(), taak.getCamundaFormRef());
            if (!formulier.velden().isEmpty()) {
                blad.regel("- **U vult in:** %s", String.join("; ", formulier.velden()));
            }
            Briefkop.vanTaak(procedure, taak.getId()).forEach(brief -> blad.regel("- **Brief:** %s, aan %s", brief.titel(), brief.aan()));
            List<String> ids = Model.eigenschap(taak, "norm");
            if (!ids.isEmpty()) {
                blad.regel("- **Normen:** %s", String.join(", ", new TreeSet<>(ids)));
            }
        }
    }

    private String termijn(UserTask taak) {
        return Model.termijnen(taak).stream().map(code -> perGemeente(code, Catalogus.Rij::duur, true)).distinct()
                .collect(Collectors.joining("; "));
    }

    private String wie(UserTask taak) {
        String groepen = taak.getCamundaCandidateGroups();
        if (groepen == null) {
            return "niet aangewezen";
        }
        Matcher uitTermijn = ROL_UIT_TERMIJN.matcher(groepen);
        if (uitTermijn.matches()) {
            return perGemeente(uitTermijn.group(1), rij -> rol(rij.tekst("wie")), false);
        }
        return groepen.startsWith("$") || groepen.startsWith("#") ? "verschilt per gemeente (tabel *Wie voert een taak uit*)"
                : List.of(groepen.split("\\s*,\\s*")).stream().map(Procedurepagina::rol).collect(Collectors.joining(", "));
    }

    private static String rol(String code) {
        for (Rol rol : Rol.values()) {
            if (rol.code().equals(code)) {
                return rol.naam().toLowerCase(Locale.ROOT).startsWith("rmc") ? rol.naam() : klein(rol.naam());
            }
        }
        return code;
    }

    private static String klein(String woord) {
        return Character.toLowerCase(woord.charAt(0)) + woord.substring(1);
    }

    private String perGemeente(String code, Function<Catalogus.Rij, String> wat, boolean metStandaard) {
        Map<String, String> waarden = new LinkedHashMap<>();
        GEMEENTEN.forEach((sleutel, naam) -> waarden.put(naam, catalogus.zoek(code, sleutel)
                .map(rij -> wat.apply(rij) + (metStandaard && rij.isStandaard() ? " (standaard)" : "")).orElse("niet van toepassing")));
        Set<String> verschillend = new LinkedHashSet<>(waarden.values());
        return verschillend.size() == 1 ? verschillend.iterator().next()
                : waarden.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).collect(Collectors.joining("; "));
    }

    private void systeem(Model model) {
        List<FlowNode> stappen = model.stappen().stream()
                .filter(s -> s instanceof ServiceTask || s instanceof SendTask || s instanceof BusinessRuleTask)
                .toList();
        if (!stappen.isEmpty()) {
            blad.alinea("## Wat het systeem zelf doet");
            blad.tabel("stap", "wat er gebeurt", "gaat de deur uit");
            stappen.forEach(s -> blad.rij(s.getName(), Model.documentatie(s), naarBuiten(s)));
        }
    }

    private String naarBuiten(FlowNode stap) {
        List<String> brieven = Model.eigenschap(stap, "brief").stream().map(code -> "brief `" + code + "`").toList();
        boolean bericht = matrix.berichtschrijvers().stream().anyMatch(bean -> Model.roeptAan(stap, bean));
        return bericht ? "bericht" : String.join(", ", brieven);
    }

    private void gebeurtenissen(Model model) {
        List<CatchEvent> gebeurtenissen = model.stappen(CatchEvent.class).stream().filter(g -> !g.getEventDefinitions().isEmpty()).toList();
        if (gebeurtenissen.isEmpty()) {
            return;
        }
        blad.alinea("## Gebeurtenissen en wat zij doen");
        blad.tabel("gebeurtenis", "wat er dan gebeurt", "gevolg voor lopend werk");
        for (CatchEvent gebeurtenis : gebeurtenissen) {
            String uitleg = Model.documentatie(gebeurtenis);
            blad.rij(naam(gebeurtenis), uitleg.isEmpty() ? "daarna: " + daarna(gebeurtenis) : uitleg, gevolg(gebeurtenis));
        }
    }

    private static String gevolg(CatchEvent gebeurtenis) {
        if (gebeurtenis instanceof BoundaryEvent grens) {
            return (grens.cancelActivity() ? "stopt *" : "stoort niet: *") + naam(grens.getAttachedTo()) + "*";
        }
        if (gebeurtenis instanceof StartEvent start && start.getParentElement() instanceof SubProcess sub && sub.triggeredByEvent()) {
            String scope = sub.getParentElement() instanceof SubProcess boven ? naam(boven) : "de hele zaak";
            return start.isInterrupting() ? "stopt *" + scope + "*" : "stoort het andere werk niet";
        }
        return "de zaak wacht hierop";
    }

    private static String daarna(FlowNode stap) {
        return stap.getOutgoing().stream().map(lijn -> naam(lijn.getTarget())).collect(Collectors.joining(", "));
    }

    private static String naam(FlowNode stap) {
        return stap.getName() == null || stap.getName().isBlank() ? stap.getId() : stap.getName();
    }

    private void termijnen(Model model) {
        Set<String> codes = new LinkedHashSet<>();
        model.stappen().forEach(s -> codes.addAll(Model.termijnen(s)));
        if (codes.isEmpty()) {
            return;
        }
        blad.alinea("## Termijnen");
        blad.alinea("*(standaard)*: de instructie noemt hier geen termijn. De gemeente stelt deze in de tabel *Termijnen* in.");
        List<String> kop = new ArrayList<>(List.of("termijn", "code"));
        kop.addAll(GEMEENTEN.values());
        kop.add("grondslag");
        blad.tabel(kop.toArray(String[]::new));
        for (String code : codes) {
            List<String> vakken = new ArrayList<>();
            Set<String> grondslagen = new LinkedHashSet<>();
            String omschrijving = code;
            for (String gemeente : GEMEENTEN.keySet()) {
                Optional<Catalogus.Rij> rij = catalogus.zoek(code, gemeente);
                vakken.add(rij.map(r -> r.duur() + (r.isStandaard() ? " (standaard)" : "")).orElse("-"));
                rij.ifPresent(r -> grondslagen.add(r.tekst("grondslag")));
                omschrijving = rij.map(r -> r.tekst("omschrijving")).orElse(omschrijving);
            }
            vakken.add(0, "`" + code + "`");
            vakken.add(0, omschrijving);
            vakken.add(String.join("; ", grondslagen));
            blad.rij(vakken.toArray(String[]::new));
        }
    }

    private void andereProcessen(Model model) {
        List<CallActivity> aanroepen = model.stappen(CallActivity.class);
        if (!aanroepen.isEmpty()) {
            blad.alinea("## Bouwstenen");
            blad.tabel("bouwsteen", "waarvoor");
            aanroepen.forEach(a -> blad.rij(koppeling(a), Model.documentatie(a)));
        }
    }

    private static String koppeling(CallActivity aanroep) {
        boolean bladzijde = Proceduremap.afgeronde().stream().anyMatch(p -> p.naam().equals(aanroep.getCalledElement()));
        return bladzijde ? "[%s](%s.md)".formatted(naam(aanroep), aanroep.getCalledElement()) : naam(aanroep);
    }

    private void beslissingen() {
        List<Decision> beslissingen = procedure.tabellen().stream().flatMap(m -> m.getModelElementsByType(Decision.class).stream()).toList();
        if (beslissingen.isEmpty()) {
            return;
        }
        blad.alinea("## Beslissingen");
        for (Decision beslissing : beslissingen) {
            Beslistabel tabel = new Beslistabel(beslissing);
            blad.alinea("### %s", tabel.naam());
            blad.alinea("%s", tabel.uitleg());
            blad.tabel("nr.", "als", "dan", "waarom");
            int nummer = 0;
            for (Beslistabel.Regel r : tabel.regels()) {
                blad.rij(String.valueOf(++nummer), r.wanneer(), r.dan(), r.toelichting());
            }
        }
    }

    private void brieven() {
        List<Briefkop> brieven = Briefkop.van(procedure);
        if (!brieven.isEmpty()) {
            blad.alinea("## Brieven");
            blad.tabel("brief", "code", "aan", "normen");
            brieven.forEach(b -> blad.rij(b.titel(), "`" + b.code() + "`", b.aan(), String.join(", ", b.normen())));
        }
    }

    private void normen() {
        blad.alinea("## Normen");
        blad.alinea("Wat elke norm zegt en welke test haar raakt, staat in de [matrix](../normenkader/matrix.md).");
        blad.tabel("norm", "wat", "waar in deze procedure");
        matrix.normenVan(procedure.naam()).forEach(n -> blad.rij(n.id(), n.wat(), matrix.plaatsen(n, procedure.naam())));
    }
}
