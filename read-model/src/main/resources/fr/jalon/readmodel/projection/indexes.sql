-- Once the rows are in: made in one go an index costs a fraction of what it costs row by row. Each statement may run
-- beside the others, so there are unique indexes and no primary keys, which would shut each other out.

-- As of, known at: one territory's answer in one descent. The longest to make, so the first.
create index span_as_of on span using gist (territory, possible, recorded);

-- One subject's whole history, and each row of it.
create unique index span_row on span (territory, subject, key, opened_by, ordinal);

-- What a funder gives, everywhere.
create index span_funder on span ((value -> 'funder' ->> 'id')) where subject in ('funding', 'outlook');

-- What things are called, everywhere.
create index span_name on span (key) where subject = 'name';

create unique index entry_position on entry (territory, position);

create unique index entry_id on entry (entry_id);

create index entry_recorded_at on entry (territory, recorded_at) include (position);

-- Across territories: all in recorded order, by type, by who recorded it, by a word in it.
create index entry_in_order on entry (recorded_at, entry_id);

create index entry_of_type on entry (type, recorded_at, entry_id);

create index entry_by_actor on entry (actor, recorded_at, entry_id);

create index entry_words on entry using gin (words);

create unique index remark_made on remark (territory, position, kind, entry_id);

create index remark_target on remark (target);

create unique index territory_once on territory (territory);
