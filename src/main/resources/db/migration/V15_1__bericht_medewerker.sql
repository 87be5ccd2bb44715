-- bericht: employees receive messages too.
alter table bericht drop constraint bericht_ontvanger_check;
alter table bericht add constraint bericht_ontvanger_check check (ontvanger in ('duo', 'school', 'partner', 'melder', 'burger', 'medewerker'));
