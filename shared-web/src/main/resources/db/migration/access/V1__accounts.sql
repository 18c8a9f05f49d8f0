-- Who may come in, the two roles that ask, and the one that changes accounts for the national team. Roles belong to the whole server, so they may be there already.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['jalon_command', 'jalon_query', 'jalon_accounts'] loop
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
    -- As they are written: a coordinator has a territory and a funder an organisation, nobody else has a scope.
    roles text[] not null check (
        ',' || array_to_string(roles, ',', '?')
            ~ '^(,(national|auditor|analyst|metrics|(coordinator|funder)/[a-z0-9]+(-[a-z0-9]+)*))+$'),
    password_hash text not null check (password_hash like '{%'),
    created_at timestamptz not null default now(),
    -- One that is not let in stays: its name stands in what it recorded.
    enabled boolean not null default true,
    -- What the codes of its second factor are made of, sealed with a key that is not here; null where the password is
    -- enough. And digests of the codes for the day when that is lost.
    second_factor text,
    recovery_codes text[] not null default '{}',
    -- The step of the last code that opened it: no code opens twice. It changes with each, so it is told nowhere.
    used_step bigint not null default 0
);

-- Accounts come and go by SQL, as the schema's owner, so that none of them is beyond doubt by itself. Every change is
-- written down here, by whom it was made, and rows are only added: a check holds the accounts against it.
create table access.change (
    number    bigint      primary key,
    at        timestamptz not null default clock_timestamp(),
    -- The database's role that made it.
    made_by   text        not null,
    kind      text        not null check (kind in ('insert', 'update', 'delete')),
    name      text        not null,
    -- A digest of what the account is from then on; null where it is no more. The password's hash is in it, not here.
    became    text        check ((became is null) = (kind = 'delete')),
    -- The account that asked for it over HTTP; null where somebody did it on the machine itself, or by SQL.
    acting    text
);

create function access.digest(account access.account) returns text
    language sql
    immutable
    set search_path = pg_catalog, pg_temp
as $$
    select encode(sha256(convert_to(jsonb_build_array(
        account.name, account.roles, account.password_hash, extract(epoch from account.created_at)::text, account.enabled,
        account.second_factor, account.recovery_codes
    )::text, 'UTF8')), 'hex')
$$;

-- With its owner's rights: whoever may change an account cannot do so unseen.
create function access.write_down() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    last bigint;
    asked_by text := nullif(current_setting('access.acting', true), '');
begin
    perform pg_advisory_xact_lock(1784769647, 18);
    select coalesce(max(number), 0) into last from access.change;
    if tg_op = 'UPDATE' and old.name <> new.name then
        insert into access.change (number, made_by, kind, name, acting)
        values (last + 1, session_user, 'delete', old.name, asked_by);
        last := last + 1;
    end if;
    insert into access.change (number, made_by, kind, name, became, acting)
    values (
        last + 1, session_user, lower(tg_op),
        case when tg_op = 'DELETE' then old.name else new.name end,
        case when tg_op <> 'DELETE' then access.digest(new) end,
        asked_by
    );
    return null;
end
$$;

create trigger account_written_down after insert or delete
    or update of name, roles, password_hash, created_at, enabled, second_factor, recovery_codes on access.account
    for each row execute function access.write_down();

-- The access record: who came in or was not let in, what was refused, what was carried away, by whom and from where.
-- Never what they saw. Services only add rows, each with the database's time; accounts' changes are added above.
create table access.record (
    number    bigint      generated always as identity primary key,
    at        timestamptz not null default clock_timestamp(),
    kind      text        not null check (kind in (
        'signed-in', 'sign-in-failed', 'refused', 'carried-away', 'names-seen', 'upkeep', 'account-changed')),
    account   text,
    role      text,
    operation text,
    about     text,
    code      text,
    address   text,
    request   text,
    -- How many of the same were left out before it.
    left_out  bigint      not null default 0
);
create index record_at on access.record (at);

create function access.record_change() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into access.record (kind, account, operation, about)
    values ('account-changed', coalesce(new.acting, new.made_by), new.kind, new.name);
    return null;
end
$$;

create trigger change_recorded after insert on access.change
    for each row execute function access.record_change();

