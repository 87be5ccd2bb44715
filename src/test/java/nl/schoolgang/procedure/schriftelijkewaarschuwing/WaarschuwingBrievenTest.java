package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.Waarschuwingsproef.aangevuld;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.Waarschuwingsproef.beslist;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.Waarschuwingsproef.kies;
import static nl.schoolgang.procedure.schriftelijkewaarschuwing.Waarschuwingsproef.licht;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The warning on paper: to each parent with authority and/or the youth from 12. */
@Toepassingstest
class WaarschuwingBrievenTest {

    @Autowired
    ApplicationContext context;

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    /** NOP 4.3 and BUN 6.9: to the parents and/or the youth; each letter is archived in the dossier of the warning. */
    @ParameterizedTest
    @CsvSource({"ouders,waarschuwing-ouders", "jongere,waarschuwing-jongere", "ouders jongere,waarschuwing-jongere waarschuwing-ouders"})
    void deWaarschuwingGaatOpPapierNaarWieIsGekozen(String aan, String verwacht) {
        Verhaal waarschuwing = kies(new Verhaal(context).gegeven(licht(BUNNIK, 15)), met("zorg", "ja"));
        metOuder(waarschuwing);
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren",
                aangevuld(beslist("gewaarschuwd"), "gewaarschuwden", List.of(aan.split(" "))));
        assertThat(String.join(" ", brieven(waarschuwing))).isEqualTo(verwacht);
        waarschuwing.isGesloten(Zaakstatus.AFGESLOTEN);
    }

    @Test
    void zonderWaarschuwingGeenBrief() {
        Verhaal waarschuwing = kies(new Verhaal(context).gegeven(licht(BUNNIK, 15)), met("zorg", "ja"));
        metOuder(waarschuwing);
        waarschuwing.als(LEERPLICHTAMBTENAAR).rondAf("maatregel-uitvoeren", beslist("niet-gewaarschuwd"));
        assertThat(brieven(waarschuwing)).isEmpty();
    }

    private void metOuder(Verhaal waarschuwing) {
        context.getBean(Leerlingen.class).voegOuderToe(waarschuwing.zaak().leerlingId(), new NieuweOuder(waarschuwing.zaak().gemeente(), null,
                "Verzonnen", null, "Ouder", LocalDate.of(1985, 1, 1), new Adres("Voorbeeldstraat", "1", "1234 AB", "Voorbeeldstad"), false, null,
                null, null, false), "moeder", true);
    }

    private List<String> brieven(Verhaal waarschuwing) {
        return context.getBean(Brieven.class).vanZaak(waarschuwing.zaak().id()).stream().map(b -> b.code()).sorted().toList();
    }
}
