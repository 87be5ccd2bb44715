-- Putting right what went wrong: a person recorded twice, a melding on the wrong pupil, a case closed by mistake.

-- The id of a pupil that was merged into another stays good: old links and calls lead to the pupil that remains.
create table leerling_alias (
    oud                 uuid        primary key,
    leerling_id         uuid        not null references leerling,
    gemeente            text        not null references gemeente,
    onderwijsnummer_hash text,
    samengevoegd_op     timestamptz not null,
    door                text        not null
);
comment on column leerling_alias.onderwijsnummer_hash is 'A number of the merged pupil that the remaining one does not carry: a melding under it is about the remaining pupil';
create index leerling_alias_leerling on leerling_alias (leerling_id);
create unique index leerling_alias_onderwijsnummer on leerling_alias (gemeente, onderwijsnummer_hash) where onderwijsnummer_hash is not null;

-- A melding that was moved from the wrong pupil: what its source delivers later about the wrong pupil finds it where it is now.
create table melding_verplaatsing (
    id            bigint generated always as identity primary key,
    melding_id    uuid        not null references melding,
    van_leerling  uuid        not null references leerling,
    naar_leerling uuid        not null references leerling,
    moment        timestamptz not null,
    door          text        not null
);
create index melding_verplaatsing_melding on melding_verplaatsing (melding_id);
create index melding_verplaatsing_van on melding_verplaatsing (van_leerling);
create index melding_verplaatsing_naar on melding_verplaatsing (naar_leerling);

-- Each time a case was closed and opened again: its earlier outcome is not lost.
create table zaak_heropening (
    id                 bigint generated always as identity primary key,
    zaak_id            uuid        not null references zaak,
    status             text        not null,
    uitkomst           text,
    gesloten_op        timestamptz not null,
    heropend_op        timestamptz not null,
    heropend_door      text        not null
);
create index zaak_heropening_zaak on zaak_heropening (zaak_id);
