-- A case that was ended by an event from outside and opened again hears of events as before.
alter table gebeurtenis_van_buiten add column herroepen_op timestamptz;
comment on column gebeurtenis_van_buiten.herroepen_op is 'When the case was opened again after it; null while the event stands';
alter table gebeurtenis_van_buiten drop constraint gebeurtenis_van_buiten_zaak_id_soort_key;
create unique index gebeurtenis_van_buiten_geldig on gebeurtenis_van_buiten (zaak_id, soort) where herroepen_op is null;
