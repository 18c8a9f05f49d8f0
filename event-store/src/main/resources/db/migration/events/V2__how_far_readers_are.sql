-- Where each projection stands in the log, and what it could not read.

create schema tracking;

-- One row a segment of an Axon processor; who holds it is the owner, until the timestamp is too old.
create table tracking.token (
    processor_name text    not null,
    segment        integer not null,
    token          text,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);

-- Events a projection failed on, or that stand behind such an event of their own sequence. Only the reference is kept:
-- the log has the event, so nothing of it lives on here. Order within a sequence is the log's. Who tries a sequence
-- again holds the lock of its first row, so a claim ends with its transaction, whatever becomes of the process.
create table tracking.dead_letter (
    processing_group text        not null,
    sequence         text        not null,
    global_index     bigint      not null,
    enqueued_at      timestamptz not null,
    last_touched     timestamptz not null,
    cause_type       text,
    cause_message    text,
    diagnostics      text        not null,
    primary key (processing_group, sequence, global_index)
);

grant usage on schema tracking to jalon_query;
grant select, insert, update, delete on all tables in schema tracking to jalon_query;

-- Read models live in schemas of the reader's own, made and dropped as they are rebuilt.
do $$
begin
    execute format('grant create on database %I to jalon_query', current_database());
end
$$;
