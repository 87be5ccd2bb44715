package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.verhaal.Antwoord.aanpakTegenAdvies;
import static nl.schoolgang.verhaal.Antwoord.contact;
import static nl.schoolgang.verhaal.Antwoord.gebeurtenisAfgehandeld;
import static nl.schoolgang.verhaal.Antwoord.terugmelding;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.Unieke;
import nl.schoolgang.brief.Aansoort;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Briefpost;
import nl.schoolgang.brief.Briefstatus;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.brief.Retourreden;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.herstel.Meldingverplaatsing;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweLeerling;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of letters that wait in a case when what they say is overtaken ({@link WachtendeBrievenAfdoen}). */
@Toepassingstest
class WachtendeBrievenTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Brieven brieven;
    @Autowired
    Leerlingen leerlingen;
    @Autowired
    Meldingen meldingen;
    @Autowired
    Briefpost post;
    @Autowired
    TransactionTemplate transacties;
    @Autowired
    Meldingverplaatsing verplaatsing;
    @Autowired
    JdbcClient jdbc;

    private final Meldingsbouwer melding = verzuimmelding().in(BUNNIK).geboren(LocalDate.of(2009, 3, 10));
    private Verhaal verhaal;

    @BeforeEach
    void begin() {
        verhaal = new Verhaal(context);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    private List<Brief> brieven() {
        return brieven.vanZaak(verhaal.zaak().id());
    }

    /** With an invitation and a contact letter in the queue, to the mother and to the youth. */
    private void metBrieven() {
        verhaal.gegeven(melding);
        jdbc.sql("update leerling set straat = 'Bloesemweg', huisnummer = '1', postcode = '3981 XA', woonplaats = 'Bunnik' where id = ?")
                .param(verhaal.zaak().leerlingId()).update();
        leerlingen.voegOuderToe(verhaal.zaak().leerlingId(), new NieuweOuder(BUNNIK, null, "Rima", null, "Verzinsel", null,
                new Adres("Bloesemweg", "1", "3981 XA", "Bunnik"), false, null, null, null, false, false), "moeder", true);
        verhaal.als(ADMINISTRATIEF_MEDEWERKER).rondAf("terugmelden", terugmelding());
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("aanpak-kiezen", aanpakTegenAdvies("contact"));
        Map<String, Object> velden = contact("geen-contact", true);
        velden.putAll(Map.of("contactWijze", "schriftelijk", "contactBrief", "ja"));
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("contact-ouders", velden);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        assertThat(brieven()).extracting(Brief::status).containsOnly(Briefstatus.KLAAR);
        assertThat(brieven()).extracting(Brief::aanSoort).contains(Aansoort.OUDER, Aansoort.JONGERE);
        assertThat(brieven()).extracting(Brief::meldingId).containsNull();
    }

    @Test
    void deLaatsteMeldingIngetrokken_deBrievenWachtenEnVervallenBijHetAfhandelen() {
        metBrieven();
        List<Brief> oude = brieven();
        verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        assertThat(verhaal.openTaken()).containsExactly("afhandelen");
        assertThat(brieven()).extracting(Brief::status).containsOnly(Briefstatus.AANGEHOUDEN);
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("afhandelen", new HashMap<>(Map.of("afsluitreden", "ingetrokken", "jongereBericht",
                "ingetrokken-of-geregistreerd", "toestemmingInhoud", "niet-gedeeld", "inZatMdo", "nee")));
        verhaal.isGesloten(Zaakstatus.INGETROKKEN);
        assertThat(oude).extracting(b -> brieven.metId(b.id()).status()).containsOnly(Briefstatus.VERVALLEN);
        assertThat(verhaal.tijdlijn()).anyMatch(t -> t.contains("alle meldingen zijn ingetrokken"))
                .anyMatch(t -> t.contains("Aangehouden brieven beoordeeld: " + oude.size() + " gaan niet uit"));
    }

    @Test
    void eenVanTweeMeldingenIngetrokken_deBrievenBlijvenKlaar() {
        metBrieven();
        Meldingsbouwer tweede = verzuimmelding().van(melding);
        verhaal.gegeven(tweede);
        verhaal.lever(tweede.kopie().status("ingetrokken"), 200);
        assertThat(brieven()).extracting(Brief::status).containsOnly(Briefstatus.KLAAR);
    }

    /** One is left empty with a word of correction and goes to its closing; the other closes at once. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deMeldingGingOverEenAnder_hetVerkeerdeGezinKrijgtNietsMeer(boolean correctie) {
        metBrieven();
        List<Brief> oude = brieven();
        UUID juiste = leerlingen.registreer(new NieuweLeerling(BUNNIK, Unieke.bsn(), null, "Tess", null, Unieke.naam("Juist"),
                LocalDate.of(2010, 5, 14), null, null, null, null));
        UUID id = meldingen.vanZaak(verhaal.zaak().id()).get(0).id();
        verplaatsing.verplaats(verhaal.zaak(), id, juiste, correctie, "Verzonnen reden", Verhaal.medewerker(context, LEERPLICHTAMBTENAAR, BUNNIK));
        assertThat(verhaal.zaak().status()).isEqualTo(correctie ? Zaakstatus.OPEN : Zaakstatus.INGETROKKEN);
        assertThat(oude).extracting(b -> brieven.metId(b.id()).status()).containsOnly(Briefstatus.VERVALLEN);
    }

    @Test
    void achttienGeworden_versturenGeldtNietVoorDeBrievenAanDeOuders() {
        metBrieven();
        verhaal.klok(LocalDateTime.of(2027, 3, 10, 9, 0));
        verhaal.gebeurt(200, "soort", "achttien-geworden");
        assertThat(brieven()).extracting(Brief::status).containsOnly(Briefstatus.AANGEHOUDEN);
        List<Brief> oude = brieven();
        Map<String, Object> velden = gebeurtenisAfgehandeld();
        velden.put("briefBesluit", "versturen");
        verhaal.als(LEERPLICHTAMBTENAAR).rondAf("gebeurtenis-afhandelen", velden);
        assertThat(oude).allSatisfy(b -> assertThat(brieven.metId(b.id()).status())
                .isEqualTo(b.aanSoort() == Aansoort.OUDER ? Briefstatus.VERVALLEN : Briefstatus.KLAAR));
        assertThat(verhaal.tijdlijn()).anyMatch(t -> t.contains("gaan alsnog uit") && t.contains("aan ouders niet"));
    }

    @Test
    void eenMeldingNaHetOverlijden_wordtAfgeslotenMetEenTaakEnZonderBrief() {
        metBrieven();
        verhaal.gebeurt(200, "soort", "overleden");
        Verhaal later = new Verhaal(context).gegeven(verzuimmelding().van(melding));
        assertThat(later.zaak().status()).isEqualTo(Zaakstatus.AFGESLOTEN);
        assertThat(later.zaak().id()).isNotEqualTo(verhaal.zaak().id());
        assertThat(later.openTaken()).containsExactly("wijziging-beoordelen");
        assertThat(later.berichten("afsluiting")).hasSize(1);
        assertThat(brieven.vanZaak(later.zaak().id())).isEmpty();
    }

    @Test
    void retourpostNaHetOverlijden_vraagtNietsMeerEnGaatNietOpnieuwUit() {
        metBrieven();
        List<UUID> uit = brieven().stream().filter(b -> b.aanSoort() == Aansoort.OUDER).map(Brief::id).toList();
        post.verzonden(uit, LocalDate.of(2026, 3, 2), "iemand");
        post.retour(uit.get(0), Retourreden.values()[0], "iemand");
        assertThat(verhaal.openTaken()).contains("adres-zoeken");
        verhaal.gebeurt(200, "soort", "overleden");
        assertThat(verhaal.openTaken()).isEmpty();
        post.retour(uit.get(1), Retourreden.values()[0], "iemand");
        assertThat(verhaal.openTaken()).isEmpty();
        assertThatThrownBy(() -> transacties.execute(t -> brieven.opnieuw(uit.get(1), List.of("Bloesemweg 2", "3981 XA  Bunnik"), "iemand")))
                .isInstanceOf(Conflict.class).hasMessageContaining("overleden");
    }
}
