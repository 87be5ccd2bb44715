-- The log of what was done with personal data (Wpg 32a): collecting, changing, looking, disclosing, combining, destroying.
-- It only grows. Writing it takes no lock that another writer could wait for; a line is put into its municipality's chain of seals
-- after its transaction has committed. No foreign key to persons or cases: the log outlives their destruction.
create table verwerkingslog (
    id          bigint generated always as identity primary key,
    moment      timestamptz not null,
    gemeente    text        not null references gemeente,
    actie       text        not null check (actie in ('verzamelen', 'wijzigen', 'raadplegen', 'verstrekken', 'combineren', 'vernietigen')),
    geweigerd   boolean     not null,
    leerling_id uuid,
    zaak_id     uuid,
    wie         text,
    doel        text        not null,
    grondslag   text        not null,
    ontvanger   text,
    onderwerp   text
);
comment on column verwerkingslog.wie is 'User name; null when the system did it';
comment on column verwerkingslog.ontvanger is 'Organisation or capacity (school, ouder); never the name of a person';
create index verwerkingslog_leerling on verwerkingslog (leerling_id, moment);
create index verwerkingslog_gemeente on verwerkingslog (gemeente, moment, id);
create index verwerkingslog_wie on verwerkingslog (wie, moment);

create table verwerkingslog_zegel (
    gemeente      text   not null references gemeente,
    volgnummer    bigint not null check (volgnummer > 0),
    verwerking_id bigint not null unique references verwerkingslog,
    zegel         text   not null,
    sleutel       text   not null,
    primary key (gemeente, volgnummer)
);
comment on column verwerkingslog_zegel.zegel is 'HMAC over the line and the seal before it';
comment on column verwerkingslog_zegel.sleutel is 'Which key: the first characters of its own fingerprint, so that another key is not taken for tampering';

-- Which lines still await their seal; the only part of the log from which is deleted.
create table verwerkingslog_wacht (
    verwerking_id bigint primary key references verwerkingslog,
    gemeente      text not null
);
create index verwerkingslog_wacht_gemeente on verwerkingslog_wacht (gemeente, verwerking_id);

-- What a check found. The length and last seal of an earlier check must be found back by every later one: who cuts the end off is seen.
create table verwerkingslog_controle (
    id         bigint generated always as identity primary key,
    gemeente   text        not null references gemeente,
    moment     timestamptz not null,
    aantal     bigint      not null,
    kop        text,
    breuken    int         not null
);
create index verwerkingslog_controle_gemeente on verwerkingslog_controle (gemeente, id);

create function verwerkingslog_wachtrij() returns trigger language plpgsql as $$
begin
    insert into schoolgang.verwerkingslog_wacht (verwerking_id, gemeente) values (new.id, new.gemeente);
    return null;
end $$;
create trigger verwerkingslog_wachtrij after insert on verwerkingslog for each row execute function verwerkingslog_wachtrij();

create function verwerkingslog_groeit_alleen() returns trigger language plpgsql as $$
begin
    raise exception 'The processing log only grows: % of % is refused', tg_op, tg_table_name;
end $$;
create trigger verwerkingslog_vast before update or delete on verwerkingslog for each row execute function verwerkingslog_groeit_alleen();
create trigger verwerkingslog_vol before truncate on verwerkingslog for each statement execute function verwerkingslog_groeit_alleen();
create trigger verwerkingslog_zegel_vast before update or delete on verwerkingslog_zegel
    for each row execute function verwerkingslog_groeit_alleen();
create trigger verwerkingslog_zegel_vol before truncate on verwerkingslog_zegel
    for each statement execute function verwerkingslog_groeit_alleen();
create trigger verwerkingslog_controle_vast before update or delete on verwerkingslog_controle
    for each row execute function verwerkingslog_groeit_alleen();
create trigger verwerkingslog_controle_vol before truncate on verwerkingslog_controle
    for each statement execute function verwerkingslog_groeit_alleen();
