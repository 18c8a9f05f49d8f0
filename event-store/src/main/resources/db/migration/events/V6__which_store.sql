-- Which store keeps the log that this database holds: said once, by the first service to start, and never changed. A log
-- begun here is no place for the copy of another store's, nor may anybody append to such a copy.
create table events.kept_by (
    one   boolean primary key default true check (one),
    store text    not null
);

grant select, insert on events.kept_by to jalon_command, jalon_query;
