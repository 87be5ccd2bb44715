-- Running terms: suspension, extension, what was moved and why, penalty; and the calendar as data.

alter table termijn
    add column datumregel   text,
    add column regime       text    not null default '',
    add column school_id    uuid references school,
    add column handmatig    date,
    add column zelfstandig  boolean not null default false;
comment on column termijn.datumregel is 'For the unit VASTE_DATUM: the rule that names the date';
comment on column termijn.regime is 'How it may be suspended and extended (Termijnregime); empty: not at all';
comment on column termijn.school_id is 'The school whose own holidays count, for a term in school days; null: those of the region';
comment on column termijn.handmatig is 'The last day that a person gave it, with a reason (termijn_spoor); null: as calculated';
comment on column termijn.zelfstandig is 'No timer of a process watches it: the application itself lets it lapse';
create index termijn_zelfstandig on termijn (vervalmoment) where zelfstandig and status in ('lopend', 'opgeschort', 'verlengd');

create table termijn_opschorting (
    id          uuid        primary key,
    termijn_id  uuid        not null references termijn on delete cascade,
    grond       text        not null check (grond in ('aanvulling', 'buitenlandse-instantie', 'instemming', 'aanvrager', 'overmacht', 'verzuim-herstellen')),
    op          date        not null,
    van         date        not null,
    tot         date,
    beeindigd   boolean     not null default false,
    door        text        not null,
    gemaakt_op  timestamptz not null,
    check (tot is null or tot >= van - 1)
);
create index termijn_opschorting_termijn on termijn_opschorting (termijn_id);
comment on table termijn_opschorting is 'Awb 4:15, 7:10 lid 2';
comment on column termijn_opschorting.op is 'The day of the request, notice or begin, as it was registered';
comment on column termijn_opschorting.tot is 'The last suspended day; null as long as nobody knows it';
comment on column termijn_opschorting.beeindigd is 'Somebody registered its end; false: it ends with tot, or is still open';

create table termijn_verlenging (
    id          uuid        primary key,
    termijn_id  uuid        not null references termijn on delete cascade,
    op          date        not null,
    weken       int         not null default 0,
    tot         date,
    instemming  boolean     not null default false,
    verplaatst  boolean     not null,
    grondslag   text        not null,
    door        text        not null,
    gemaakt_op  timestamptz not null
);
create index termijn_verlenging_termijn on termijn_verlenging (termijn_id);
comment on column termijn_verlenging.verplaatst is 'False: only a notice, which moves nothing (Awb 4:14 lid 1)';

create table termijn_spoor (
    id          bigint generated always as identity primary key,
    termijn_id  uuid        not null references termijn on delete cascade,
    moment      timestamptz not null,
    soort       text        not null check (soort in ('begin-verplaatst', 'opgeschort', 'hervat', 'verlengd', 'bericht', 'verplaatst', 'herrekend')),
    van         date        not null,
    naar        date        not null,
    reden       text        not null,
    door        text,
    uitleg_was  jsonb       not null
);
create index termijn_spoor_termijn on termijn_spoor (termijn_id, id);
comment on table termijn_spoor is 'Who moved a term, when, from which last day to which, and why';
comment on column termijn_spoor.door is 'User name; null: the application';

create table ingebrekestelling (
    id               uuid        primary key,
    termijn_id       uuid        not null references termijn on delete cascade,
    ontvangen        date        not null,
    prematuur        boolean     not null,
    aanvragers       int         not null default 1 check (aanvragers between 1 and 20),
    uitzondering     text check (uitzondering in ('onredelijk-laat', 'geen-belanghebbende', 'kennelijk-ongegrond')),
    beslist_op       date,
    dagen            int,
    bedrag           int,
    vastgesteld_op   date,
    vastgesteld_door text,
    door             text        not null,
    gemaakt_op       timestamptz not null
);
create index ingebrekestelling_termijn on ingebrekestelling (termijn_id);
create unique index ingebrekestelling_een_geldig on ingebrekestelling (termijn_id) where not prematuur;
comment on table ingebrekestelling is 'Awb 4:17 and 4:18; a premature one is answered and does not ripen';
comment on column ingebrekestelling.bedrag is 'Whole euros, as fixed by decision; shared equally by the applicants (4:17 lid 5)';

-- The calendar -----------------------------------------------------------------------------------------------------------------------
create table kb_dag (
    datum        date        primary key,
    omschrijving text        not null,
    geldt        boolean     not null default true,
    door         text,
    gewijzigd_op timestamptz not null
);
comment on table kb_dag is 'Days put on a level with holidays by Royal Decree (Algemene termijnenwet art. 3 lid 3)';
comment on column kb_dag.geldt is 'False: taken off by a person; a file that still names it does not bring it back';

create table schoolvakantie (
    id           bigint generated always as identity primary key,
    schooljaar   text        not null,
    naam         text        not null check (naam in ('herfst', 'kerst', 'voorjaar', 'mei', 'zomer')),
    regio        text check (regio in ('noord', 'midden', 'zuid', 'alle')),
    school_id    uuid references school,
    begin        date        not null,
    eind         date        not null,
    status       text        not null check (status in ('vast', 'advies', 'eigen')),
    geldt        boolean     not null default true,
    door         text,
    gewijzigd_op timestamptz not null,
    check (eind >= begin),
    check ((regio is null) <> (school_id is null))
);
create unique index schoolvakantie_regio on schoolvakantie (schooljaar, naam, regio) where school_id is null;
create unique index schoolvakantie_school on schoolvakantie (schooljaar, naam, school_id) where school_id is not null;
comment on column schoolvakantie.school_id is 'The school that moved this holiday for itself; null: the holiday of the region';

create table kalenderwijziging (
    id           bigint generated always as identity primary key,
    moment       timestamptz not null,
    soort        text        not null check (soort in ('geladen', 'kb-dag-erbij', 'kb-dag-eraf', 'vakantie-erbij', 'vakantie-gewijzigd', 'vakantie-eraf', 'termijnregel')),
    omschrijving text        not null,
    reden        text        not null,
    door         text,
    code         text,
    gemeente     text,
    van          date,
    tot          date,
    verwerkt_op  timestamptz,
    geraakt      int
);
create index kalenderwijziging_open on kalenderwijziging (id) where verwerkt_op is null;
comment on table kalenderwijziging is 'What changed in calendar or catalogue that running terms must follow; its highest id is the version of the calendar';
comment on column kalenderwijziging.van is 'The first day that changed; with tot the last. Null: all days';
comment on column kalenderwijziging.code is 'For a row of the catalogue that holds for running terms too: its code; with gemeente';
comment on column kalenderwijziging.verwerkt_op is 'When every running term had been recalculated; null: still to do';
comment on column kalenderwijziging.geraakt is 'How many running terms got another last day';