-- Whether nobody of the national team would be let in without this account.
create function access.is_last_national(account text) returns boolean
    language sql
    stable
    set search_path = pg_catalog, pg_temp
as $$
    select coalesce(bool_or(a.name = account), false) and count(*) = 1
    from access.account a where a.enabled and 'national' = any (a.roles)
$$;

-- What the national team may do to accounts over HTTP, and whoever has the role for it nothing else: with its owner's
-- rights. It judges by itself whether the account that asks may, so that no fault of a service makes an account.
create function access.keep(asking text, act text, account text, new_roles text[], new_hash text) returns text
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    found access.account;
begin
    perform pg_advisory_xact_lock(1784769647, 18);
    if not exists (
        select from access.account a where a.name = asking and a.enabled and 'national' = any (a.roles)) then
        return 'not-allowed';
    end if;
    perform set_config('access.acting', asking, true);
    select * into found from access.account a where a.name = account;
    if act = 'make' then
        if found.name is not null then
            return 'taken';
        end if;
        insert into access.account (name, roles, password_hash) values (account, new_roles, new_hash);
        return 'done';
    end if;
    if found.name is null then
        return 'unknown';
    end if;
    case act
        when 'roles' then
            if account = asking then
                return 'own-roles';
            end if;
            update access.account a set roles = new_roles where a.name = account;
        when 'password' then
            update access.account a set password_hash = new_hash where a.name = account;
        when 'enable' then
            update access.account a set enabled = true where a.name = account;
        when 'disable' then
            if access.is_last_national(account) then
                return 'last-national';
            end if;
            update access.account a set enabled = false where a.name = account;
        when 'forget-second-factor' then
            update access.account a set second_factor = null, recovery_codes = '{}' where a.name = account;
    end case;
    return 'done';
end
$$;

-- What an account may do to itself. Its password is checked by the service, and named here by its hash: one that was
-- changed meanwhile, or disabled, is not changed by somebody who knew what it was before.
create function access.keep_own(asking text, hash text, act text, given text, codes text[], step bigint) returns text
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(1784769647, 18);
    perform set_config('access.acting', asking, true);
    case act
        when 'password' then
            update access.account a set password_hash = given
            where a.name = asking and a.enabled and a.password_hash = hash;
        when 'add-second-factor' then
            update access.account a set second_factor = given, recovery_codes = codes, used_step = step
            where a.name = asking and a.enabled and a.password_hash = hash
                and a.second_factor is null and a.used_step < step;
        when 'drop-second-factor' then
            update access.account a set second_factor = null, recovery_codes = '{}'
            where a.name = asking and a.enabled and a.password_hash = hash;
        when 'use-code' then
            update access.account a set used_step = step
            where a.name = asking and a.enabled and a.password_hash = hash and a.used_step < step;
        when 'use-recovery-code' then
            update access.account a set recovery_codes = array_remove(a.recovery_codes, given)
            where a.name = asking and a.enabled and a.password_hash = hash and given = any (a.recovery_codes);
    end case;
    return case when found then 'done' else 'not-allowed' end;
end
$$;

-- With its owner's rights, so that a service can drop what is old and nothing else. In hours: a day has 23 or 25 of
-- them twice a year, and services count in seconds.
create function access.drop_before(day timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    dropped bigint;
begin
    if day > clock_timestamp() - interval '4320 hours' then
        raise exception 'the access record is kept for 180 days at least' using errcode = 'check_violation';
    end if;
    delete from access.record where at < day;
    get diagnostics dropped = row_count;
    return dropped;
end
$$;

-- Both services ask who is at the door; neither may make or change an account but by the function above, with a role
-- that may do nothing else.
revoke all on schema access from public;
revoke all on all tables in schema access from public;
revoke all on all functions in schema access from public;
grant usage on schema access to jalon_command, jalon_query, jalon_accounts;
grant execute on function access.keep, access.keep_own to jalon_accounts;
grant select on access.account to jalon_command, jalon_query;
grant select on access.change to jalon_query;
grant execute on function access.digest to jalon_query;
grant insert (kind, account, role, operation, about, code, address, request, left_out)
    on access.record to jalon_command, jalon_query;
grant select on access.record to jalon_query;
grant execute on function access.drop_before to jalon_query;
