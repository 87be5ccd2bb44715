package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.aanpak;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Antwoord.beoordeling;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.kalender.Uitlegregel;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A third, invented municipality, added by rows alone: a row in the database, its rows of terms, its letterhead. No model, no code. */
@Toepassingstest
@TestPropertySource(properties = "schoolgang.briefhoofden=classpath:derde-gemeente/briefhoofden.yaml")
class DerdeGemeenteTest {

    private static final String WATERRIJK = "waterrijk";
    private static final Pattern RIJ = Pattern.compile(" {6}<rule id=\"regel-[a-z0-9-]+-noordoostpolder\">.*?</rule>\n", Pattern.DOTALL);

    @Autowired
    private ApplicationContext context;
    @Autowired
    private RepositoryService repositoryService;

    @AfterEach
    void echteTijd() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void eenZaakVanMeldingTotAfgehandeldMetEigenTermijnen() throws IOException {
        context.getBean(Gemeenten.class).bewaar(new Gemeente(WATERRIJK, "Waterrijk", "noord"));
        String uitrol = repositoryService.createDeployment().addString("termijnen.dmn", metEigenRijen()).deploy().getId();
        try {
            Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(WATERRIJK).leeftijd(13).uren(18));
            verhaal.wachtOp("terugmelden", LEERPLICHTAMBTENAAR, "2026-03-16");
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("terugmelden", terugmelding());
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpak("contact"));
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", contact("ongeoorloofd", true));
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
            verhaal.wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-23");
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("reactie-vastleggen", reactie("komt"));
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-voeren", gesprekMetAfspraken("2026-04-10"));
            verhaal.verstrijkt("verzuim.afspraken");
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afspraken-beoordelen", beoordeling("ja", "helpend"));
            verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("verzuim-geeindigd"));

            verhaal.isGesloten(Zaakstatus.AFGESLOTEN);
            assertThat(verhaal.zaak().zaaknummer()).startsWith("WAT-");
            assertThat(verhaal.termijnen()).filteredOn(t -> t.code().equals("verzuim.reactie-oproep")).singleElement()
                    .satisfies(t -> assertThat(t.uitleg()).extracting(Uitlegregel::regel).anyMatch(r -> r.startsWith("Vijftien werkdagen na 2-3-2026")));
        } finally {
            repositoryService.deleteDeployment(uitrol, true);
        }
    }

    /** The rows of Noordoostpolder once more for Waterrijk, with two weeks for the feedback and fifteen werkdagen for an answer. */
    private static String metEigenRijen() throws IOException {
        String tabel = new String(DerdeGemeenteTest.class.getResourceAsStream("/processes/beleid/termijnen.dmn").readAllBytes(), StandardCharsets.UTF_8);
        StringBuilder rijen = new StringBuilder();
        Matcher rij = RIJ.matcher(tabel);
        while (rij.find()) {
            String eigen = rij.group().replace("-noordoostpolder", "-waterrijk").replace("\"noordoostpolder\"", "\"waterrijk\"");
            rijen.append(eigen.contains("\"verzuim.terugmelding\"") ? eigen.replaceFirst("<text>1</text>", "<text>2</text>")
                    : eigen.contains("\"verzuim.reactie-oproep\"") ? eigen.replaceFirst("<text>10</text>", "<text>15</text>") : eigen);
        }
        assertThat(rijen).hasSizeGreaterThan(1000);
        int begin = tabel.indexOf("      <rule id=");
        return tabel.substring(0, begin) + rijen + tabel.substring(begin);
    }
}
