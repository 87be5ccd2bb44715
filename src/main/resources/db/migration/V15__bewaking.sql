-- bewaking: watching terms, handing work over, the diary of terms, the daily overview.
create index termijn_overschreden on termijn (gemeente, laatste_dag) where status = 'overschreden';
create index zaak_open_procedure on zaak (gemeente, procedure) where status = 'open';

create table overdracht (
    id       uuid primary key,
    gemeente text        not null references gemeente,
    van      text references medewerker,
    naar     text        not null references medewerker,
    reden    text        not null,
    door     text        not null references medewerker,
    moment   timestamptz not null
);
create index overdracht_naar on overdracht (naar, moment);
comment on table overdracht is 'Tasks that a coordinator gave to another officer, with the reason, in one go';
comment on column overdracht.van is 'Who had them; null: nobody had claimed them';

create table overdracht_taak (
    overdracht_id uuid not null references overdracht,
    taak_id       text not null,
    zaak_id       uuid not null references zaak,
    naam          text not null,
    primary key (overdracht_id, taak_id)
);
create index overdracht_taak_taak on overdracht_taak (taak_id);

create table agenda_abonnement (
    gebruikersnaam text primary key references medewerker,
    sleutel_hash   bytea       not null unique,
    gemaakt_op     timestamptz not null
);
comment on column agenda_abonnement.sleutel_hash is 'SHA-256 of the secret in the address; the secret itself is kept nowhere';

create table meldingsvoorkeur (
    gebruikersnaam text primary key references medewerker,
    dagoverzicht   boolean     not null,
    gewijzigd_op   timestamptz not null
);
comment on table meldingsvoorkeur is 'What an employee chose; without a row the daily overview is sent';

-- bericht: the daily overview belongs to an employee and to no case, and is made once, whatever fails or runs twice.
alter table bericht alter column zaak_id drop not null;
alter table bericht
    add column sleutel text unique,
    add constraint bericht_zaak_of_medewerker check (zaak_id is not null or ontvanger = 'medewerker');
comment on column bericht.sleutel is 'Says what the message is, so that it is put ready once; null for a message that may be made again';
