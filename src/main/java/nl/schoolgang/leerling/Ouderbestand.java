package nl.schoolgang.leerling;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes one record of two that are about the same parent. */
@Component
class Ouderbestand {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher gebeurtenissen;

    Ouderbestand(JdbcClient jdbc, ApplicationEventPublisher gebeurtenissen) {
        this.jdbc = jdbc;
        this.gebeurtenissen = gebeurtenissen;
    }

    /**
     * The record that remains keeps what it says, also about relation and authority; what it lacks comes from the other. An address that one
     * of the two calls secret is secret. The other record goes, unless it is a parent of another pupil too.
     *
     * @param verdwijnt the pupil whose parent the other record is
     */
    void voegSamen(Ouder blijft, UUID verdwijnt, Ouder ander) {
        jdbc.sql("delete from leerling_ouder where leerling_id = ? and ouder_id = ?").params(verdwijnt, ander.id()).update();
        if (blijft.id().equals(ander.id())) {
            return;
        }
        // An address comes along as a whole: half of one and half of another is nobody's.
        boolean adres = blijft.adres().regel().isEmpty();
        jdbc.sql("""
                update ouder b set bsn_versleuteld = coalesce(b.bsn_versleuteld, a.bsn_versleuteld), bsn_hash = coalesce(b.bsn_hash, a.bsn_hash),
                    geboortedatum = coalesce(b.geboortedatum, a.geboortedatum), telefoon = coalesce(b.telefoon, a.telefoon),
                    email = coalesce(b.email, a.email), voorletters = coalesce(b.voorletters, a.voorletters),
                    titulatuur = coalesce(b.titulatuur, a.titulatuur), geslacht = coalesce(b.geslacht, a.geslacht), taal = coalesce(b.taal, a.taal), tolk_nodig = b.tolk_nodig or a.tolk_nodig,
                    geheim_adres = b.geheim_adres or a.geheim_adres,
                    straat = case when :adres then a.straat else b.straat end, huisnummer = case when :adres then a.huisnummer else b.huisnummer end,
                    postcode = case when :adres then a.postcode else b.postcode end,
                    woonplaats = case when :adres then a.woonplaats else b.woonplaats end, versie = b.versie + 1
                from ouder a where b.id = :blijft and a.id = :ander""")
                .param("adres", adres).param("blijft", blijft.id()).param("ander", ander.id()).update();
        if (jdbc.sql("select count(*) from leerling_ouder where ouder_id = ?").param(ander.id()).query(Long.class).single() == 0) {
            gebeurtenissen.publishEvent(new OuderSamengevoegd(ander.id(), blijft.id()));
            jdbc.sql("delete from ouder where id = ?").param(ander.id()).update();
        }
    }
}
