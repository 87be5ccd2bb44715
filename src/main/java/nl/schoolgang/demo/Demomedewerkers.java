package nl.schoolgang.demo;

import static nl.schoolgang.gemeente.Rol.ADMINISTRATIEF_MEDEWERKER;
import static nl.schoolgang.gemeente.Rol.AUDITOR;
import static nl.schoolgang.gemeente.Rol.BEHEERDER;
import static nl.schoolgang.gemeente.Rol.BOA;
import static nl.schoolgang.gemeente.Rol.COLLEGE;
import static nl.schoolgang.gemeente.Rol.COORDINATOR;
import static nl.schoolgang.gemeente.Rol.KOPPELING;
import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.gemeente.Rol.PROCESANALIST;
import static nl.schoolgang.gemeente.Rol.RMC_CONSULENT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Rol;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.stereotype.Component;

/**
 * The two municipalities and their invented employees, all with password {@code demo}. Every working role has a standing
 * authorisation to see police data (Wpg 6); the trainee of Bunnik, on purpose, has none.
 */
@Component
@Profile("demo")
class Demomedewerkers {

    static final String WACHTWOORD = "demo";
    static final String KOPPELING_NAAM = "koppeling";
    private static final LocalDate GEAUTORISEERD_VANAF = LocalDate.of(2025, 8, 1);
    private static final List<Gemeente> GEMEENTEN = List.of(
            new Gemeente(Demoschool.NOORDOOSTPOLDER, "Noordoostpolder", "noord"),
            new Gemeente(Demoschool.BUNNIK, "Bunnik", "midden"));

    private final Gemeenten gemeenten;
    private final Medewerkers medewerkers;

    Demomedewerkers(Gemeenten gemeenten, Medewerkers medewerkers) {
        this.gemeenten = gemeenten;
        this.medewerkers = medewerkers;
    }

    void vul() {
        GEMEENTEN.forEach(gemeenten::bewaar);
        String hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(WACHTWOORD);
        for (Medewerker medewerker : alle()) {
            medewerkers.bewaar(medewerker, hash);
        }
        for (Gemeente gemeente : GEMEENTEN) {
            for (String naam : List.of("leerplichtambtenaar", "leerplichtambtenaar2", "rmc-consulent", "administratief-medewerker",
                    "coordinator", "college")) {
                medewerkers.autoriseer(naam + "." + gemeente.code(), gemeente.code(), "toezicht op de leerplicht",
                        "uitvoeren van de ambtsinstructie", "verdachten, slachtoffers en derden bij verzuim", GEAUTORISEERD_VANAF);
            }
        }
    }

    static List<Medewerker> alle() {
        return List.of(
                in(Demoschool.NOORDOOSTPOLDER, "leerplichtambtenaar", "Femke Postmus", LEERPLICHTAMBTENAAR),
                in(Demoschool.NOORDOOSTPOLDER, "leerplichtambtenaar2", "Ruben Oldekamp", LEERPLICHTAMBTENAAR),
                in(Demoschool.NOORDOOSTPOLDER, "rmc-consulent", "Samira Benhaddou", RMC_CONSULENT),
                in(Demoschool.NOORDOOSTPOLDER, "boa", "Harm Veenhuis", BOA, LEERPLICHTAMBTENAAR),
                in(Demoschool.NOORDOOSTPOLDER, "administratief-medewerker", "Tineke Blokker", ADMINISTRATIEF_MEDEWERKER),
                in(Demoschool.NOORDOOSTPOLDER, "coordinator", "Joost Kuinder", COORDINATOR),
                in(Demoschool.NOORDOOSTPOLDER, "college", "Anneke Espelhof", COLLEGE),
                in(Demoschool.NOORDOOSTPOLDER, "auditor", "Pieter Schokker", AUDITOR),
                in(Demoschool.BUNNIK, "leerplichtambtenaar", "Marleen Odijkman", LEERPLICHTAMBTENAAR),
                in(Demoschool.BUNNIK, "leerplichtambtenaar2", "Yusuf Demirel", LEERPLICHTAMBTENAAR),
                in(Demoschool.BUNNIK, "rmc-consulent", "Lotte Werkman", RMC_CONSULENT),
                in(Demoschool.BUNNIK, "boa", "Erik Rijnders", BOA, LEERPLICHTAMBTENAAR),
                in(Demoschool.BUNNIK, "administratief-medewerker", "Carla Vechtman", ADMINISTRATIEF_MEDEWERKER),
                in(Demoschool.BUNNIK, "coordinator", "Willem Amelis", COORDINATOR),
                in(Demoschool.BUNNIK, "college", "Hanna Groenveld", COLLEGE),
                in(Demoschool.BUNNIK, "auditor", "Bas Niënhuis", AUDITOR),
                in(Demoschool.BUNNIK, "stagiair", "Noor Stagema", LEERPLICHTAMBTENAAR),
                overal("procesanalist", "Ilse Modelaar", PROCESANALIST),
                overal("beheerder", "Theo Sleutelaar", BEHEERDER),
                overal(KOPPELING_NAAM, "Koppeling leerlingregistratie", KOPPELING));
    }

    private static Medewerker in(String gemeente, String naam, String voluit, Rol... rollen) {
        return medewerker(naam + "." + gemeente, voluit, Map.of(gemeente, Set.of(rollen)));
    }

    private static Medewerker overal(String naam, String voluit, Rol rol) {
        Map<String, Set<Rol>> rollen = new LinkedHashMap<>();
        GEMEENTEN.forEach(gemeente -> rollen.put(gemeente.code(), Set.of(rol)));
        return medewerker(naam, voluit, rollen);
    }

    private static Medewerker medewerker(String gebruikersnaam, String voluit, Map<String, Set<Rol>> rollen) {
        return new Medewerker(gebruikersnaam, voluit, gebruikersnaam + "@example.org", rollen);
    }
}
