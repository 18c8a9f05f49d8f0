-- Recorded time follows the index over the whole log, whoever writes and whatever the clocks of their machines say: nothing
-- comes later that was recorded earlier, so an instant names one state of all registers together. What is recorded at a
-- time that does not lie after the last one's gets the next microsecond, and its writer is told.
drop function events.append(uuid[], text[], bigint[], bigint[], text[], text[], text[], text[]);

-- What is recorded now, and at which times it was: no clock is more than three hours off (summer time and a zone mistaken for
-- the next are two). A time far from now is a forgery or a broken clock, and either would say of years gone by what was
-- known then.
create function events.append(
    entry_ids    uuid[],
    territories  text[],
    positions    bigint[],
    recorded     bigint[],
    types        text[],
    revisions    text[],
    payloads     text[],
    metadata     text[]
) returns bigint[]
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    now_micros constant bigint := extract(epoch from clock_timestamp()) * 1000000;
    skew constant bigint := 3 * 3600 * 1000000::bigint;
    latest bigint;
    times bigint[];
begin
    if exists (select from unnest(recorded) r where r not between now_micros - skew and now_micros + skew) then
        raise check_violation using
            message = 'a recorded time is more than three hours from the database''s',
            schema = 'events', table = 'event', constraint = 'event_clock';
    end if;
    perform pg_advisory_xact_lock(1784769647, 1);
    select extract(epoch from e.recorded_at) * 1000000 into latest
    from events.event e order by e.global_index desc limit 1;
    -- The least times that grow with n, come after the latest and before none that was given.
    select array_agg(u.floor + u.n order by u.n) into times
    from (select n, greatest(latest, max(r - n) over (order by n)) as floor
          from unnest(recorded) with ordinality as given(r, n)) u;
    perform events.add(entry_ids, territories, positions, times, types, revisions, payloads, metadata);
    return times;
end
$$;

-- What another log recorded, with the times it gave.
create function events.copy(
    entry_ids    uuid[],
    territories  text[],
    positions    bigint[],
    recorded     bigint[],
    types        text[],
    revisions    text[],
    payloads     text[],
    metadata     text[]
) returns bigint[]
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform events.add(entry_ids, territories, positions, recorded, types, revisions, payloads, metadata);
    return recorded;
end
$$;

revoke all on function events.append, events.copy from public;
grant execute on function events.append to jalon_command;
grant execute on function events.copy to jalon_mirror;
