package nl.schoolgang.gemeente;

import java.util.Arrays;

/** A role of an employee in one municipality; its code is the candidate group in the models (01, "Who uses it"). */
public enum Rol {
    LEERPLICHTAMBTENAAR("leerplichtambtenaar", "Leerplichtambtenaar"),
    RMC_CONSULENT("rmc-consulent", "RMC-consulent"),
    BOA("boa", "Buitengewoon opsporingsambtenaar"),
    ADMINISTRATIEF_MEDEWERKER("administratief-medewerker", "Administratief medewerker"),
    COORDINATOR("coordinator", "Coördinator"),
    COLLEGE("college", "College"),
    PROCESANALIST("procesanalist", "Procesanalist"),
    BEHEERDER("beheerder", "Functioneel beheerder"),
    AUDITOR("auditor", "Privacy officer"),
    KOPPELING("koppeling", "Koppeling (ander systeem)");

    private final String code;
    private final String naam;

    Rol(String code, String naam) {
        this.code = code;
        this.naam = naam;
    }

    /** The code as it stands in models, tables and the API. */
    public String code() {
        return code;
    }

    /** The name for people. */
    public String naam() {
        return naam;
    }

    /** @throws IllegalArgumentException when no role has this code */
    public static Rol vanCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Onbekende rol: " + code));
    }
}
