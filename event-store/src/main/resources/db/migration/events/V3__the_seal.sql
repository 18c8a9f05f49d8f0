-- What makes the log tamper-evident: one leaf an event, the Merkle tree over them (RFC 9162), and what was signed of it.
-- Rows come and never change: who may write may do nothing but add.

create schema sealed;

create table sealed.leaf (
    -- The event's index in the log, less one: leaves count from 0.
    index    bigint  primary key check (index >= 0),
    hash     bytea   not null check (octet_length(hash) = 32),
    -- Which entry it was, to name it should its row be gone.
    entry_id uuid    not null,
    territory text   not null,
    position bigint  not null,
    -- A digest of the row's own bytes: the leaf is canonical JSON, to which white space and the order of keys are nothing.
    raw      bytea   not null check (octet_length(raw) = 32)
);

-- The complete subtrees above the leaves, which are level 0.
create table sealed.node (
    level smallint not null check (level > 0),
    index bigint   not null check (index >= 0),
    hash  bytea    not null check (octet_length(hash) = 32),
    primary key (level, index)
);

-- What was signed, as C2SP signed notes.
create table sealed.checkpoint (
    number    bigint      generated always as identity primary key,
    size      bigint      not null check (size >= 0),
    note      text        not null,
    sealed_at timestamptz not null default now()
);

-- Every key that ever signed, in note form.
create table sealed.verifier_key (
    key   text        primary key,
    since timestamptz not null default now()
);

revoke all on schema sealed from public;
revoke all on all tables in schema sealed from public;
grant usage on schema sealed to jalon_query;
grant select, insert on all tables in schema sealed to jalon_query;
