package nl.schoolgang.herstel;

import static nl.schoolgang.modellen.GesprekModel.GESPREK_UITNODIGEN;
import static nl.schoolgang.modellen.GesprekModel.GESPREK_VOEREN;
import static nl.schoolgang.modellen.GesprekModel.REACTIE_VASTLEGGEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.CONTACT_OUDERS;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.Unieke;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaak;
import nl.schoolgang.zaak.Zaakstatus;
import nl.schoolgang.zaak.Zaken;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two cases side by side, of one child or of two, to be put right in every phase; and what must hold afterwards. */
@Toepassingstest
abstract class Herstelproef {

    static final String REDEN = "Verzonnen reden van herstel";

    @Autowired
    ApplicationContext context;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Zaken zaken;
    @Autowired
    Leerlingen leerlingen;
    @Autowired
    RuntimeService runtimeService;
    @Autowired
    Samenvoeging samenvoeging;

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    Verhaal verhaal(Meldingsbouwer melding) {
        return new Verhaal(context).gegeven(melding);
    }

    static Meldingsbouwer doorNummer() {
        return verzuimmelding().in(Verhaal.BUNNIK).onderwijsnummer(Unieke.onderwijsnummer());
    }

    Medewerker mens(Rol rol) {
        return Verhaal.medewerker(context, rol, Verhaal.BUNNIK);
    }

    static void teruggemeld(Verhaal verhaal) {
        verhaal.als(Rol.ADMINISTRATIEF_MEDEWERKER).rondAf(TERUGMELDEN, terugmelding());
    }

    static void totContact(Verhaal verhaal) {
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AANPAK_KIEZEN, aanpakTegenAdvies("contact"));
    }

    static void totGesprek(Verhaal verhaal) {
        totContact(verhaal);
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("ongeoorloofd", true));
    }

    static void totAfspraken(Verhaal verhaal) {
        totGesprek(verhaal);
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(GESPREK_UITNODIGEN, uitnodiging("2026-03-02"));
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(REACTIE_VASTLEGGEN, reactie("komt"));
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(GESPREK_VOEREN, gesprekMetAfspraken("2026-04-10"));
    }

    static void totAfhandelen(Verhaal verhaal) {
        teruggemeld(verhaal);
        totContact(verhaal);
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(CONTACT_OUDERS, contact("geoorloofd", true));
    }

    /** Merges, keeping what the remaining pupil says wherever the two differ. */
    void voegSamen(UUID blijft, UUID verdwijnt) {
        Vergelijking vergelijking = samenvoeging.vergelijk(blijft, verdwijnt);
        samenvoeging.voegSamen(blijft, verdwijnt, keuzes(vergelijking), vergelijking.kenmerk(), mens(Rol.LEERPLICHTAMBTENAAR));
    }

    static Map<String, String> keuzes(Vergelijking vergelijking) {
        Map<String, String> keuzes = new HashMap<>(Map.of("reden", REDEN));
        vergelijking.velden().stream().filter(Vergelijkingsveld::keuze).forEach(v -> keuzes.put(v.veld(), "blijft"));
        return keuzes;
    }

    UUID melding(Meldingsbouwer melding) {
        return jdbc.sql("select id from melding where meldingsnummer = ?").param(melding.meldingsnummer()).query(UUID.class).single();
    }

    Zaak zaakVan(Meldingsbouwer melding) {
        return zaken.metId(jdbc.sql("select zaak_id from melding where meldingsnummer = ?").param(melding.meldingsnummer()).query(UUID.class).single());
    }

    List<String> berichten(Meldingsbouwer melding) {
        return jdbc.sql("select soort from bericht where melding_id = ? order by aangemaakt_op").param(melding(melding)).query(String.class).list();
    }

    /** What must hold whatever was put right. */
    void klopt(Verhaal... verhalen) {
        for (Verhaal verhaal : verhalen) {
            verhaal.elkeTermijnHeeftEenTimer();
            Zaak zaak = verhaal.zaak();
            assertThat(zaak.procesInstantieId() != null && zaak.status() == Zaakstatus.OPEN ? 1L : 0L).as("proces van %s", zaak.zaaknummer())
                    .isEqualTo(runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(zaak.zaaknummer())
                            .processDefinitionKey(zaak.procedure()).count());
            runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(zaak.zaaknummer()).list().forEach(p -> {
                assertThat(runtimeService.getVariable(p.getId(), "leerlingId")).isEqualTo(zaak.leerlingId().toString());
                assertThat(runtimeService.getVariablesLocal(p.getRootProcessInstanceId())).doesNotContainKeys("meldingId", "meldingsnummer",
                        "meldingOntvangen");
            });
            assertThat(verhaal.taken()).allMatch(t -> t.leerlingId().equals(zaak.leerlingId()));
        }
        // What happened before the 18th birthday stays where it happened, when the melding goes on elsewhere.
        assertThat(jdbc.sql("""
                with meerderjarig as (select van, naar from zaak_koppeling where soort = 'overdracht-18-plus')
                select m.meldingsnummer from melding m join zaak z on z.id = m.zaak_id where m.leerling_id <> z.leerling_id
                union all select t.code from termijn t join melding m on m.id = t.melding_id where t.zaak_id <> m.zaak_id
                    and (t.zaak_id, m.zaak_id) not in (select van, naar from meerderjarig)
                union all select d.soort from dossierstuk d join melding m on m.id = d.melding_id
                    where d.zaak_id <> m.zaak_id and (d.zaak_id, m.zaak_id) not in (select van, naar from meerderjarig)
                        or d.leerling_id <> m.leerling_id
                union all select b.soort from bericht b join melding m on m.id = b.melding_id where b.zaak_id <> m.zaak_id
                    and (b.zaak_id, m.zaak_id) not in (select van, naar from meerderjarig)
                union all select m.meldingsnummer from bericht b join melding m on m.id = b.melding_id where b.soort = 'terugmelding'
                    group by m.meldingsnummer having count(*) > 1
                union all select w.definitie from werkvoorraad_taak w join zaak z on z.id = w.zaak_id
                    where w.leerling_id <> z.leerling_id or z.status <> 'open'
                        and w.definitie not in ('wijziging-beoordelen', 'adres-zoeken', 'gevolg-beoordelen')
                union all select t.code from termijn t join zaak z on z.id = t.zaak_id
                    where z.status <> 'open' and t.status in ('lopend', 'opgeschort', 'verlengd')""").query(String.class).list()).isEmpty();
    }
}
