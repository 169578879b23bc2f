-- What is protected: systems under classified protection and their objects.

create table if not exists protected_system (
  id varchar(64) primary key,
  name varchar(256) not null,
  level integer not null,
  notation varchar(16) not null,
  -- cloud,mobile,iot,ics
  extensions varchar(64) not null,
  owner varchar(256) not null,
  filing_number varchar(64) not null,
  filing_valid_until varchar(10),
  zone varchar(64) not null,
  critical boolean not null,
  reporting_route varchar(32) not null,
  last_assessed_on varchar(10),
  version bigint not null,
  changed_at bigint not null,
  changed_by varchar(64) not null,
  origin varchar(16) not null
);

create table if not exists asset (
  id varchar(64) primary key,
  system_id varchar(64) not null references protected_system (id),
  name varchar(256) not null,
  kind varchar(32) not null,
  zone varchar(64) not null,
  -- One a line.
  addresses varchar(16384) not null,
  importance integer not null,
  data_class varchar(64) not null,
  owner varchar(256) not null,
  location varchar(256) not null,
  endpoints varchar(4096) not null,
  backup_tier varchar(8) not null,
  search_text varchar(17408) not null,
  version bigint not null,
  changed_at bigint not null,
  changed_by varchar(64) not null,
  origin varchar(16) not null
);
create index if not exists asset_system on asset (system_id, id);
create index if not exists asset_name on asset (name, id);

-- A table that somebody uploaded and has not confirmed; the file lies beside the database.
create table if not exists asset_import (
  id varchar(64) primary key,
  account varchar(64) not null,
  file_name varchar(256) not null,
  spreadsheet boolean not null,
  sm3 varchar(64) not null,
  uploaded_at bigint not null
);
