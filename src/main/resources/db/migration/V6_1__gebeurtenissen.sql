-- Events from outside that reach a case (moved away, 18, startkwalificatie, death), and what each meant for the measures it had started.
-- In our own tables, since the engine may not know which restricted measures there are.
create table gebeurtenis_van_buiten (
    id              uuid primary key,
    zaak_id         uuid        not null references zaak,
    soort           text        not null check (soort in ('verhuisd', 'achttien-geworden', 'startkwalificatie', 'overleden')),
    datum           date        not null,
    nieuwe_gemeente text,
    ontvangen       timestamptz not null,
    door            text,
    unique (zaak_id, soort)
);
comment on column gebeurtenis_van_buiten.datum is 'The day on which it happened';
comment on column gebeurtenis_van_buiten.nieuwe_gemeente is 'Where the pupil moved to; null when not known, or when nobody moved';
comment on column gebeurtenis_van_buiten.door is 'User name; null when the system found it';

create table gebeurtenis_gevolg (
    id           bigint generated always as identity primary key,
    zaak_id      uuid        not null references zaak,
    maatregel_id uuid        not null references zaak,
    soort        text        not null,
    effect       text        not null,
    toelichting  text        not null,
    moment       timestamptz not null
);
create index gebeurtenis_gevolg_zaak on gebeurtenis_gevolg (zaak_id);
create index gebeurtenis_gevolg_maatregel on gebeurtenis_gevolg (maatregel_id);
comment on column gebeurtenis_gevolg.effect is 'stoppen, beoordelen, ongedaan-maken or loopt-door (processes/relatief-verzuim/gebeurtenis-gevolgen.dmn)';

-- What the table of measures advised, and what the officer chose: a restricted measure may not show in the engine's variables or history.
create table vervolgadvies (
    zaak_id     uuid primary key references zaak,
    maatregelen text        not null,
    toelichting text        not null,
    gemaakt_op  timestamptz not null
);
create table maatregelkeuze (
    zaak_id   uuid not null references zaak,
    procedure text not null,
    primary key (zaak_id, procedure)
);
comment on table maatregelkeuze is 'Chosen in this round and not started yet';
