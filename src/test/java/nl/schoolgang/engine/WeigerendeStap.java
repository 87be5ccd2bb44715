package nl.schoolgang.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A step of a trial model that adds a row with a name in it, which the database refuses. */
@Component("weigerendeStap")
class WeigerendeStap implements JavaDelegate {

    static final String NAAM = "Geheimenstein-Verzonnen";

    private final JdbcClient jdbc;

    WeigerendeStap(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void execute(DelegateExecution execution) {
        voegToe();
    }

    void voegToe() {
        jdbc.sql("insert into leerling (id, gemeente, achternaam, aangemaakt_op) values (gen_random_uuid(), 'bunnik', ?, now())")
                .param(NAAM).update();
    }
}
