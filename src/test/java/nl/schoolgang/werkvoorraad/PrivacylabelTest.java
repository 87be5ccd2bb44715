package nl.schoolgang.werkvoorraad;

import static org.assertj.core.api.Assertions.assertThat;

import nl.schoolgang.dossier.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suspected absence is police data, leave and exemption are not, and criminal-law records have a label of their own (BUN, toelichting art. 4). */
class PrivacylabelTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"relatief-verzuim, WPG", "gesprek, WPG", "schriftelijke-waarschuwing, WPG", "absoluut-verzuim, WPG",
            "verlof-meer-dan-10-dagen, AVG", "vrijstelling-artikel-5, AVG", "vrijstelling-artikel-15, AVG",
            "halt-verwijzing, STRAFRECHT", "proces-verbaal, STRAFRECHT", "een-procedure-die-niemand-kent, WPG"})
    void elkeProcedureHeeftHetLabelVanHaarWet(String procedure, Label label) {
        assertThat(Privacylabel.van(procedure)).isEqualTo(label);
    }
}
