package nl.schoolgang.bericht;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A mail server that greets everybody and refuses every recipient with one and the same answer. */
final class Weigeraar implements AutoCloseable {

    private final ServerSocket deur = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String antwoord;

    Weigeraar(String antwoord) throws IOException {
        this.antwoord = antwoord;
        CompletableFuture.runAsync(this::ontvang);
    }

    int poort() {
        return deur.getLocalPort();
    }

    private void ontvang() {
        while (!deur.isClosed()) {
            try (Socket bezoek = deur.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(bezoek.getInputStream(), StandardCharsets.US_ASCII))) {
                zeg(bezoek.getOutputStream(), "220 klaar");
                for (String regel = in.readLine(); regel != null; regel = in.readLine()) {
                    zeg(bezoek.getOutputStream(), regel.startsWith("RCPT") ? antwoord : "250 goed");
                }
            } catch (IOException e) {
                // The visitor left, or the door closed: both are how it ends.
                continue;
            }
        }
    }

    private static void zeg(OutputStream uit, String regel) throws IOException {
        uit.write((regel + "\r\n").getBytes(StandardCharsets.US_ASCII));
        uit.flush();
    }

    @Override
    public void close() throws IOException {
        deur.close();
    }
}
