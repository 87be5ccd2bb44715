package nl.schoolgang;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of the whole application: engine, screens, API, a real port ({@code @LocalServerPort}) and MockMvc, on a database of its own.
 * All such tests without settings of their own share one application and so one database: <b>make your own data</b> (a fresh BSN, a
 * fresh pupil, a fresh meldingsnummer; see {@link Unieke}), look only at that, and never empty tables. No transaction is rolled back.
 * Nothing runs by itself: no job executor, no {@code @Scheduled} method; call the job or the method. A test that moves the clock puts
 * it back.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(Testomgeving.class)
public @interface Toepassingstest {
}
