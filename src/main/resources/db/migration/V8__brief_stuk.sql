-- brief: an export of a dossier finds the letters by their pieces.
create index brief_dossierstuk on brief (dossierstuk_id) where dossierstuk_id is not null;
