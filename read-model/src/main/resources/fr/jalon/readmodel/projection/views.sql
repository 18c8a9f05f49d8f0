-- For analysts, beside the views of facts: what things are called and what is announced, as known now.

create view name as
select territory, split_part(key, '/', 1) as kind, split_part(key, '/', 2) as id, value ->> 'name' as name
from span
where subject = 'name' and upper_inf(recorded);

create view outlook as
select territory, key::uuid as entry_id, value ->> 'type' as type, value ->> 'status' as status, since as effective,
       value - 'type' - 'status' as attributes, possible, contested
from span
where subject = 'outlook' and upper_inf(recorded);

-- Not the attributes, which may be an amount or a person; nor the names, some of which are persons'.
grant select (territory, entry_id, type, status, effective, possible, contested) on outlook to jalon_analyst;
