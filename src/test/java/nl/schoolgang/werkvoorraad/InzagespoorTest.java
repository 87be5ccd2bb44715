package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Every look leaves a line in the processing log, on screens and in the API, and so does a look that was refused. */
@Toepassingstest
class InzagespoorTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private JdbcClient jdbc;

    private Verhaal verhaal;
    private Zaak zaak;
    private Medewerker administratie;

    @BeforeEach
    void eenZaak() {
        verhaal = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK));
        zaak = verhaal.zaak();
        administratie = Verhaal.medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, BUNNIK);
    }

    @Test
    void wieKijktLaatEenSpoorNaVoorElkDoelEen() throws Exception {
        kijk("/leerlingen/" + zaak.leerlingId(), administratie, 200);
        kijk("/leerlingen/" + zaak.leerlingId(), administratie, 200);
        kijk("/zaken/" + zaak.zaaknummer(), administratie, 200);
        kijk("/taken/" + verhaal.taak("terugmelden").id(), administratie, 200);
        assertThat(spoor(administratie)).containsExactly("dossier bekijken|-|false", "zaak bekijken|" + zaak.id() + "|false",
                "taak bekijken|" + zaak.id() + "|false");
    }

    @Test
    void deApiLaatHetzelfdeSpoorNa() throws Exception {
        kijk("/api/v1/zaken/" + zaak.zaaknummer(), administratie, 200);
        kijk("/api/v1/taken/" + verhaal.taak("terugmelden").id(), administratie, 200);
        assertThat(spoor(administratie)).containsExactly("zaak bekijken|" + zaak.id() + "|false", "taak bekijken|" + zaak.id() + "|false");
    }

    @Test
    void watGeweigerdWerdStaatErOok() throws Exception {
        Medewerker elders = Verhaal.medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, NOORDOOSTPOLDER);
        kijk("/leerlingen/" + zaak.leerlingId(), elders, 404);
        kijk("/zaken/" + zaak.zaaknummer(), elders, 404);
        kijk("/api/v1/zaken/" + zaak.zaaknummer(), elders, 404);
        kijk("/taken/" + verhaal.taak("terugmelden").id(), elders, 404);
        assertThat(spoor(elders)).hasSize(4).allSatisfy(regel -> assertThat(regel).endsWith("|true"));
    }

    @Test
    void zoekenStaatErZonderWatErWerdGezocht() throws Exception {
        long eerder = zoekregels();
        mvc.perform(post("/leerlingen").with(user(nieuw().gebruikersnaam())).with(csrf()).param("zoek", "Geheimzinnig")).andExpect(status().isOk());
        assertThat(zoekregels()).isEqualTo(eerder + 1);
        assertThat(jdbc.sql("select count(*) from verwerkingslog l where l::text ilike '%geheimzinnig%'").query(Long.class).single()).isZero();
    }

    @Test
    void eenStukErbijIsVerzamelenEnNoemtHetStuk() {
        assertThat(jdbc.sql("select count(*) from verwerkingslog l join dossierstuk d on l.onderwerp = d.soort || ' ' || d.id "
                + "where d.zaak_id = ? and l.actie = 'verzamelen' and l.leerling_id = d.leerling_id").param(zaak.id()).query(Long.class).single())
                .isEqualTo(jdbc.sql("select count(*) from dossierstuk where zaak_id = ?").param(zaak.id()).query(Long.class).single())
                .isPositive();
    }

    private Medewerker nieuw() {
        return context.getBean(Proefmensen.class).maak(Rol.LEERPLICHTAMBTENAAR, BUNNIK);
    }

    private long zoekregels() {
        return jdbc.sql("select count(*) from verwerkingslog where doel = 'leerlingen zoeken' and gemeente = ?").param(BUNNIK)
                .query(Long.class).single();
    }

    private List<String> spoor(Medewerker wie) {
        return jdbc.sql("""
                select doel || '|' || coalesce(zaak_id::text, '-') || '|' || geweigerd from verwerkingslog
                where wie = ? and leerling_id = ? and actie = 'raadplegen' order by id""").params(wie.gebruikersnaam(), zaak.leerlingId())
                .query(String.class).list();
    }

    private void kijk(String pad, Medewerker wie, int verwacht) throws Exception {
        mvc.perform(get(pad).with(user(wie.gebruikersnaam())).accept(pad.startsWith("/api") ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML))
                .andExpect(status().is(verwacht));
    }
}
