-- Relatief verzuim: what the case itself must know and the engine must not.

-- A second or later melding of an mbo student may be answered with a warning letter and no conversation (BUN-T06.03-05, -06).
alter table melding drop constraint melding_oordeel_check;
alter table melding add constraint melding_oordeel_check
    check (oordeel in ('ongeoorloofd', 'geoorloofd', 'gestopt', 'geregistreerd', 'gewaarschuwd'));
