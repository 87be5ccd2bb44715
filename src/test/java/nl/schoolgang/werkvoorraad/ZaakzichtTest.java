package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Tijdlijn;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Who sees which case and which of its tasks, on the screens and on the API.
 * The one place that decides is {@link Zaakzicht}.
 */
@Toepassingstest
class ZaakzichtTest {

    private static final String ZONDER = "-zonder-autorisatie";
    private static final String WACHTWOORD = "verhaal";
    /** Cases by municipality and procedure; made once, because every row looks at the same. */
    private static final Map<String, Zaak> GEMAAKT = new HashMap<>();

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Werkvoorraad werkvoorraad;
    @Autowired
    private Medewerkers medewerkers;
    @Autowired
    private Zaken zaken;

    private Verhaal verhaal;

    @BeforeEach
    void klokStil() {
        verhaal = new Verhaal(context);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    /** zaak: the case; zaak+taak: the case and an open task of it; niets: it does not exist. Bunnik gives criminal cases to its boa. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', value = {
        // rol                                    | procedure        | eigen: bunnik | eigen: polder | andere gemeente
        "leerplichtambtenaar                      | relatief-verzuim | zaak+taak     | zaak+taak     | niets",
        "rmc-consulent                            | relatief-verzuim | zaak          | zaak          | niets",
        "boa                                      | relatief-verzuim | zaak+taak     | zaak+taak     | niets",
        "administratief-medewerker                | relatief-verzuim | zaak+taak     | zaak          | niets",
        "coordinator                              | relatief-verzuim | zaak+taak     | zaak+taak     | niets",
        "college                                  | relatief-verzuim | zaak          | zaak          | niets",
        "koppeling                                | relatief-verzuim | zaak+taak     | zaak+taak     | niets",
        "procesanalist                            | relatief-verzuim | niets         | niets         | niets",
        "beheerder                                | relatief-verzuim | niets         | niets         | niets",
        "auditor                                  | relatief-verzuim | niets         | niets         | niets",
        "leerplichtambtenaar-zonder-autorisatie   | relatief-verzuim | niets         | niets         | niets",
        "coordinator-zonder-autorisatie           | relatief-verzuim | niets         | niets         | niets",
        "boa-zonder-autorisatie                   | relatief-verzuim | zaak          | zaak          | niets",
        "koppeling-zonder-autorisatie             | relatief-verzuim | zaak+taak     | zaak+taak     | niets",
        "leerplichtambtenaar                      | halt-verwijzing  | niets         | zaak+taak     | niets",
        "rmc-consulent                            | halt-verwijzing  | niets         | niets         | niets",
        "boa                                      | halt-verwijzing  | zaak+taak     | zaak+taak     | niets",
        "administratief-medewerker                | halt-verwijzing  | niets         | niets         | niets",
        "coordinator                              | halt-verwijzing  | niets         | niets         | niets",
        "college                                  | halt-verwijzing  | niets         | niets         | niets",
        "koppeling                                | halt-verwijzing  | niets         | niets         | niets",
        "leerplichtambtenaar-zonder-autorisatie   | halt-verwijzing  | niets         | niets         | niets",
        "boa-zonder-autorisatie                   | halt-verwijzing  | zaak+taak     | zaak          | niets",
        "leerplichtambtenaar                      | meldcode         | zaak+taak     | zaak+taak     | niets",
        "rmc-consulent                            | meldcode         | zaak          | zaak          | niets",
        "boa                                      | meldcode         | zaak+taak     | zaak+taak     | niets",
        "administratief-medewerker                | meldcode         | niets         | niets         | niets",
        "coordinator                              | meldcode         | zaak+taak     | zaak+taak     | niets",
        "college                                  | meldcode         | niets         | niets         | niets",
        "koppeling                                | meldcode         | niets         | niets         | niets",
        "leerplichtambtenaar-zonder-autorisatie   | meldcode         | niets         | niets         | niets",
        "boa-zonder-autorisatie                   | meldcode         | zaak          | zaak          | niets",
        "leerplichtambtenaar-zonder-autorisatie   | verzuim-18-plus  | zaak          | zaak          | niets",
        "rmc-consulent-zonder-autorisatie         | verzuim-18-plus  | zaak+taak     | zaak+taak     | niets",
        "college-zonder-autorisatie               | verzuim-18-plus  | zaak          | zaak          | niets",
        "auditor-zonder-autorisatie               | verzuim-18-plus  | niets         | niets         | niets"})
    void wieWatZiet(String rol, String procedure, String inBunnik, String inPolder, String elders) throws Exception {
        Zaak bunnik = zaak(BUNNIK, procedure);
        Zaak polder = zaak(NOORDOOSTPOLDER, procedure);
        ziet(wie(rol, BUNNIK), bunnik, inBunnik);
        ziet(wie(rol, NOORDOOSTPOLDER), polder, inPolder);
        ziet(wie(rol, NOORDOOSTPOLDER), bunnik, elders);
        ziet(wie(rol, BUNNIK), polder, elders);
    }

    @Test
    void watMenNietMagZienStaatNietInDeGekoppeldeZakenEnNietOpDeTijdlijn() throws Exception {
        Zaak verzuim = zaak(BUNNIK, "relatief-verzuim");
        Zaak halt = zaak(BUNNIK, "halt-verwijzing");
        zaken.koppel(verzuim.id(), halt.id(), "maatregel");
        context.getBean(Tijdlijn.class).noteer(verzuim.id(), "maatregel-gestart", "Maatregel gestart: halt (" + halt.zaaknummer() + ")", null, null);
        String scherm = "/zaken/" + verzuim.zaaknummer();

        Medewerker ambtenaar = wie("leerplichtambtenaar", BUNNIK);
        Medewerker boa = wie("boa", BUNNIK);
        mvc.perform(get(scherm).with(user(ambtenaar.gebruikersnaam()))).andExpect(content().string(not(containsString(halt.zaaknummer()))));
        mvc.perform(get(scherm).with(user(boa.gebruikersnaam()))).andExpect(content().string(containsString("gestart: halt (" + halt.zaaknummer())));
        mvc.perform(get("/api/v1" + scherm).with(httpBasic(ambtenaar.gebruikersnaam(), WACHTWOORD)))
                .andExpect(jsonPath("$.gekoppeld").value(not(hasItem(halt.zaaknummer()))));
        mvc.perform(get("/api/v1" + scherm).with(httpBasic(boa.gebruikersnaam(), WACHTWOORD)))
                .andExpect(jsonPath("$.gekoppeld").value(hasItem(halt.zaaknummer())));
    }

    @Test
    void bladzijdenBlijvenVolEnHeel() {
        zaak(BUNNIK, "relatief-verzuim");
        zaak(BUNNIK, "halt-verwijzing");
        zaak(BUNNIK, "meldcode");
        zaak(BUNNIK, "verzuim-18-plus");
        Medewerker koppeling = wie("koppeling", BUNNIK);
        List<Taak> perEen = new ArrayList<>();
        String na = null;
        do {
            Werkvoorraad.Bladzijde bladzijde = werkvoorraad.zoek(koppeling, Taakvraag.alle(null, null, na), 1);
            assertThat(bladzijde.taken()).hasSize(1);
            perEen.addAll(bladzijde.taken());
            na = bladzijde.verder();
        } while (na != null);

        assertThat(perEen).isEqualTo(werkvoorraad.zoek(koppeling, Taakvraag.alle(null, null, null), 10_000).taken())
                .hasSize((int) werkvoorraad.aantal(koppeling, Taakvraag.alle(null, null, null)));
        assertThat(perEen).extracting(Taak::procedure).contains("relatief-verzuim", "verzuim-18-plus").doesNotContain("halt-verwijzing", "meldcode");
        assertThat(werkvoorraad.procedures(wie("coordinator", BUNNIK))).doesNotContain("halt-verwijzing");
    }

    private void ziet(Medewerker wie, Zaak zaak, String verwacht) throws Exception {
        boolean zietZaak = !verwacht.equals("niets");
        boolean zietTaak = verwacht.equals("zaak+taak");
        boolean schermen = !wie.gebruikersnaam().contains("koppeling");
        boolean mag = wie.magErgens(Recht.ZAAK_ZIEN);
        int niet = mag ? 404 : 403;
        int nietDoen = wie.magErgens(Recht.TAAK_AFRONDEN) ? 404 : 403;
        List<Taak> lijst = werkvoorraad.zoek(wie, Taakvraag.alle(zaak.zaaknummer(), null, null), 100).taken();
        assertThat(!lijst.isEmpty()).as("%s ziet taken van %s in de lijst", wie.gebruikersnaam(), zaak.zaaknummer()).isEqualTo(zietTaak);
        Taak taak = zietTaak ? lijst.get(0) : werkvoorraad.vanZaak(zaak.id()).get(0);
        haalt("/api/v1/zaken/" + zaak.zaaknummer(), wie, zietZaak ? 200 : niet);
        haalt("/api/v1/taken/" + taak.id(), wie, zietTaak ? 200 : niet);
        if (schermen) {
            haalt("/zaken/" + zaak.zaaknummer(), wie, zietZaak ? 200 : niet);
            haalt("/taken/" + taak.id(), wie, zietTaak ? 200 : niet);
        }
        if (!zietTaak) {
            for (String daad : List.of("oppakken", "afronden")) {
                mvc.perform(post("/api/v1/taken/" + taak.id() + "/" + daad).with(httpBasic(wie.gebruikersnaam(), WACHTWOORD))
                        .contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().is(nietDoen));
                if (schermen) {
                    mvc.perform(post("/taken/" + taak.id() + "/" + daad).with(user(wie.gebruikersnaam())).with(csrf())).andExpect(status().is(nietDoen));
                }
            }
        }
    }

    private void haalt(String pad, Medewerker wie, int verwacht) throws Exception {
        var vraag = get(pad);
        int status = mvc.perform(pad.startsWith("/api") ? vraag.with(httpBasic(wie.gebruikersnaam(), WACHTWOORD))
                : vraag.with(user(wie.gebruikersnaam())).accept(MediaType.TEXT_HTML)).andReturn().getResponse().getStatus();
        assertThat(status).as("%s vraagt %s", wie.gebruikersnaam(), pad).isEqualTo(verwacht);
    }

    private Medewerker wie(String rol, String gemeente) {
        if (!rol.endsWith(ZONDER)) {
            return Verhaal.medewerker(context, Rol.vanCode(rol), gemeente);
        }
        String naam = "zicht-" + rol + "." + gemeente;
        medewerkers.bewaar(new Medewerker(naam, "Zonder Autorisatie", null,
                Map.of(gemeente, Set.of(Rol.vanCode(rol.replace(ZONDER, ""))))), "{noop}" + WACHTWOORD);
        return medewerkers.metNaam(naam).orElseThrow();
    }

    private Zaak zaak(String gemeente, String procedure) {
        return GEMAAKT.computeIfAbsent(gemeente + " " + procedure, k -> switch (procedure) {
            case "relatief-verzuim" -> verhaal.gegeven(verzuimmelding().in(gemeente)).zaak();
            case "verzuim-18-plus" -> verhaal.gegeven(verzuimmelding().in(gemeente).soort("rmc-18-plus").school("mbo").leeftijd(19)).zaak();
            default -> maatregel(gemeente, procedure);
        });
    }

    private Zaak maatregel(String gemeente, String procedure) {
        Zaak zaak = zaken.open(gemeente, procedure, verhaal.gegeven(verzuimmelding().in(gemeente)).zaak().leerlingId());
        zaken.koppelProces(zaak.id(), context.getBean(Procesengine.class).start(procedure, zaak, Map.of()));
        return zaak;
    }
}
