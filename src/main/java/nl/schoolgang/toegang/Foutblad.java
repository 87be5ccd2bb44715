package nl.schoolgang.toegang;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** The page for a request that never reaches the application, such as an address with a NUL. Public because Tomcat makes it. */
public final class Foutblad extends ErrorReportValve {

    private static final String PAGINA = """
            <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Niet gevonden – Schoolgang</title></head>
            <body><h1>Niet gevonden</h1><p>Deze pagina bestaat niet. Kijk of het adres goed is.</p>
            <p><a href="/">Naar het begin</a></p></body></html>
            """;

    @Override
    protected void report(Request verzoek, Response antwoord, Throwable fout) {
        if (antwoord.getStatus() < 400 || antwoord.getContentWritten() > 0 || !antwoord.setErrorReported()) {
            return;
        }
        try {
            antwoord.setContentType("text/html");
            antwoord.setCharacterEncoding(StandardCharsets.UTF_8.name());
            antwoord.setHeader("Content-Language", "nl");
            Writer blad = antwoord.getReporter();
            if (blad != null) {
                blad.write(PAGINA);
                antwoord.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("Foutblad", e);
        }
    }
}
