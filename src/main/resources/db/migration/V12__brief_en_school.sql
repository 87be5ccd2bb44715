-- brief: the day that the letter carries, what it was addressed to, and how it read before it was dated again.
alter table brief
    add column gedagtekend  date,
    add column afgedrukt_op date,
    add column adresregels  text[] not null default '{}';
update brief set gedagtekend = (gemaakt_op at time zone 'Europe/Amsterdam')::date where document_id is not null;
comment on column brief.gedagtekend is 'The day that stands on the letter; null as long as it was not made';
comment on column brief.afgedrukt_op is 'The day that the last print carried; null: was not printed';
comment on column brief.adresregels is 'The lines of the address below the name, as the letter was made; may be secret, so never on a screen';

create table brief_versie (
    brief_id       uuid        not null references brief,
    versie         integer     not null,
    document_id    uuid        not null references document,
    afgeschermd_id uuid references document,
    gedagtekend    date        not null,
    vervangen_op   timestamptz not null,
    door           text,
    primary key (brief_id, versie)
);
comment on table brief_versie is 'A letter as it was before it got the date of its dispatch: what was made stays';
comment on column brief_versie.versie is 'Counts from 1, the oldest first';
comment on column brief_versie.door is 'User name of who printed or dispatched it; null: went by itself';

-- school: where a message to the school goes, and who changed that.
alter table school
    add column email        text,
    add column telefoon     text,
    add column versie       integer not null default 0,
    add column gewijzigd_op timestamptz,
    add column gewijzigd_door text;
comment on column school.email is 'Mailbox of the school itself, for messages about meldingen; null: not known';
