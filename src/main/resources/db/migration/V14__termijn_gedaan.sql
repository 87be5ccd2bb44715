-- Since when a term is too late is its last day; whether what it was for has been done by now is kept beside it.
alter table termijn add column gedaan_op timestamptz;
comment on column termijn.gedaan_op is 'When what an overtaken term was for ended after all; null while it is still to be done, and for terms that were not overtaken';
update termijn t set gedaan_op = t.beeindigd_op where t.status = 'overschreden' and not exists (
    select 1 from werkvoorraad_taak w where w.zaak_id = t.zaak_id and w.termijn_code = t.code and w.melding_id is not distinct from t.melding_id);
create index termijn_te_laat on termijn (gemeente, laatste_dag) where status = 'overschreden' and gedaan_op is null;
