-- bericht: channels, the address of a message, its tries and what became of it.
alter table bericht drop constraint bericht_status_check;
alter table bericht
    add column kanaal          text not null default 'bestand' check (kanaal in ('bestand', 'smtp')),
    add column ontvanger       text not null default 'duo' check (ontvanger in ('duo', 'school', 'partner', 'melder', 'burger')),
    add column adres           text,
    add column onderwerp       text,
    add column tekst           text,
    add column documenten      uuid[] not null default '{}',
    add column vervallen_op    timestamptz,
    add column vervallen_door  text,
    add column vervallen_reden text,
    add column gemeld_op       timestamptz,
    add constraint bericht_status_check check (status in ('klaar', 'geen-adres', 'verzonden', 'mislukt', 'vervallen')),
    add constraint bericht_adres check (kanaal <> 'smtp' or adres is not null or status in ('geen-adres', 'vervallen'));
update bericht set ontvanger = case aan when 'duo' then 'duo' when 'school' then 'school' when 'melder' then 'melder' else 'partner' end;
update bericht set gemeld_op = coalesce(verzonden_op, aangemaakt_op) where status in ('verzonden', 'mislukt');
alter table bericht alter column kanaal drop default, alter column ontvanger drop default;
comment on column bericht.ontvanger is 'Kind of receiver: the policy chooses the channel by it';
comment on column bericht.adres is 'E-mail address; personal, so never in logs, metrics or addresses of pages';
comment on column bericht.tekst is 'What a person reads, fixed when the message was made: a repetition says the same';
comment on column bericht.gemeld_op is 'When the rest of the application was told that it was sent or given up; null: not yet';

drop index bericht_klaar;
create index bericht_klaar on bericht (kanaal, aangemaakt_op, id) where status = 'klaar';
create index bericht_melden on bericht (aangemaakt_op) where gemeld_op is null and status in ('verzonden', 'mislukt');
create index bericht_wachtrij on bericht (gemeente, status, aangemaakt_op desc, id);

create table bericht_poging (
    id         bigint generated always as identity primary key,
    bericht_id uuid        not null references bericht,
    moment     timestamptz not null,
    wat        text        not null check (wat in ('verzonden', 'mislukt', 'opnieuw', 'adres', 'vervallen')),
    fout       text,
    door       text
);
create index bericht_poging_bericht on bericht_poging (bericht_id, id);
comment on table bericht_poging is 'History of a message: each try, and each thing that a person did with it';
comment on column bericht_poging.fout is 'Code of what went wrong, nothing personal; null when nothing did';
comment on column bericht_poging.door is 'User name of who did it; null for a try of the system itself';
