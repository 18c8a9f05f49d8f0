-- Once the rows are in: made in one go an index costs a fraction of what it costs row by row.

alter table span add primary key (territory, opened_by, ordinal);

-- As of, known at: one territory's answer in one descent.
create index span_as_of on span using gist (territory, possible, recorded);

-- What a funder gives, everywhere.
create index span_funder on span ((value -> 'funder' ->> 'id')) where subject = 'funding';

alter table entry add primary key (territory, position);
create unique index entry_id on entry (entry_id);
create index entry_recorded_at on entry (territory, recorded_at) include (position);

alter table remark add primary key (territory, position, kind);
create index remark_target on remark (target);

alter table territory add primary key (territory);

analyze span, entry, remark, territory;
