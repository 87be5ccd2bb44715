package nl.schoolgang.verhaal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.bericht.Bericht;
import nl.schoolgang.bericht.Berichten;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.engine.Taakbediening;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.termijn.Termijnstatus;
import nl.schoolgang.werkvoorraad.Taak;
import nl.schoolgang.werkvoorraad.Taken;
import nl.schoolgang.werkvoorraad.Werkvoorraad;
import nl.schoolgang.zaak.Gebeurtenis;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/**
 * Tells the story of one case in the words of the instruction, on the real engine and the real database: a melding comes in
 * through the real intake, roles finish tasks through the one service that may, and terms lapse at their own moment.
 */
public final class Verhaal {

    public static final String NOORDOOSTPOLDER = "noordoostpolder";
    public static final String BUNNIK = "bunnik";
    public static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 9, 0);

    private static final String WACHTWOORD = "verhaal";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApplicationContext context;
    private Zaak zaak;

    public Verhaal(ApplicationContext context) {
        this.context = context;
        Gemeenten gemeenten = context.getBean(Gemeenten.class);
        gemeenten.bewaar(new Gemeente(NOORDOOSTPOLDER, "Noordoostpolder", "noord"));
        gemeenten.bewaar(new Gemeente(BUNNIK, "Bunnik", "midden"));
        klok(BEGIN);
    }

    /** Sets the engine's clock, in local time. */
    public void klok(LocalDateTime moment) {
        context.getBean(EngineKlok.class).zetStil(moment.atZone(Tijdzone.AMSTERDAM).toInstant());
    }

    public static Medewerker medewerker(ApplicationContext context, Rol rol, String gemeente) {
        Medewerkers medewerkers = context.getBean(Medewerkers.class);
        String naam = "verhaal-" + rol.code() + "." + gemeente;
        return medewerkers.metNaam(naam).orElseGet(() -> {
            Set<Rol> rollen = rol == Rol.BOA ? Set.of(Rol.BOA, Rol.LEERPLICHTAMBTENAAR) : Set.of(rol);
            medewerkers.bewaar(new Medewerker(naam, "Verhaal " + rol.naam(), null, Map.of(gemeente, rollen)), "{noop}" + WACHTWOORD);
            medewerkers.autoriseer(naam, gemeente, "leerplicht", "uitvoering leerplicht", "verzuim", LocalDate.of(2026, 1, 1));
            return medewerkers.metNaam(naam).orElseThrow();
        });
    }

    /** Delivers the melding; the story goes on with the case that took it in. */
    public Verhaal gegeven(Meldingsbouwer melding) {
        zaak = zaken().metNummer(lever(melding, 201).get("zaaknummer").textValue()).orElseThrow();
        return this;
    }

    /** Delivers a melding and expects this status. */
    public JsonNode lever(Meldingsbouwer melding, int status) {
        Medewerker koppeling = medewerker(context, Rol.KOPPELING, melding.gemeente());
        try {
            MvcResult antwoord = context.getBean(MockMvc.class).perform(post("/api/v1/verzuimmeldingen")
                    .with(httpBasic(koppeling.gebruikersnaam(), WACHTWOORD))
                    .contentType(MediaType.APPLICATION_JSON).content(melding.json())).andReturn();
            assertThat(antwoord.getResponse().getStatus()).as(antwoord.getResponse().getContentAsString()).isEqualTo(status);
            return JSON.readTree(antwoord.getResponse().getContentAsString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event from outside reaches the case through the API, and gets this answer. */
    public JsonNode gebeurt(int status, Object... velden) {
        Medewerker koppeling = medewerker(context, Rol.KOPPELING, zaak.gemeente());
        try {
            MvcResult antwoord = context.getBean(MockMvc.class).perform(post("/api/v1/zaken/" + zaak.zaaknummer() + "/gebeurtenissen")
                    .with(httpBasic(koppeling.gebruikersnaam(), WACHTWOORD)).contentType(MediaType.APPLICATION_JSON)
                    .content(JSON.writeValueAsString(Antwoord.met(velden)))).andReturn();
            assertThat(antwoord.getResponse().getStatus()).as(antwoord.getResponse().getContentAsString()).isEqualTo(status);
            return JSON.readTree(antwoord.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The letters of this case, as {@code code aan}, sorted. */
    public List<String> brieven() {
        return context.getBean(Brieven.class).vanZaak(zaak.id()).stream().map(b -> b.code() + " " + b.aanSoort().name().toLowerCase(java.util.Locale.ROOT))
                .sorted().toList();
    }

    /** What happened in the case, in words. */
    public List<String> tijdlijn() {
        return context.getBean(Tijdlijn.class).van(zaak.id()).stream().map(Gebeurtenis::omschrijving).toList();
    }

    /** Puts a message of this case ready and gives its id. */
    public UUID bericht(String aan, String soort) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).execute(s -> context.getBean(Berichten.class)
                .zetKlaar(zaak.id(), zaak.gemeente(), null, soort, aan, Map.of("meldingsnummer", "x")));
    }

    /** Fills every required field of the form of the only open task with this definition: the first choice, today, a text. */
    public Map<String, Object> eersteKeuzes(String definitie) {
        Map<String, Object> velden = new java.util.HashMap<>();
        try {
            JSON.readTree(context.getBean(Taakbediening.class).formulier(taak(definitie).id())).path("components").forEach(c -> {
                if (c.path("validate").path("required").asBoolean()) {
                    velden.put(c.path("key").asText(), switch (c.path("type").asText()) {
                        case "datetime" -> Antwoord.TOEN;
                        case "checkbox" -> true;
                        case "radio", "select" -> c.path("values").path(0).path("value").asText();
                        default -> Antwoord.VRIJE_TEKST;
                    });
                }
            });
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return velden;
    }

    /** The role in the municipality of the case. */
    public Werker als(Rol rol) {
        return new Werker(medewerker(context, rol, zaak.gemeente()));
    }

    /** Somebody of the municipality who works on tasks. */
    public final class Werker {

        private final Medewerker medewerker;

        private Werker(Medewerker medewerker) {
            this.medewerker = medewerker;
        }

        /** Finishes the only open task with this definition. */
        public Verhaal rondAf(String definitie, Map<String, Object> velden) {
            return rondAf(taak(definitie), velden);
        }

        /** Finishes the task of this melding with this definition. */
        public Verhaal rondAf(String definitie, Meldingsbouwer melding, Map<String, Object> velden) {
            return rondAf(taken().stream().filter(t -> t.definitie().equals(definitie)
                    && melding.meldingsnummer().equals(t.meldingsnummer())).findFirst().orElseThrow(), velden);
        }

        private Verhaal rondAf(Taak taak, Map<String, Object> velden) {
            context.getBean(Taken.class).rondAf(taak.id(), medewerker, velden);
            return Verhaal.this;
        }
    }

    /**
     * Lets the only running term with this code lapse: its one timer must be due at exactly the moment of lapsing, and fires
     * at that moment.
     */
    public Verhaal verstrijkt(String code) {
        List<Termijn> lopend = lopend(code);
        assertThat(lopend).as("lopende termijnen %s", code).hasSize(1);
        Instant moment = lopend.get(0).vervalmoment();
        List<Job> timers = timers().stream().filter(j -> j.getDuedate().toInstant().equals(moment))
                .filter(j -> code.equals(termijnVan(j))).toList();
        assertThat(timers).as("timers van %s op %s", code, moment).hasSize(1);
        context.getBean(EngineKlok.class).zetStil(moment);
        context.getBean(ManagementService.class).executeJob(timers.get(0).getId());
        return this;
    }

    /** Every running term has exactly one timer, at its moment of lapsing, and there are no other timers. */
    public void elkeTermijnHeeftEenTimer() {
        List<String> termijnen = termijnen().stream().filter(t -> t.status() == Termijnstatus.LOPEND)
                .map(t -> t.code() + " " + t.vervalmoment()).sorted().toList();
        List<String> timers = timers().stream().map(j -> termijnVan(j) + " " + j.getDuedate().toInstant()).sorted().toList();
        assertThat(timers).isEqualTo(termijnen);
    }

    private String termijnVan(Job job) {
        String activiteit = context.getBean(ManagementService.class).createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId();
        return context.getBean(org.camunda.bpm.engine.RepositoryService.class).getBpmnModelInstance(job.getProcessDefinitionId())
                .getModelElementById(activiteit).getDomElement().getChildElementsByNameNs("http://www.omg.org/spec/BPMN/20100524/MODEL",
                        "extensionElements").stream()
                .flatMap(e -> e.getChildElements().stream()).flatMap(e -> e.getChildElements().stream())
                .filter(e -> "termijn".equals(e.getAttribute("name"))).map(e -> e.getAttribute("value")).findFirst().orElse(activiteit);
    }

    private List<Job> timers() {
        List<String> instanties = context.getBean(RuntimeService.class).createProcessInstanceQuery()
                .processInstanceBusinessKey(zaak.zaaknummer()).list().stream().map(ProcessInstance::getId).toList();
        return instanties.stream().flatMap(i -> context.getBean(ManagementService.class).createJobQuery().processInstanceId(i).timers()
                .list().stream()).toList();
    }

    public List<Taak> taken() {
        return context.getBean(Werkvoorraad.class).vanZaak(zaak.id());
    }

    public List<String> openTaken() {
        return taken().stream().map(Taak::definitie).sorted().toList();
    }

    public Taak taak(String definitie) {
        List<Taak> gevonden = taken().stream().filter(t -> t.definitie().equals(definitie)).toList();
        assertThat(gevonden).as("taak %s; open zijn %s", definitie, openTaken()).hasSize(1);
        return gevonden.get(0);
    }

    /** The task waits for this role, at the latest on this day. */
    public Verhaal wachtOp(String definitie, Rol rol, String uiterlijk) {
        Taak taak = taak(definitie);
        assertThat(taak.rol()).isEqualTo(rol.code());
        assertThat(taak.laatsteDag()).isEqualTo(uiterlijk == null ? null : LocalDate.parse(uiterlijk));
        return this;
    }

    public List<Termijn> termijnen() {
        return context.getBean(Termijnen.class).vanZaak(zaak.id());
    }

    public List<Termijn> lopend(String code) {
        return termijnen().stream().filter(t -> t.code().equals(code) && t.status() == Termijnstatus.LOPEND).toList();
    }

    public List<Bericht> berichten(String soort) {
        return context.getBean(Berichten.class).vanZaak(zaak.id()).stream().filter(b -> b.soort().equals(soort)).toList();
    }

    public Zaak zaak() {
        return zaken().metId(zaak.id());
    }

    /** What the last piece of this kind in the dossier says, as stored. */
    public String inDossier(String soort) {
        return context.getBean(JdbcClient.class).sql("select inhoud from dossierstuk where zaak_id = ? and soort = ? order by vastgelegd_op desc, id limit 1")
                .params(zaak.id(), soort).query(String.class).single();
    }

    /** What the form of the only open task with this definition may show, by name. */
    public Object weet(String definitie, String naam) {
        return context.getBean(Taakbediening.class).variabelen(taak(definitie).id()).get(naam);
    }

    public boolean heeftGekoppeld(String procedure) {
        return zaken().gekoppeld(zaak.id()).stream().anyMatch(z -> z.procedure().equals(procedure));
    }

    /** Goes on with a case that this one started, by its procedure. */
    public Verhaal gekoppeld(String procedure) {
        return gekoppeld(procedure, 0);
    }

    /** The same with the one that started after so many others of its procedure. */
    public Verhaal gekoppeld(String procedure, int eerdere) {
        return new Verhaal(context, zaken().gekoppeld(zaak.id()).stream().filter(z -> z.procedure().equals(procedure)).skip(eerdere)
                .findFirst().orElseThrow());
    }

    /** Goes on with another case. */
    public Verhaal metZaak(java.util.UUID id) {
        return new Verhaal(context, zaken().metId(id));
    }

    private Verhaal(ApplicationContext context, Zaak zaak) {
        this.context = context;
        this.zaak = zaak;
    }

    public Verhaal isGesloten(Zaakstatus status) {
        assertThat(zaak().status()).as("open taken: %s", openTaken()).isEqualTo(status);
        assertThat(openTaken()).isEmpty();
        assertThat(context.getBean(RuntimeService.class).createProcessInstanceQuery()
                .processInstanceBusinessKey(zaak.zaaknummer()).count()).isZero();
        assertThat(termijnen()).noneMatch(t -> t.status() == Termijnstatus.LOPEND);
        return this;
    }

    private Zaken zaken() {
        return context.getBean(Zaken.class);
    }

    /** A moment of today's story as the engine has it. */
    public Date nu() {
        return Date.from(context.getBean(EngineKlok.class).nu());
    }
}
