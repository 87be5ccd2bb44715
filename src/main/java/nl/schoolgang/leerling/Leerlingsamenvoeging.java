package nl.schoolgang.leerling;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes one record of two that are about the same person. Rights, municipality and reason are tested by who calls. */
@Service
public class Leerlingsamenvoeging {

    private final Leerlingen leerlingen;
    private final Ouderbestand ouders;
    private final JdbcClient jdbc;
    private final Geheimen geheimen;
    private final ApplicationEventPublisher gebeurtenissen;
    private final Clock klok;

    Leerlingsamenvoeging(Leerlingen leerlingen, Ouderbestand ouders, JdbcClient jdbc, Geheimen geheimen,
            ApplicationEventPublisher gebeurtenissen, Clock klok) {
        this.leerlingen = leerlingen;
        this.ouders = ouders;
        this.jdbc = jdbc;
        this.geheimen = geheimen;
        this.gebeurtenissen = gebeurtenissen;
        this.klok = klok;
    }

    /**
     * Merges a pupil into another; both are held by the caller. Everything about the pupil comes along ({@link LeerlingSamengevoegd}); its
     * id and its onderwijsnummer keep leading to the pupil that remains.
     *
     * @param gekozen   what the remaining pupil is to be: its own id, and the chosen value of each part
     * @param verdwijnt the pupil that goes
     * @param door      user name
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Samenvoegingsverslag voegSamen(Leerling gekozen, UUID verdwijnt, String door) {
        UUID blijft = gekozen.id();
        String anderNummer = anderOnderwijsnummer(leerlingen.metId(blijft), leerlingen.metId(verdwijnt), gekozen);
        Samenvoegingsverslag verslag = verhuisOuders(blijft, verdwijnt);
        gebeurtenissen.publishEvent(new LeerlingSamengevoegd(gekozen.gemeente(), verdwijnt, blijft, gekozen.naam()));
        vulAan(blijft, verdwijnt);
        jdbc.sql("update leerling_alias set leerling_id = ? where leerling_id = ?").params(blijft, verdwijnt).update();
        jdbc.sql("delete from leerling where id = ?").param(verdwijnt).update();
        jdbc.sql("insert into leerling_alias (oud, leerling_id, gemeente, onderwijsnummer_hash, samengevoegd_op, door) values (?, ?, ?, ?, ?, ?)")
                .params(verdwijnt, blijft, gekozen.gemeente(), geheimen.hash(anderNummer), Timestamp.from(klok.instant()), door).update();
        leerlingen.wijzig(gekozen);
        jdbc.sql("""
                update leerling set bsn_versleuteld = ?, bsn_hash = ?, onderwijsnummer_versleuteld = ?, onderwijsnummer_hash = ? where id = ?""")
                .params(geheimen.versleutel(gekozen.bsn()), geheimen.hash(gekozen.bsn()), geheimen.versleutel(gekozen.onderwijsnummer()),
                        geheimen.hash(gekozen.onderwijsnummer()), blijft).update();
        return verslag;
    }

    /** What only the other record says comes along; a startkwalificatie as a whole, with its day. */
    private void vulAan(UUID blijft, UUID verdwijnt) {
        jdbc.sql("""
                update leerling b set administratienummer = coalesce(b.administratienummer, a.administratienummer),
                    geboorteplaats = coalesce(b.geboorteplaats, a.geboorteplaats), nationaliteit = coalesce(b.nationaliteit, a.nationaliteit),
                    startkwalificatie = coalesce(b.startkwalificatie, a.startkwalificatie),
                    startkwalificatie_op = case when b.startkwalificatie is null then a.startkwalificatie_op else b.startkwalificatie_op end,
                    startkwalificatie_toelichting = case when b.startkwalificatie is null then a.startkwalificatie_toelichting
                        else b.startkwalificatie_toelichting end, gegevens_versie = b.gegevens_versie + 1
                from leerling a where b.id = :blijft and a.id = :verdwijnt""").param("blijft", blijft).param("verdwijnt", verdwijnt).update();
    }

    /** The number that was not chosen: both may be given to one child. */
    private static String anderOnderwijsnummer(Leerling blijft, Leerling verdwijnt, Leerling gekozen) {
        for (String nummer : new String[] {blijft.onderwijsnummer(), verdwijnt.onderwijsnummer()}) {
            if (nummer != null && !nummer.equals(gekozen.onderwijsnummer())) {
                return nummer;
            }
        }
        return null;
    }

    private Samenvoegingsverslag verhuisOuders(UUID blijft, UUID verdwijnt) {
        List<String> overgenomen = new ArrayList<>();
        List<String> gelijk = new ArrayList<>();
        for (Ouder ouder : leerlingen.ouders(verdwijnt)) {
            Optional<Ouder> zelfde = leerlingen.ouders(blijft).stream().filter(o -> isZelfde(o, ouder)).findFirst();
            if (zelfde.isPresent()) {
                ouders.voegSamen(zelfde.get(), verdwijnt, ouder);
                gelijk.add(ouder.naam());
            } else {
                jdbc.sql("update leerling_ouder set leerling_id = ? where leerling_id = ? and ouder_id = ?").params(blijft, verdwijnt, ouder.id())
                        .update();
                overgenomen.add(ouder.naam());
            }
        }
        return new Samenvoegingsverslag(overgenomen, gelijk, verhuisInschrijvingen(blijft, verdwijnt));
    }

    private int verhuisInschrijvingen(UUID blijft, UUID verdwijnt) {
        int verhuisd = jdbc.sql("update inschrijving set leerling_id = ? where leerling_id = ?").params(blijft, verdwijnt).update();
        // Two running enrolments at one school are one, since the earliest day.
        jdbc.sql("""
                update inschrijving i set van = eerste.van from (select school_id, min(van) as van from inschrijving
                    where leerling_id = :leerling and tot is null group by school_id) eerste
                where i.leerling_id = :leerling and i.tot is null and i.school_id = eerste.school_id""").param("leerling", blijft).update();
        jdbc.sql("""
                delete from inschrijving i where i.leerling_id = :leerling and exists (select 1 from inschrijving ander
                    where ander.leerling_id = i.leerling_id and ander.school_id = i.school_id and ander.van = i.van
                        and ander.tot is not distinct from i.tot and ander.id < i.id)""").param("leerling", blijft).update();
        return verhuisd;
    }

    /** Whether two records of parents of what is one child are about one parent: the same BSN, or the same name and nothing that contradicts it. */
    static boolean isZelfde(Ouder een, Ouder ander) {
        if (een.id().equals(ander.id())) {
            return true;
        }
        if (een.bsn() != null && ander.bsn() != null) {
            return een.bsn().equals(ander.bsn());
        }
        boolean zelfdeDag = een.geboortedatum() == null || ander.geboortedatum() == null || een.geboortedatum().equals(ander.geboortedatum());
        return een.naam().equalsIgnoreCase(ander.naam()) && een.voornamen() != null && zelfdeDag && Objects.equals(een.relatie(), ander.relatie());
    }
}
