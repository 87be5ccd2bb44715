-- What bijlage 3 (Noordoostpolder) and art. 4 lid 2 (Bunnik) list beside what was there: data of persons, the ground of a dossier, and the
-- trace of corrections.
alter table leerling add column administratienummer text;
alter table leerling add column geboorteplaats text;
alter table leerling add column nationaliteit text;
alter table leerling add column startkwalificatie text check (startkwalificatie in ('ja', 'nee'));
alter table leerling add column startkwalificatie_op date;
alter table leerling add column startkwalificatie_toelichting text;
alter table leerling add column gegevens_versie int not null default 0;
comment on column leerling.administratienummer is 'The number the school or municipality uses for who has no BSN or onderwijsnummer';
comment on column leerling.startkwalificatie is 'Null as long as nobody knows';
comment on column leerling.gegevens_versie is 'Counts the changes by hand; a change of another version than the latest is refused';

alter table ouder add column voorletters text;
alter table ouder add column titulatuur text;
alter table ouder add column geslacht text check (geslacht in ('m', 'v', 'x', 'o'));

alter table inschrijving add column klassen text;
alter table inschrijving add column onderwijssoort text;

create table gegevenshistorie (
    id          bigint generated always as identity primary key,
    gemeente    text        not null references gemeente,
    leerling_id uuid        not null references leerling,
    ouder_id    uuid references ouder,
    veld        text        not null,
    oud         text,
    nieuw       text,
    geheim      boolean     not null default false,
    reden       text,
    door        text        not null,
    moment      timestamptz not null
);
create index gegevenshistorie_leerling on gegevenshistorie (leerling_id, id);
comment on table gegevenshistorie is 'Personal data as they were before somebody changed them; numbers of persons masked';
comment on column gegevenshistorie.geheim is 'Was or became part of a secret address: kept, and shown to nobody';

create table dossiergrond (
    id            uuid primary key,
    gemeente      text        not null references gemeente,
    leerling_id   uuid        not null references leerling,
    zaak_id       uuid references zaak,
    grond         text        not null,
    toelichting   text,
    vastgelegd_op timestamptz not null,
    door          text
);
create index dossiergrond_leerling on dossiergrond (leerling_id, vastgelegd_op);
create unique index dossiergrond_zaak on dossiergrond (zaak_id, grond) where zaak_id is not null;

create table dossierstuk_versie (
    stuk_id       uuid        not null references dossierstuk,
    versie        int         not null,
    titel         text        not null,
    inhoud        jsonb       not null,
    reden         text        not null,
    gewijzigd_op  timestamptz not null,
    door          text        not null,
    primary key (stuk_id, versie)
);
comment on table dossierstuk_versie is 'A dossierstuk as it was before a correction, with who corrected it and why';

insert into dossiergrond (id, gemeente, leerling_id, zaak_id, grond, vastgelegd_op)
    select gen_random_uuid(), gemeente, leerling_id, id, 'relatief-verzuim', geopend_op from zaak where procedure = 'relatief-verzuim';
