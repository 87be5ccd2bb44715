-- The tables of Schoolgang itself. They live in a schema of their own; the engine's tables stay in "public".
-- Moments are timestamptz; days are date, in Europe/Amsterdam. Personal data stand here and never in the engine.

-- gemeente: municipalities (= engine tenants), employees, roles, authorisations under the Wpg ---------------------------------
create table gemeente (
    code  text primary key,
    naam  text not null,
    regio text not null check (regio in ('noord', 'midden', 'zuid')),
    zaaknummer_voorvoegsel text not null check (length(zaaknummer_voorvoegsel) between 1 and 6)
);
comment on column gemeente.regio is 'School holiday region';
comment on column gemeente.zaaknummer_voorvoegsel is 'How numbers of new cases begin; unless given, the first three letters of the code';

create function gemeente_voorvoegsel() returns trigger language plpgsql as $$
begin
    new.zaaknummer_voorvoegsel := coalesce(new.zaaknummer_voorvoegsel,
        case new.code when 'noordoostpolder' then 'NOP' else upper(left(new.code, 3)) end);
    return new;
end $$;
create trigger gemeente_voorvoegsel before insert on gemeente for each row execute function gemeente_voorvoegsel();

create table medewerker (
    gebruikersnaam text primary key,
    naam           text    not null,
    email          text,
    wachtwoord     text,
    actief         boolean not null default true
);
comment on column medewerker.wachtwoord is 'Hash with its algorithm as prefix; null when the employee logs in elsewhere (OIDC)';

create table medewerker_rol (
    gebruikersnaam text not null references medewerker,
    gemeente       text not null references gemeente,
    rol            text not null,
    primary key (gebruikersnaam, gemeente, rol)
);

create table wpg_autorisatie (
    id             uuid primary key,
    gebruikersnaam text not null references medewerker,
    gemeente       text not null references gemeente,
    onderwerp      text not null,
    doel           text not null,
    categorieen    text not null,
    geldig_van     date not null,
    geldig_tot     date
);
comment on table wpg_autorisatie is 'Written authorisation (Wpg 6) of an employee who is no boa to see police data';

-- leerling: persons, parents, schools, enrolments ---------------------------------------------------------------------------------
create table school (
    id        uuid primary key,
    brin      text not null,
    vestiging text not null,
    soort     text,
    naam      text,
    unique (brin, vestiging)
);

create table leerling (
    id                         uuid primary key,
    gemeente                   text not null references gemeente,
    bsn_versleuteld            bytea,
    bsn_hash                   text,
    onderwijsnummer_versleuteld bytea,
    onderwijsnummer_hash       text,
    voornamen                  text,
    voorvoegsel                text,
    achternaam                 text not null,
    geboortedatum              date not null,
    geslacht                   text,
    straat                     text,
    huisnummer                 text,
    postcode                   text,
    woonplaats                 text,
    telefoon                   text,
    email                      text,
    aangemaakt_op              timestamptz not null,
    unique (gemeente, bsn_hash),
    unique (gemeente, onderwijsnummer_hash)
);
create index leerling_naam on leerling (gemeente, lower(achternaam), geboortedatum);

create table ouder (
    id              uuid primary key,
    gemeente        text    not null references gemeente,
    bsn_versleuteld bytea,
    bsn_hash        text,
    voornamen       text,
    voorvoegsel     text,
    achternaam      text    not null,
    geboortedatum   date,
    straat          text,
    huisnummer      text,
    postcode        text,
    woonplaats      text,
    geheim_adres    boolean not null default false,
    telefoon        text,
    email           text,
    taal            text,
    tolk_nodig      boolean not null default false,
    versie          integer not null default 0
);

create table leerling_ouder (
    leerling_id uuid    not null references leerling,
    ouder_id    uuid    not null references ouder,
    relatie     text    not null,
    gezag       boolean not null default true,
    primary key (leerling_id, ouder_id)
);

create table inschrijving (
    id          uuid primary key,
    leerling_id uuid not null references leerling,
    school_id   uuid not null references school,
    van         date not null,
    tot         date
);
create index inschrijving_leerling on inschrijving (leerling_id);

-- zaak ---------------------------------------------------------------------------------------------------------------------------
create sequence zaaknummer_volg;

