-- PostgreSQL itself refuses two values of one subject that are certain on one day at one instant. The dearest index of
-- all, so a new copy serves before it has it.
alter table span add constraint span_certain_once exclude using gist (
    territory with =, subject with =, key with =, certain with &&, recorded with &&
) where (certain is not null and subject not in ('name', 'outlook'));
