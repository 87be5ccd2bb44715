-- Nobody reached is no judgement of the absence (BUN art. 6 lid 2 and 3): it is recorded as what it is.
alter table melding drop constraint melding_oordeel_check;
alter table melding add constraint melding_oordeel_check
    check (oordeel in ('ongeoorloofd', 'geoorloofd', 'gestopt', 'geregistreerd', 'gewaarschuwd', 'geen-contact'));

-- The moment at which a task happens (a conversation, an announced home visit), beside the day by which it must be done.
alter table werkvoorraad_taak add column moment timestamptz;
