-- PostgreSQL itself refuses two values of one subject that are both certain on one day as known at one instant. An
-- exclusion constraint says the same, but its index costs a rebuild ten times the load itself, and cannot be made
-- without shutting readers out; rows come from one writer a territory at a time, so looking is enough.
create function refuse_two_certain_values() returns trigger
    language plpgsql
    -- A batch is small and the table is not: each row is looked up by its subject, whatever the statistics of a young
    -- copy say. (As functions, the overlaps lead the planner to no other index.)
    set enable_hashjoin = off
    set enable_mergejoin = off
    set enable_seqscan = off
as $$
declare
    clash text;
begin
    execute format($check$
        select concat_ws(' ', s.territory, s.subject, s.key, s.certain * f.certain)
        from fresh f
        join %I.span s using (territory, subject, key)
        where f.subject not in ('name', 'outlook')
            and range_overlaps(s.certain, f.certain) and range_overlaps(s.recorded, f.recorded)
            and (s.opened_by, s.ordinal) <> (f.opened_by, f.ordinal)
        limit 1
        $check$, tg_table_schema) into clash;
    if clash is not null then
        raise exclusion_violation using
            message = 'two values are certain on the same days: ' || clash,
            schema = tg_table_schema, table = 'span', constraint = 'span_certain_once';
    end if;
    return null;
end
$$;

create trigger span_certain_once after insert on span
    referencing new table as fresh
    for each statement execute function refuse_two_certain_values();