create table zaak (
    id                 uuid primary key,
    zaaknummer         text        not null unique,
    gemeente           text        not null references gemeente,
    procedure          text        not null,
    leerling_id        uuid        not null references leerling,
    behandelaar        text references medewerker,
    status             text        not null check (status in ('open', 'afgesloten', 'ingetrokken')),
    uitkomst           text,
    proces_instantie_id text,
    geopend_op         timestamptz not null,
    gesloten_op        timestamptz
);
create index zaak_leerling on zaak (leerling_id);
-- At most one open case of relatief verzuim a pupil and municipality: it takes a new melding in (04, procedure 1).
create unique index zaak_een_open_relatief_verzuim on zaak (gemeente, leerling_id)
    where procedure = 'relatief-verzuim' and status = 'open';

create table zaak_koppeling (
    van   uuid not null references zaak,
    naar  uuid not null references zaak,
    soort text not null,
    primary key (van, naar)
);
create index zaak_koppeling_naar on zaak_koppeling (naar);

create table zaak_gebeurtenis (
    id           bigint generated always as identity primary key,
    zaak_id      uuid        not null references zaak,
    moment       timestamptz not null,
    soort        text        not null,
    omschrijving text        not null,
    door         text,
    melding_id   uuid
);
create index zaak_gebeurtenis_zaak on zaak_gebeurtenis (zaak_id, moment, id);
comment on column zaak_gebeurtenis.door is 'User name of the employee or client; null when the system did it';

-- dossier ------------------------------------------------------------------------------------------------------------------------
create table dossierstuk (
    id           uuid primary key,
    gemeente     text        not null references gemeente,
    leerling_id  uuid        not null references leerling,
    zaak_id      uuid references zaak,
    melding_id   uuid,
    soort        text        not null,
    titel        text        not null,
    label        text        not null check (label in ('WPG', 'AVG', 'STRAFRECHT')),
    inhoud       jsonb       not null,
    gebeurd_op   timestamptz not null,
    vastgelegd_op timestamptz not null,
    opsteller    text
);
create index dossierstuk_leerling on dossierstuk (leerling_id, gebeurd_op);
create index dossierstuk_zaak on dossierstuk (zaak_id);

-- melding: absence notified through DUO, by a file, by another system or by hand ---------------------------------------------------
create table melding (
    id                    uuid primary key,
    gemeente              text        not null references gemeente,
    bron                  text        not null,
    meldingsnummer        text        not null,
    soort                 text        not null,
    status                text        not null check (status in ('geregistreerd', 'ingetrokken')),
    zaak_id               uuid references zaak,
    leerling_id           uuid references leerling,
    school_id             uuid references school,
    begindatum            date        not null,
    einddatum             date,
    uren                  numeric(6, 2),
    reden                 text,
    alle_lessen_gemist    boolean,
    actie_school          text,
    actie_gemeente_gewenst boolean,
    toelichting           text,
    contact_naam          text,
    contact_functie       text,
    contact_telefoon      text,
    contact_email         text,
    gemeld_door           text        not null,
    ontvangen             timestamptz not null,
    oordeel               text check (oordeel in ('ongeoorloofd', 'geoorloofd', 'gestopt', 'geregistreerd')),
    teruggemeld_op        timestamptz,
    afgesloten_op         timestamptz,
    afgewikkeld_op        timestamptz,
    inhoud                jsonb       not null,
    unique (gemeente, bron, meldingsnummer)
);
create index melding_zaak on melding (zaak_id);
create index melding_leerling on melding (leerling_id);
comment on column melding.afgewikkeld_op is 'When nothing of this melding itself was open any more; null while its thread in the process runs';
comment on column melding.inhoud is 'What was delivered last, by field, without the numbers of the person: tells a repetition from a change';
comment on column melding.oordeel is 'What the officer concluded of this melding; null as long as nobody has';

create table melding_spoor (
    id         bigint generated always as identity primary key,
    melding_id uuid        not null references melding,
    moment     timestamptz not null,
    wat        text        not null,
    veld       text,
    oud        text,
    nieuw      text,
    door       text
);
create index melding_spoor_melding on melding_spoor (melding_id);

