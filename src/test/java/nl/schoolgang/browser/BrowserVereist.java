package nl.schoolgang.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds a browser: {@code CHROMIUM}, the PATH, or Playwright's own. */
public final class BrowserVereist implements ExecutionCondition {

    private static final List<String> NAMEN = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<String> VLAGGEN = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static Boolean gevonden;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (isGevonden()) {
            return ConditionEvaluationResult.enabled("Een browser is gevonden");
        }
        if ("required".equals(System.getProperty("browser"))) {
            throw new IllegalStateException("Geen browser gevonden: zet Chromium op het PATH of noem hem in CHROMIUM");
        }
        BrowserSlotregel.overgeslagen();
        return ConditionEvaluationResult.disabled("Geen browser gevonden");
    }

    private static synchronized boolean isGevonden() {
        if (gevonden == null) {
            try (Playwright playwright = Playwright.create(); Browser browser = start(playwright)) {
                gevonden = browser.isConnected();
            } catch (PlaywrightException e) {
                gevonden = false;
            }
        }
        return gevonden;
    }

    /**
     * Starts the browser that was found.
     *
     * @throws PlaywrightException when there is none
     */
    public static Browser start(Playwright playwright) {
        BrowserType.LaunchOptions opties = new BrowserType.LaunchOptions().setHeadless(true).setArgs(VLAGGEN);
        programma().ifPresent(opties::setExecutablePath);
        return playwright.chromium().launch(opties);
    }

    private static Optional<Path> programma() {
        String genoemd = System.getenv("CHROMIUM");
        if (genoemd != null && !genoemd.isBlank()) {
            return Optional.of(Path.of(genoemd));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of)
                .flatMap(map -> NAMEN.stream().map(map::resolve)).filter(Files::isExecutable).findFirst();
    }
}
