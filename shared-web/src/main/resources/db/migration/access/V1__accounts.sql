-- Who may come in, and the two roles that ask. Roles belong to the whole server, so they may be there already.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['jalon_command', 'jalon_query'] loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nologin', wanted);
            end if;
        exception
            when duplicate_object or unique_violation then null;
        end;
    end loop;
end
$$;

-- No person's name stands here: an account's name is a slug its holder chose.
create table access.account (
    name text primary key check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    role text not null check (role in ('national', 'coordinator', 'auditor', 'funder')),
    scope text,
    password_hash text not null check (password_hash like '{%'),
    created_at timestamptz not null default now(),
    -- A coordinator has a territory and a funder an organisation; nobody else has a scope.
    check ((role in ('coordinator', 'funder')) = (scope is not null))
);

-- Both services ask who is at the door; neither may make or change an account.
revoke all on schema access from public;
grant usage on schema access to jalon_command, jalon_query;
grant select on access.account to jalon_command, jalon_query;
