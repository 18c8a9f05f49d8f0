-- What an append must keep to, and what a check needs so that no change goes unnoticed.

-- Adds rows after all there are, for append and copy alone, whose search path it has: nobody else may run it. Within a
-- territory positions have no gap and recorded time goes on, whoever writes; what is looked up sees the rows just added, so
-- that entries of one group follow one another too.
create function events.add(
    entry_ids    uuid[],
    territories  text[],
    positions    bigint[],
    recorded     bigint[],
    types        text[],
    revisions    text[],
    payloads     text[],
    metadata     text[]
) returns bigint
    language plpgsql
    -- A plan lives as long as the connection and may have been made while the log was next to empty: rows are looked up by
    -- their index all the same.
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
as $$
declare
    head bigint;
    before timestamptz;
begin
    perform pg_advisory_xact_lock(1784769647, 1);
    select coalesce(max(e.global_index), 0) into head from events.event e;
    insert into events.event
        (global_index, entry_id, territory, position, recorded_at, type, revision, payload, metadata)
    select head + n, i, t, p, timestamptz 'epoch' + r * interval '1 microsecond', y, v, b, m
    from unnest(entry_ids, territories, positions, recorded, types, revisions, payloads, metadata)
        with ordinality as u(i, t, p, r, y, v, b, m, n);
    for n in 1 .. cardinality(positions) loop
        if positions[n] > 1 then
            select e.recorded_at into before from events.event e
            where e.territory = territories[n] and e.position = positions[n] - 1;
            if before is null or before >= timestamptz 'epoch' + recorded[n] * interval '1 microsecond' then
                raise check_violation using
                    message = format('position %s of %s does not follow the entry before it', positions[n], territories[n]),
                    schema = 'events', table = 'event', constraint = 'event_follows';
            end if;
        end if;
    end loop;
    return head;
end
$$;

revoke all on function events.add from public;

-- A snapshot says of which log it is the fold, by a digest over the entry it ends at and its own content. One without is
-- none: it was taken by an earlier version.
alter table events.snapshot add column digest text;
grant select on events.snapshot to jalon_query;

-- Checkpoints are numbered without gaps, so that one that is gone leaves one. (A sequence's numbers are lost with the
-- transactions that fail.)
alter table sealed.checkpoint alter column number drop identity;
update sealed.checkpoint c set number = -again.number
from (select number as old, row_number() over (order by number) as number from sealed.checkpoint) again
where c.number = again.old;
update sealed.checkpoint set number = -number;
create index checkpoint_size on sealed.checkpoint (size desc, number desc);

-- Which keys ever signed this log, signed by the one in use: whoever can write into verifier_key still cannot put a key
-- of theirs there that a check takes for the log's.
create table sealed.keyring (
    number bigint      primary key,
    note   text        not null,
    since  timestamptz not null default now()
);
revoke all on sealed.keyring from public;
grant select, insert on sealed.keyring to jalon_query;
