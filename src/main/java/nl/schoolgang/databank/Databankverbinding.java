package nl.schoolgang.databank;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Where the embedded server listens; it trusts whoever comes from this machine, so there is no password. */
record Databankverbinding(String jdbcUrl, String gebruiker) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public String getUsername() {
        return gebruiker;
    }

    @Override
    public String getPassword() {
        return "";
    }
}
