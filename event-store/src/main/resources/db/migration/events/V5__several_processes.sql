-- What several processes on one database need to know of one another.

-- Which processes share a projection's segments. Times are the database's own: the clocks of two machines may differ.
create table tracking.node (
    processor_name text        not null,
    node           text        not null,
    seen_at        timestamptz not null,
    primary key (processor_name, node)
);
grant select, insert, update, delete on tracking.node to jalon_query;

-- The days whose checkpoint was mailed, by whichever process came first.
create table sealed.mailed (
    day date primary key
);
grant select, insert on sealed.mailed to jalon_query;
