package nl.schoolgang.bewaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@Toepassingstest
class ExportTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private JdbcClient jdbc;

    private Bewakingsproef proef;
    private Medewerker coordinator;
    private Zaak zaak;

    @BeforeEach
    void begin() {
        new Verhaal(context);
        proef = new Bewakingsproef(context);
        coordinator = proef.mens(Rol.COORDINATOR);
        zaak = proef.zaak("verlof-meer-dan-10-dagen");
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void csv_heeftDezelfdeRegelsAlsHetScherm_alleBladzijden() throws Exception {
        for (int i = 0; i < 501; i++) {
            proef.termijn(zaak, "termijn-" + i, "2026-03-02").zonderTaak();
        }
        proef.termijn(zaak, "later", "2026-06-01").zonderTaak();
        MockHttpServletResponse antwoord = haal("/bewaking/export.csv", "aandacht");
        String tekst = new String(antwoord.getContentAsByteArray(), StandardCharsets.UTF_8);

        assertThat(antwoord.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(tekst).startsWith("\uFEFFzaaknummer;").doesNotContain(Bewakingsproef.ACHTERNAAM);
        List<NamedCsvRecord> regels = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(tekst.substring(1)).stream().toList();
        assertThat(regels).hasSize(501).allSatisfy(r -> {
            assertThat(r.getField("zaaknummer")).isEqualTo(zaak.zaaknummer());
            assertThat(r.getField("stand")).isEqualTo("Bijna te laat");
            assertThat(r.getField("uitleg")).isEqualTo("2026-02-02: ontvangen");
            assertThat(r.getField("adres")).isEqualTo("http://localhost/zaken/" + zaak.zaaknummer());
        });
        assertThat(regels).extracting(r -> r.getField("termijn")).doesNotHaveDuplicates();
    }

    @Test
    void csv_voertInEenRekenbladNietsUit() throws Exception {
        jdbc.sql("update termijn set omschrijving = '=HYPERLINK(1)' where id = ?").param(proef.termijn(zaak, "a", "2026-03-02").zonderTaak()).update();
        assertThat(new String(haal("/bewaking/export.csv", "alles").getContentAsByteArray(), StandardCharsets.UTF_8)).contains(";'=HYPERLINK(1);");
    }

    @Test
    void xlsx_heeftDagenAlsDagen() throws Exception {
        proef.termijn(zaak, "beslissen", "2026-03-02").metTaak(coordinator.gebruikersnaam());
        byte[] boek = haal("/bewaking/export.xlsx", "alles").getContentAsByteArray();
        try (ReadableWorkbook lezer = new ReadableWorkbook(new ByteArrayInputStream(boek))) {
            List<Row> rijen = lezer.getFirstSheet().read();
            assertThat(rijen).hasSize(2);
            assertThat(rijen.get(0).getCellText(5)).isEqualTo("laatste dag");
            assertThat(rijen.get(1).getCellText(0)).isEqualTo(zaak.zaaknummer());
            assertThat(rijen.get(1).getCellAsDate(5)).contains(LocalDateTime.of(2026, 3, 2, 0, 0));
            assertThat(rijen.get(1).getCellText(10)).isEqualTo(coordinator.naam());
            assertThat(rijen.get(1).getCellText(11)).isEqualTo("Taak beslissen");
        }
    }

    @Test
    void wieNietBewaaktKrijgtNiets_enEenAndereGemeenteOokNiet() throws Exception {
        proef.termijn(zaak, "a", "2026-03-02").zonderTaak();
        Medewerker ambtenaar = proef.mens(Rol.LEERPLICHTAMBTENAAR);
        assertThat(mvc.perform(get("/bewaking/export.csv").with(user(ambtenaar.gebruikersnaam()))).andReturn().getResponse().getStatus()).isEqualTo(403);
        Medewerker buur = new Bewakingsproef(context).mens(Rol.COORDINATOR);
        assertThat(mvc.perform(get("/bewaking/export.csv").param("gemeente", proef.gemeente).with(user(buur.gebruikersnaam()))).andReturn()
                .getResponse().getContentAsString()).doesNotContain(zaak.zaaknummer());
    }

    private MockHttpServletResponse haal(String adres, String lijst) throws Exception {
        MockHttpServletResponse antwoord = mvc.perform(get(adres).param("lijst", lijst).with(user(coordinator.gebruikersnaam()))).andReturn().getResponse();
        assertThat(antwoord.getStatus()).isEqualTo(200);
        return antwoord;
    }
}
