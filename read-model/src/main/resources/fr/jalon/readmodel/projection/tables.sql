-- The read models, made anew beside the old ones by every rebuild, in a schema that the search path names: nothing here
-- is qualified, nothing here is ever migrated. `projection` is the copy in use, `projection_next` one being built.

-- One row per value's rectangle: on which days it may be and is so (possible, certain), and while which instants the
-- register held that (recorded; its end is the instant of the entry that brought something else, so a row answers for
-- "known at k" when recorded @> k). Ranges are half-open and unbounded where no end is known.
create table span (
    territory text      not null,
    -- A kind of fact (`coordination-carrier`, `funding`, …), or `name` (what a thing is called) or `outlook` (what is
    -- announced and has not come): those two travel with the facts, so that one query finds all that an answer needs.
    subject   text      not null,
    -- Which one: its ids joined by `/`. For a name, `<kind of thing>/<id>`; for the outlook, the announcement's id.
    key       text      not null,
    -- Its attributes; a thing is {"id": …} here and called by its name row, so a new name changes no fact.
    value     jsonb     not null,
    possible  daterange not null,
    certain   daterange,
    -- On which of those days the subject has this or another value for certain.
    held      daterange,
    recorded  tstzrange not null,
    -- Beginning and end as written; null where it always was, or no end is known.
    since     text,
    until     text,
    -- The entries it rests on, in timeline order.
    entries   uuid[]    not null,
    contested boolean   not null,
    -- Which entries (positions) brought and replaced this row; the first and its ordinal name the row in any copy.
    opened_by bigint    not null,
    ordinal   integer   not null,
    closed_by bigint,
    -- A name as people compare it, without case and accents; null of anything else.
    folded    text
);

-- Every entry as it was recorded, for the history.
create table entry (
    territory    text        not null,
    position     bigint      not null,
    global_index bigint      not null,
    entry_id     uuid        not null,
    recorded_at  timestamptz not null,
    type         text        not null,
    actor        text,
    role         text,
    status       text        not null,
    -- When it is so in the world: as written, and the days that covers from the earliest to the latest.
    effective    text,
    days         daterange,
    -- Canonical JSON: the stored text, byte for byte, where it is of today's revision.
    content      text        not null,
    -- The words written in it, without case and accents, as nobody reads them without the key (KeptWords). Those of a text
    -- that was redacted are gone.
    words        tsvector    not null
);

-- What entries say of other entries: corrected, retracted, contested, abandoned, fulfilled. One that was itself taken
-- back says by which position; one that counts again, because what took it back was taken back, has another row.
create table remark (
    territory     text        not null,
    target        uuid        not null,
    kind          text        not null,
    entry_id      uuid        not null,
    position      bigint      not null,
    recorded_at   timestamptz not null,
    taken_back_by bigint,
    taken_back_at timestamptz
);

-- How far each territory's register is read. A writer moves this row first, and only from where it believes it to be.
create table territory (
    territory   text        not null,
    position    bigint      not null,
    recorded_at timestamptz not null
);

-- What made this copy: another version of these files or of the fold makes it out of date.
create table made (
    fingerprint text        not null,
    at          timestamptz not null default now()
);
