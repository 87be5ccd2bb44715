package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.dossier.Verwerking;
import nl.schoolgang.dossier.Verwerkingslog;
import nl.schoolgang.dossier.Verwerkingsoverzicht;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Leerling;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * The processing log on the screens: for whom, filtered, exported, without contents.
 * What is shown comes from {@link Verwerkingsoverzicht}.
 */
@Toepassingstest
class InzagelogTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Proefmensen mensen;
    @Autowired
    private Leerlingen leerlingen;
    @Autowired
    private Zaken zaken;
    @Autowired
    private Verwerkingslog log;
    @Autowired
    private JdbcClient jdbc;

    private Meldingsbouwer melding;
    private Zaak zaak;
    private Medewerker auditor;
    private Medewerker ambtenaar;

    @BeforeEach
    void iemandKeek() throws Exception {
        melding = verzuimmelding().in(BUNNIK);
        zaak = new Verhaal(context).gegeven(melding).zaak();
        auditor = mensen.maak(Rol.AUDITOR, BUNNIK);
        ambtenaar = Verhaal.medewerker(context, Rol.LEERPLICHTAMBTENAAR, BUNNIK);
        toon("/zaken/" + zaak.zaaknummer(), ambtenaar).andExpect(status().isOk());
    }

    @Test
    void deAuditorZietWieKeekMaarNietNaarWie() throws Exception {
        stuur("/inzagelog", auditor, Map.of("leerling", zaak.zaaknummer())).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString(ambtenaar.naam()), containsString("zaak bekijken"), containsString(zaak.zaaknummer()),
                containsString(zaak.leerlingId().toString().substring(0, 8)), not(containsString(melding.achternaam())))));
        stuur("/inzagelog", auditor, Map.of("leerling", melding.bsn())).andExpect(content().string(containsString("zaak bekijken")));
        toon("/leerlingen/" + zaak.leerlingId() + "/inzage", auditor).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString("zaak bekijken"), not(containsString(melding.achternaam())))));
    }

    @Test
    void filtersEnFouteFilters() throws Exception {
        String leerling = zaak.leerlingId().toString();
        stuur("/inzagelog", auditor, Map.of("leerling", leerling, "actie", "raadplegen", "medewerker", ambtenaar.gebruikersnaam(),
                "van", "2026-01-01", "totenmet", "2199-12-31")).andExpect(content().string(containsString("id=\"logregels\"")));
        stuur("/inzagelog", auditor, Map.of("leerling", leerling, "actie", "vernietigen")).andExpect(content().string(containsString("geen regels")));
        stuur("/inzagelog", auditor, Map.of("leerling", leerling, "totenmet", "2020-01-01")).andExpect(content().string(containsString("geen regels")));
        stuur("/inzagelog", auditor, Map.of("leerling", "niemand", "van", "gisteren", "totenmet", "0001-01-01", "actie", "x", "voor", "x"))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("fout-leerling"),
                        containsString("fout-van"), containsString("fout-totenmet"), containsString("fout-actie"))));
        stuur("/inzagelog", auditor, Map.of("van", "2026-03-03", "totenmet", "2026-03-01")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void deExportHeeftDezelfdeRegelsZonderInhoud() throws Exception {
        log.noteer(Verwerking.verstrekken(BUNNIK, zaak.leerlingId(), zaak.id(), null, "=kwaad;\"doel\"", "LPW 21a", "DUO"));
        stuur("/inzagelog/export", auditor, Map.of("leerling", zaak.zaaknummer())).andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/csv")).andExpect(content().string(allOf(
                        containsString("moment;gemeente;actie"), containsString(";raadplegen;nee;" + zaak.leerlingId() + ";" + zaak.id()),
                        containsString("\"'=kwaad;\"\"doel\"\"\""), not(containsString(melding.achternaam())))));
        stuur("/inzagelog/export", auditor, Map.of("leerling", "niemand")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void watErVoorHetSamenvoegenGebeurdeHoortErbij() throws Exception {
        UUID eerder = UUID.randomUUID();
        log.noteer(Verwerking.raadplegen(BUNNIK, eerder, null, "iemand", "dubbele inschrijving bekijken"));
        jdbc.sql("insert into leerling_alias (oud, leerling_id, gemeente, samengevoegd_op, door) values (?, ?, ?, now(), 'iemand')")
                .params(eerder, zaak.leerlingId(), BUNNIK).update();
        toon("/leerlingen/" + zaak.leerlingId() + "/inzage", auditor).andExpect(content().string(allOf(
                containsString("dubbele inschrijving bekijken"), containsString("zaak bekijken"))));
    }

    @Test
    void deControleVanDeKeten() throws Exception {
        stuur("/inzagelog/controle", auditor, Map.of()).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("niets gewijzigd of verwijderd"), containsString("Laatste zegel"))));
    }

    @Test
    void deCoordinatorZietPerLeerlingWieKeekMetNaamMaarHetHeleLogNiet() throws Exception {
        Medewerker coordinator = Verhaal.medewerker(context, Rol.COORDINATOR, BUNNIK);
        toon("/leerlingen/" + zaak.leerlingId(), coordinator).andExpect(content().string(containsString("id=\"wie-keek\"")));
        toon("/leerlingen/" + zaak.leerlingId() + "/inzage", coordinator).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString(melding.achternaam()), containsString("zaak bekijken"))));
        toon("/inzagelog", coordinator).andExpect(status().isForbidden());
        toon("/leerlingen/" + zaak.leerlingId() + "/inzage", ambtenaar).andExpect(status().isForbidden());
        toon("/leerlingen/" + zaak.leerlingId() + "/inzage", mensen.maak(Rol.COORDINATOR, NOORDOOSTPOLDER)).andExpect(status().isNotFound());
        toon("/leerlingen/" + zaak.leerlingId() + "/inzage", mensen.maak(Rol.AUDITOR, NOORDOOSTPOLDER)).andExpect(status().isNotFound());
    }

    @Test
    void eenZaakDieDeCoordinatorNietMagKennenStaatErNietBij() throws Exception {
        Zaak meldcode = zaken.open(BUNNIK, "meldcode", zaak.leerlingId());
        log.noteer(Verwerking.raadplegen(BUNNIK, zaak.leerlingId(), meldcode.id(), "iemand", "kind in gevaar bekijken"));
        Medewerker zonderAutorisatie = mensen.maak(Rol.COORDINATOR, BUNNIK);
        toon("/leerlingen/" + zaak.leerlingId() + "/inzage", zonderAutorisatie).andExpect(status().isOk())
                .andExpect(content().string(allOf(not(containsString("kind in gevaar")), not(containsString(zaak.zaaknummer())))));
        toon("/leerlingen/" + zaak.leerlingId() + "/inzage", auditor).andExpect(content().string(containsString("kind in gevaar")));
    }

    @Test
    void eenAuditorVanEldersZietNiets() throws Exception {
        Leerling leerling = leerlingen.metId(zaak.leerlingId());
        Medewerker elders = mensen.maak(Rol.AUDITOR, NOORDOOSTPOLDER);
        stuur("/inzagelog", elders, Map.of("leerling", leerling.bsn())).andExpect(status().isUnprocessableEntity());
        stuur("/inzagelog", elders, Map.of("leerling", leerling.id().toString())).andExpect(status().isUnprocessableEntity());
        stuur("/inzagelog", elders, Map.of("leerling", zaak.zaaknummer())).andExpect(status().isUnprocessableEntity());
    }

    private ResultActions toon(String pad, Medewerker wie) throws Exception {
        return mvc.perform(get(pad).with(user(wie.gebruikersnaam())).accept(MediaType.TEXT_HTML));
    }

    private ResultActions stuur(String pad, Medewerker wie, Map<String, String> velden) throws Exception {
        MockHttpServletRequestBuilder verzoek = post(pad).with(user(wie.gebruikersnaam())).with(csrf()).accept(MediaType.TEXT_HTML, MediaType.ALL);
        velden.forEach(verzoek::param);
        return mvc.perform(verzoek);
    }
}
