package nl.schoolgang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.termijn.Ingebrekestelling;
import nl.schoolgang.termijn.Termijn;
import org.junit.jupiter.api.Test;

/** From a decision term that lapsed to the penalty that was fixed (Awb 4:17, 4:18). */
@Toepassingstest
class DwangsomloopTest extends Termijnproef {

    @Test
    void deDwangsomVanIngebrekestellingTotVaststelling() {
        Termijn termijn = start("verlof.beslissen", "2026-09-11");
        assertThat(termijn.laatsteDag()).isEqualTo("2026-11-06");
        nu("2026-11-06T10:00");
        Ingebrekestelling vroeg = werk.stelInGebreke(zaak, termijn.id(), dag("2026-11-06"), 1, null, ambtenaar);
        assertThat(vroeg.prematuur()).isTrue();
        assertThat(lopend("dwangsom.ingebrekestelling")).isEmpty();
        klok.zetStil(termijn.vervalmoment());
        managementService.executeJob(timer().getId());

        nu("2026-11-09T10:00");
        werk.stelInGebreke(zaak, termijn.id(), dag("2026-11-09"), 2, null, ambtenaar);
        assertThat(lopend("dwangsom.ingebrekestelling")).extracting(Termijn::laatsteDag).containsExactly(dag("2026-11-23"));
        assertThatThrownBy(() -> werk.stelInGebreke(zaak, termijn.id(), dag("2026-11-09"), 2, null, ambtenaar)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> werk.stelVast(zaak, termijn.id(), dag("2026-11-09"), ambtenaar)).isInstanceOf(Conflict.class);

        nu("2026-11-24T00:00");
        termijnen.laatVerlopen();
        assertThat(lopend("dwangsom.looptijd")).extracting(Termijn::laatsteDag).containsExactly(dag("2027-01-04"));
        nu("2026-12-10T10:00");
        assertThat(ingebrekestellingen.verloop(geldig()).dagen()).isEqualTo(17);
        werk.beslist(zaak, termijn.id(), dag("2026-12-10"), ambtenaar);
        assertThat(ingebrekestellingen.verloop(geldig()).bedrag()).as("14 x 23 + 2 x 35").isEqualTo(392);
        assertThat(lopend("dwangsom.looptijd")).isEmpty();
        assertThat(lopend("dwangsom.vaststelling")).extracting(Termijn::laatsteDag).containsExactly(dag("2026-12-23"));
        nu("2026-12-15T10:00");
        Ingebrekestelling vast = werk.stelVast(zaak, termijn.id(), dag("2026-12-15"), ambtenaar);
        assertThat(vast.bedrag()).isEqualTo(392);
        assertThat(lopend("dwangsom.vaststelling")).isEmpty();
    }

    @Test
    void naTweeenveertigDagenIsDeDwangsomVolEnMoetZijWordenVastgesteld() {
        Termijn termijn = start("verlof.beslissen", "2026-09-11");
        klok.zetStil(termijn.vervalmoment());
        managementService.executeJob(timer().getId());
        nu("2026-11-09T10:00");
        werk.stelInGebreke(zaak, termijn.id(), dag("2026-11-09"), 1, null, ambtenaar);
        nu("2027-01-05T07:00");
        termijnen.laatVerlopen();
        termijnen.laatVerlopen();
        assertThat(lopend("dwangsom.vaststelling")).extracting(Termijn::laatsteDag).containsExactly(dag("2027-01-18"));
        assertThat(ingebrekestellingen.verloop(geldig()).bedrag()).isEqualTo(1442);
    }

    protected Ingebrekestelling geldig() {
        return ingebrekestellingen.van(termijn().id()).stream().filter(i -> !i.prematuur()).findFirst().orElseThrow();
    }
}
