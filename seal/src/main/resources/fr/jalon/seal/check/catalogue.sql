-- What Jalon's part of a database is made of, one line a thing, the same in every database of this version. Names only what
-- is there by migration or rebuild: the owner is called owner, and its own rights are not listed.
with place as (
    select n.oid, n.nspname::text as name, n.nspowner as owner, n.nspacl as acl
    from pg_namespace n where n.nspname in ('events', 'sealed', 'tracking', 'access', 'people', 'drafts', 'projection')
), owner as (
    select nspowner as oid from pg_namespace where nspname = 'events'
), service as (
    select oid, rolname from pg_roles
    where rolname in ('jalon_accounts', 'jalon_analyst', 'jalon_command', 'jalon_query', 'jalon_mirror')
), relation as (
    select c.oid, p.name || '.' || c.relname as name, c.relkind, c.relowner as owner, c.relacl as acl,
        c.relpersistence, c.relrowsecurity, c.relhasrules
    from pg_class c join place p on p.oid = c.relnamespace where c.relkind in ('r', 'v', 'm', 'S', 'f', 'p')
), function as (
    select f.oid, n.nspname || '.' || f.proname || '(' || pg_get_function_identity_arguments(f.oid) || ')' as name,
        f.proowner as owner, f.proacl as acl, f.prosrc, f.prosecdef, f.proconfig, f.provolatile, l.lanname
    from pg_proc f
    join pg_namespace n on n.oid = f.pronamespace
    join pg_language l on l.oid = f.prolang
    -- Beside ours, what could be called in the place of PostgreSQL's own.
    where (n.oid in (select oid from place) or n.nspname = 'public' or n.nspname in (select rolname from service))
        and not exists (
            select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = f.oid and d.deptype = 'e')
), thing(kind, name, owner, acl, otherwise) as (
    select 'schema', name, owner, acl, acldefault('n', owner) from place
    union all
    select 'relation', name, owner, acl, acldefault(case when relkind = 'S' then 's' else 'r' end::"char", owner)
    from relation
    union all
    select 'function', name, owner, acl, acldefault('f', owner) from function
    union all
    select 'column', r.name || '.' || a.attname, r.owner, a.attacl, null
    from pg_attribute a join relation r on r.oid = a.attrelid where a.attacl is not null
)
select line collate "C" from (
    select format('schema %s of %s', name, case when owner = (select oid from owner) then 'owner' else owner::regrole::text end)
    from place
    union all
    select concat_ws(' ', case relkind when 'r' then 'table' when 'v' then 'view' else 'relation ' || relkind::text end, name, 'of',
        case when owner = (select oid from owner) then 'owner' else owner::regrole::text end,
        case when relpersistence <> 'p' then 'not persistent' end,
        case when relrowsecurity then 'with row security' end,
        case when relkind = 'v' then md5(pg_get_viewdef(oid)) end)
    from relation
    union all
    select concat_ws(' ', 'column', r.name || '.' || a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then 'not null' end,
        'default ' || pg_get_expr(d.adbin, d.adrelid),
        case a.attidentity when 'a' then 'identity' when 'd' then 'identity by default' end,
        case when a.attgenerated <> '' then 'generated' end)
    from pg_attribute a
    join relation r on r.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped
    union all
    select concat_ws(' ', 'constraint', r.name || '.' || c.conname, pg_get_constraintdef(c.oid),
        case when not c.convalidated then 'not validated' end)
    from pg_constraint c join relation r on r.oid = c.conrelid where c.contype <> 'n'
    union all
    select concat_ws(' ', 'index on', r.name, pg_get_indexdef(i.indexrelid),
        case when not i.indisvalid then 'not valid' end)
    from pg_index i join relation r on r.oid = i.indrelid
    union all
    select concat_ws(' ', 'trigger on', r.name, pg_get_triggerdef(t.oid), 'enabled', t.tgenabled)
    from pg_trigger t join relation r on r.oid = t.tgrelid where not t.tgisinternal
    union all
    select concat_ws(' ', 'rule on', r.name, pg_get_ruledef(w.oid), 'enabled', w.ev_enabled)
    from pg_rewrite w join relation r on r.oid = w.ev_class where w.rulename <> '_RETURN'
    union all
    select concat_ws(' ', 'policy on', r.name, p.polname) from pg_policy p join relation r on r.oid = p.polrelid
    union all
    select concat_ws(' ', 'function', name, 'of',
        case when owner = (select oid from owner) then 'owner' else owner::regrole::text end, lanname, provolatile,
        case when prosecdef then 'with its owner''s rights' end, array_to_string(proconfig, ', '), md5(prosrc))
    from function
    union all
    select concat_ws(' ', 'event trigger', evtname, 'enabled', evtenabled) from pg_event_trigger
    union all
    select concat_ws(' ', 'right', g.privilege_type, 'on', t.kind, t.name, 'to',
        case when g.grantee = 0 then 'public' when g.grantee = (select oid from owner) then 'owner'
            else g.grantee::regrole::text end,
        case when g.is_grantable then 'to grant' end)
    from thing t cross join lateral aclexplode(coalesce(t.acl, t.otherwise)) g where g.grantee <> t.owner
    union all
    select concat_ws(' ', 'default right', g.privilege_type, 'on', d.defaclobjtype::text, 'to', g.grantee::regrole)
    from pg_default_acl d cross join lateral aclexplode(d.defaclacl) g
    where d.defaclnamespace = 0 or d.defaclnamespace in (select oid from place)
    union all
    select concat_ws(' ', 'role', s.rolname, case when r.rolsuper then 'superuser' end,
        case when r.rolcreaterole then 'createrole' end, case when r.rolbypassrls then 'bypassrls' end,
        case when r.rolreplication then 'replication' end)
    from service s join pg_roles r on r.oid = s.oid
    union all
    select concat_ws(' ', 'member', s.rolname, 'of', m.roleid::regrole)
    from pg_auth_members m join service s on s.oid = m.member
    union all
    select concat_ws(' ', 'setting', split_part(setting, '=', 1), 'of', coalesce(nullif(s.setrole, 0)::regrole::text, 'all'))
    from pg_db_role_setting s cross join lateral unnest(s.setconfig) as setting
    where (s.setdatabase in (0, (select oid from pg_database where datname = current_database())))
        and (s.setrole = 0 or s.setrole in (select oid from service))
        and split_part(setting, '=', 1) in ('session_replication_role', 'search_path', 'role', 'row_security',
            'session_preload_libraries', 'local_preload_libraries', 'event_triggers')
    union all
    select concat_ws(' ', 'migration of events', installed_rank, version, script, checksum, success)
    from events.flyway_schema_history
    union all
    select concat_ws(' ', 'migration of access', installed_rank, version, script, checksum, success)
    from access.flyway_schema_history
) as catalogue(line)
order by 1
