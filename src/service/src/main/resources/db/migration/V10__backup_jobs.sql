-- What was asked of the backups: it must be known after a restart what was being done.

create table backup_job (
  id varchar(64) primary key,
  -- run, verify, drill
  kind varchar(16) not null,
  system_id varchar(64) not null,
  source varchar(64) not null,
  backup varchar(96),
  target varchar(64),
  -- waiting, running, done, failed, interrupted
  state varchar(16) not null,
  account varchar(64) not null,
  -- The interrupted job that this one goes on with.
  resumes varchar(64),
  asked_at bigint not null,
  started_at bigint,
  ended_at bigint,
  passed boolean,
  words varchar(1024)
);
create index backup_job_source on backup_job (system_id, source, asked_at);
create index backup_job_state on backup_job (state, asked_at);
create index backup_job_asked on backup_job (asked_at);
