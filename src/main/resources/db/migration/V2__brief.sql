-- Documents of a dossier, and the letters that go out.

create table document (
    id           uuid        primary key,
    gemeente     text        not null references gemeente,
    leerling_id  uuid        not null references leerling,
    naam         text        not null,
    mediatype    text        not null,
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    inhoud       bytea       not null,
    bewaard_op   timestamptz not null
);
create index document_leerling on document (leerling_id);

-- The order in which pieces were recorded, also within one moment.
alter table dossierstuk add column volgnummer bigint generated always as identity;

-- Consent to electronic traffic (Awb 2:14): only then may a letter go by e-mail.
alter table ouder add column elektronisch boolean not null default false;
alter table leerling add column elektronisch boolean not null default false;

-- Where letters to a school go.
alter table school add column straat text, add column huisnummer text, add column postcode text, add column plaats text;

create table brief (
    id              uuid        primary key,
    gemeente        text        not null references gemeente,
    zaak_id         uuid        not null references zaak,
    melding_id      uuid,
    leerling_id     uuid        not null references leerling,
    code            text        not null,
    titel           text        not null,
    label           text        not null check (label in ('WPG', 'AVG', 'STRAFRECHT')),
    aan_soort       text        not null check (aan_soort in ('ouder', 'jongere', 'melder', 'school', 'betrokkenen')),
    aan_id          uuid,
    aan_naam        text        not null,
    geheim_adres    boolean     not null default false,
    taal            text,
    tolk_nodig      boolean     not null default false,
    kanaal          text        not null check (kanaal in ('post', 'e-mail')),
    status          text        not null check (status in ('adres-nodig', 'klaar', 'verzonden', 'retour', 'mislukt', 'vervallen')),
    document_id     uuid references document,
    afgeschermd_id  uuid references document,
    dossierstuk_id  uuid references dossierstuk,
    bericht_id      uuid,
    gegevens        jsonb       not null,
    termijn_code    text,
    vervangt        uuid references brief,
    gemaakt_op      timestamptz not null,
    gemaakt_door    text,
    verzonden_op    date,
    verzonden_door  text,
    retour_op       date,
    retour_reden    text,
    check (status in ('adres-nodig', 'vervallen') or document_id is not null),
    check ((status in ('verzonden', 'retour')) = (verzonden_op is not null))
);
create index brief_zaak on brief (zaak_id);
create index brief_wachtrij on brief (gemeente, status, gemaakt_op);
create unique index brief_bericht on brief (bericht_id) where bericht_id is not null;
create unique index brief_vervangt on brief (vervangt) where vervangt is not null;
comment on column brief.aan_id is 'The parent or pupil; null for who is not registered as a person';
comment on column brief.document_id is 'Exactly what goes out; null as long as there is no address to send it to';
comment on column brief.afgeschermd_id is 'The same letter without its address, for the dossier, when that address is secret; else null';
comment on column brief.gegevens is 'What the letter says, so that it can be made again for another address';
comment on column brief.termijn_code is 'The term that starts when this letter is dispatched';

-- The length with which a term started, so that moving its begin does not bring in a length of later. Null: started before, or an agreed day.
alter table termijn add column aantal integer, add column eenheid text, add column atw boolean, add column richting text;
