-- A letter that waits to be dispatched may be held: something changed for the pupil, and an officer judges whether it still goes out.
alter table brief drop constraint brief_status_check;
alter table brief add constraint brief_status_check
    check (status in ('adres-nodig', 'klaar', 'aangehouden', 'verzonden', 'retour', 'mislukt', 'vervallen'));
