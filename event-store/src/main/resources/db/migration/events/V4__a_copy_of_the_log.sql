-- Where another store keeps the log, the table of events is the read side's copy of it. Who copies may append and nothing
-- else, and is neither the writer, whose events go to that store, nor the reader, who must not be able to make any up.
do $$
begin
    if not exists (select from pg_roles where rolname = 'jalon_mirror') then
        create role jalon_mirror nologin;
    end if;
exception
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema events to jalon_mirror;
grant select on events.event to jalon_mirror;
grant execute on function events.append to jalon_mirror;