-- termijn: running terms ------------------------------------------------------------------------------------------------------------
create table termijn (
    id            uuid primary key,
    zaak_id       uuid        not null references zaak,
    gemeente      text        not null references gemeente,
    code          text        not null,
    melding_id    uuid,
    begin         date        not null,
    laatste_dag   date        not null,
    vervalmoment  timestamptz not null,
    waarschuwen_op date,
    status        text        not null check (status in ('lopend', 'opgeschort', 'verlengd', 'gehaald', 'overschreden', 'vervallen')),
    soort         text        not null check (soort in ('wettelijk', 'orde', 'organisatie')),
    omschrijving  text        not null,
    grondslag     text        not null,
    wie           text        not null,
    standaard     boolean     not null,
    mijlpaal      boolean     not null default false,
    uitleg        jsonb       not null,
    gewaarschuwd_op timestamptz,
    beeindigd_op  timestamptz
);
create index termijn_zaak on termijn (zaak_id);
create unique index termijn_een_lopend on termijn (zaak_id, code, coalesce(melding_id, '00000000-0000-0000-0000-000000000000'::uuid))
    where status in ('lopend', 'opgeschort', 'verlengd');
create index termijn_lopend on termijn (gemeente, laatste_dag) where status in ('lopend', 'opgeschort', 'verlengd');
comment on column termijn.mijlpaal is 'Reaching the moment is the aim (an agreed date that is watched), no lapse';
create index termijn_waarschuwen on termijn (waarschuwen_op) where status in ('lopend', 'opgeschort', 'verlengd') and gewaarschuwd_op is null;
comment on column termijn.laatste_dag is 'The last day of the term (API: vervalt)';
comment on column termijn.vervalmoment is '00:00 Europe/Amsterdam of the day after the last day: the moment at which the engine timer fires';

-- bericht: outbox ---------------------------------------------------------------------------------------------------------------------
create table bericht (
    id             uuid primary key,
    gemeente       text        not null references gemeente,
    zaak_id        uuid        not null references zaak,
    melding_id     uuid,
    soort          text        not null,
    aan            text        not null,
    inhoud         jsonb       not null,
    status         text        not null check (status in ('klaar', 'verzonden', 'mislukt')),
    aangemaakt_op  timestamptz not null,
    verzonden_op   timestamptz,
    pogingen       int         not null default 0,
    volgende_poging timestamptz,
    fout           text
);
create index bericht_zaak on bericht (zaak_id);
create index bericht_klaar on bericht (volgende_poging) where status = 'klaar';

-- werkvoorraad: the inbox' own read model, drafts ---------------------------------------------------------------------------------------
create table werkvoorraad_taak (
    taak_id        text primary key,
    gemeente       text        not null references gemeente,
    zaak_id        uuid        not null references zaak,
    zaaknummer     text        not null,
    procedure      text        not null,
    definitie      text        not null,
    naam           text        not null,
    uitleg         text,
    rol            text        not null,
    behandelaar    text references medewerker,
    leerling_id    uuid        not null references leerling,
    leerling_naam  text        not null,
    school_naam    text,
    melding_id     uuid,
    meldingsnummer text,
    termijn_code   text,
    laatste_dag    date,
    gewicht        smallint    not null,
    gemaakt_op     timestamptz not null
);
create index werkvoorraad_volgorde on werkvoorraad_taak (gemeente, rol, laatste_dag, gewicht, taak_id);
create index werkvoorraad_behandelaar on werkvoorraad_taak (behandelaar, laatste_dag, gewicht, taak_id);
create index werkvoorraad_zaak on werkvoorraad_taak (zaak_id);
comment on column werkvoorraad_taak.gewicht is 'Legal weight: 1 wettelijk, 2 orde, 3 organisatie, 4 no term';

create table taak_concept (
    taak_id        text        not null references werkvoorraad_taak on delete cascade,
    gebruikersnaam text        not null references medewerker,
    velden         jsonb       not null,
    bewaard_op     timestamptz not null,
    primary key (taak_id, gebruikersnaam)
);

-- Settings that the application keeps for itself (the daily sweep's last day, the demo clock).
create table instelling (
    sleutel text primary key,
    waarde  text not null
);
