-- One row. Whoever writes a record locks it first, so that records are written one after the other
-- and their numbers have no gaps. The name is made with the first record.
create table if not exists audit_position (
  id integer primary key,
  name varchar(64) not null,
  size bigint not null,
  head varchar(64) not null,
  -- Roots of the Merkle tree's full subtrees, largest first, in hexadecimal digits with commas.
  peaks varchar(4200) not null,
  -- How many records the last checkpoint leaves behind it, itself included.
  sealed_size bigint not null,
  sealed_at bigint not null
);
insert into audit_position (id, name, size, head, peaks, sealed_size, sealed_at)
  select 1, '', 0, '', '', 0, 0 where not exists (select 1 from audit_position);

-- Nothing changes or deletes a row. What is chained are sequence, time, kind and content; the
-- columns after them say what the content says, to be searched.
create table if not exists audit_record (
  sequence bigint primary key,
  happened_at bigint not null,
  kind varchar(16) not null,
  content varchar(16384) not null,
  previous varchar(64) not null,
  hash varchar(64) not null,
  account varchar(64) not null,
  action varchar(64) not null,
  object_type varchar(32) not null,
  object_id varchar(256) not null
);
create index if not exists audit_record_happened_at on audit_record (happened_at, sequence);
create index if not exists audit_record_account on audit_record (account, sequence);
create index if not exists audit_record_action on audit_record (action, sequence);
create index if not exists audit_record_object on audit_record (object_type, object_id, sequence);
