package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.dossier.Dossiers;
import nl.schoolgang.dossier.Dossierstuk;
import nl.schoolgang.dossier.Label;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Tijdlijn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Toepassingstest
class TakenTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Taken taken;
    @Autowired
    private Werkvoorraad werkvoorraad;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Tijdlijn tijdlijn;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private JdbcClient jdbc;

    private Verhaal verhaal;
    private Medewerker administratie;
    private Medewerker ambtenaar;
    private Medewerker collega;

    @BeforeEach
    void eenZaakInBunnik() {
        verhaal = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK));
        administratie = Verhaal.medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, BUNNIK);
        ambtenaar = Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, BUNNIK);
        Medewerker tweede = new Medewerker("verhaal-tweede.bunnik", "Tweede", null, Map.of(BUNNIK, administratie.rollen().get(BUNNIK)));
        medewerkers.bewaar(tweede, null);
        medewerkers.autoriseer(tweede.gebruikersnaam(), BUNNIK, "leerplicht", "uitvoering leerplicht", "verzuim", LocalDate.of(2026, 1, 1));
        collega = medewerkers.metNaam(tweede.gebruikersnaam()).orElseThrow();
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void deProjectieVolgtDeEngine() {
        Taak taak = verhaal.taak("terugmelden");

        assertThat(taak.rol()).isEqualTo("administratief-medewerker");
        assertThat(taak.termijnCode()).isEqualTo("verzuim.terugmelding");
        assertThat(taak.laatsteDag()).isEqualTo(verhaal.lopend("verzuim.terugmelding").get(0).laatsteDag());
        assertThat(taak.gewicht()).isEqualTo(verhaal.lopend("verzuim.terugmelding").get(0).soort().gewicht());
        assertThat(taak.schoolNaam()).isEqualTo("Demo College");
        assertThat(taken.pakOp(taak.id(), administratie).behandelaar()).isEqualTo(administratie.gebruikersnaam());
        taken.geefVrij(taak.id(), administratie);
        assertThat(taken.open(taak.id(), administratie).behandelaar()).isNull();
        taken.rondAf(taak.id(), administratie, terugmelding());
        assertThat(verhaal.openTaken()).doesNotContain("terugmelden");
    }

    @Test
    void afrondenLegtDeAntwoordenVastMetHunLabelEnGeeftDeVolgendeTaken() {
        Taak taak = verhaal.taak("terugmelden");

        List<Taak> volgende = taken.rondAf(taak.id(), administratie, terugmelding());

        assertThat(volgende).extracting(Taak::definitie).containsExactlyInAnyOrderElementsOf(verhaal.openTaken());
        Dossierstuk stuk = dossiers.vanZaak(taak.zaakId(), administratie).stream().filter(d -> d.soort().equals("terugmelden")).findFirst().orElseThrow();
        assertThat(stuk.label()).isEqualTo(Label.WPG);
        assertThat(stuk.opsteller()).isEqualTo(administratie.gebruikersnaam());
        assertThat(stuk.inhoud().get("antwoorden").toString()).contains("terugmeldActie", "contact-ouders", "label");
        assertThat(tijdlijn.van(taak.zaakId())).anyMatch(g -> g.soort().equals("taak-afgerond") && administratie.gebruikersnaam().equals(g.door()));
    }

    @Test
    void eenFoutVerandertNiets() {
        Taak taak = verhaal.taak("terugmelden");
        int stukken = dossiers.vanZaak(taak.zaakId(), administratie).size();

        assertThat(catchThrowableOfType(OngeldigeInvoer.class, () -> taken.rondAf(taak.id(), administratie, met("terugmeldActie", "onzin", "x", 1)))
                .fouten()).extracting(f -> f.veld()).contains("terugmeldActie", "x");
        assertThat(taken.open(taak.id(), administratie).behandelaar()).isNull();
        assertThat(dossiers.vanZaak(taak.zaakId(), administratie)).hasSize(stukken);
    }

    @Test
    void tweeKeerAfrondenIsEenBotsing() {
        Taak taak = verhaal.taak("terugmelden");
        taken.rondAf(taak.id(), administratie, terugmelding());

        assertThatThrownBy(() -> taken.rondAf(taak.id(), administratie, terugmelding())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> taken.open(taak.id(), administratie)).isInstanceOf(Conflict.class);
    }

    @Test
    void watEenCollegaHeeftKanEenAnderNietAfronden() {
        Taak taak = verhaal.taak("terugmelden");
        taken.pakOp(taak.id(), collega);

        assertThatThrownBy(() -> taken.pakOp(taak.id(), administratie)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> taken.rondAf(taak.id(), administratie, terugmelding())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> taken.geefVrij(taak.id(), administratie)).isInstanceOf(Conflict.class);
        assertThat(taken.pakOp(taak.id(), collega).behandelaar()).isEqualTo(collega.gebruikersnaam());
    }

    @Test
    void tweeMedewerkersTegelijkEenWint() throws Exception {
        Taak taak = verhaal.taak("terugmelden");
        CyclicBarrier samen = new CyclicBarrier(2);
        ExecutorService draden = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<Taak>>> beide = new ArrayList<>();
            for (Medewerker m : List.of(administratie, collega)) {
                Callable<List<Taak>> werk = () -> {
                    samen.await();
                    return taken.rondAf(taak.id(), m, terugmelding());
                };
                beide.add(draden.submit(werk));
            }
            List<Throwable> botsingen = new ArrayList<>();
            for (Future<List<Taak>> een : beide) {
                try {
                    een.get();
                } catch (ExecutionException e) {
                    botsingen.add(e.getCause());
                }
            }
            assertThat(botsingen).singleElement().isInstanceOf(Conflict.class);
        } finally {
            draden.shutdownNow();
        }
        assertThat(dossiers.vanZaak(taak.zaakId(), administratie)).filteredOn(d -> d.soort().equals("terugmelden")).hasSize(1);
    }

    @Test
    void watIkNietMagZienBestaatNiet() {
        Taak taak = verhaal.taak("terugmelden");
        Medewerker polder = Verhaal.medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, NOORDOOSTPOLDER);
        Medewerker koppeling = Verhaal.medewerker(context, Rol.KOPPELING, BUNNIK);

        assertThatThrownBy(() -> taken.open(taak.id(), ambtenaar)).isInstanceOf(NietGevonden.class);
        assertThatThrownBy(() -> taken.open(taak.id(), polder)).isInstanceOf(NietGevonden.class);
        assertThatThrownBy(() -> taken.rondAf(taak.id(), polder, terugmelding())).isInstanceOf(NietGevonden.class);
        assertThatThrownBy(() -> taken.open("bestaat-niet", administratie)).isInstanceOf(NietGevonden.class);
        assertThat(taken.open(taak.id(), koppeling)).isEqualTo(taak);
        assertThatThrownBy(() -> taken.rondAf(taak.id(), koppeling, terugmelding())).isInstanceOf(GeenRecht.class);
    }

    @Test
    void eenConceptIsVanEenMedewerkerEnVerdwijntMetDeTaak() {
        Taak taak = verhaal.taak("terugmelden");
        taken.bewaarConcept(taak.id(), administratie, Map.of("terugmeldActie", new String[] {"half af\0 en fout"}, "_csrf", new String[] {"x"}));

        assertThat(taken.concept(taak, administratie).orElseThrow().velden()).isEqualTo(Map.of("terugmeldActie", List.of("half af en fout")));
        assertThat(taken.concept(taak, collega)).isEmpty();
        taken.rondAf(taak.id(), collega, terugmelding());
        assertThat(jdbc.sql("select count(*) from taak_concept where taak_id = ?").param(taak.id()).query(Long.class).single()).isZero();
        assertThatThrownBy(() -> taken.bewaarConcept(taak.id(), administratie, Map.of())).isInstanceOf(Conflict.class);
    }

    @Test
    void deLijstKomtInBladzijdenZonderGatenOfDubbelen() {
        verhaal.gegeven(verzuimmelding().in(BUNNIK));
        Medewerker coordinator = Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK);
        List<Taak> alles = werkvoorraad.zoek(coordinator, Taakvraag.van(Taakvraag.Lijst.ALLES), 10_000).taken();
        List<Taak> perDrie = new ArrayList<>();
        String na = null;
        do {
            Werkvoorraad.Bladzijde bladzijde = werkvoorraad.zoek(coordinator, Taakvraag.alle(null, null, na), 3);
            perDrie.addAll(bladzijde.taken());
            na = bladzijde.verder();
        } while (na != null);

        assertThat(perDrie).isEqualTo(alles).doesNotHaveDuplicates();
        assertThat(alles).extracting(Taak::gemeente).containsOnly(BUNNIK);
        assertThatThrownBy(() -> werkvoorraad.zoek(coordinator, Taakvraag.alle(null, null, "onzin"), 3)).isInstanceOf(OngeldigeInvoer.class);
        assertThat(werkvoorraad.zoek(coordinator, Taakvraag.van(Taakvraag.Lijst.TEAM), 3).taken()).isEmpty();
    }
}
