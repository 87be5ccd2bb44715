-- bericht: the oldest message that was not sent yet is asked for by monitoring, all the time.
create index bericht_oudste on bericht (kanaal, aangemaakt_op) where status in ('klaar', 'geen-adres', 'mislukt');
