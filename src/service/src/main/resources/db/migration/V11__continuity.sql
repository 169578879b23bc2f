-- Disaster recovery: plans, of which each version stays, and exercises with their clock.

create table if not exists continuity_plan (
  system_id varchar(64) not null references protected_system (id),
  version integer not null,
  -- JSON
  document varchar(65536) not null,
  sm3 varchar(64) not null,
  note varchar(2048) not null,
  account varchar(64) not null,
  made_at bigint not null,
  primary key (system_id, version)
);

create table if not exists continuity_exercise (
  id varchar(64) primary key,
  system_id varchar(64) not null,
  plan_version integer not null,
  -- switch-over, rehearsal
  kind varchar(16) not null,
  scenario varchar(2048) not null,
  -- running, done, aborted
  state varchar(16) not null,
  account varchar(64) not null,
  started_at bigint not null,
  ended_by varchar(64),
  ended_at bigint,
  -- Summary, or why it was aborted.
  words varchar(2048),
  rto_micros bigint,
  rpo_micros bigint,
  passed boolean,
  -- JSON array of texts
  findings varchar(16384),
  -- What was signed at the end, and its signature: both never change.
  record varchar(262144),
  signature varchar(4096),
  foreign key (system_id, plan_version) references continuity_plan (system_id, version)
);
create index if not exists continuity_exercise_system on continuity_exercise (system_id, started_at);

create table if not exists continuity_step (
  exercise_id varchar(64) not null references continuity_exercise (id),
  position integer not null,
  -- running, done, failed, skipped
  state varchar(16) not null,
  account varchar(64) not null,
  started_at bigint not null,
  ended_at bigint,
  note varchar(2048),
  primary key (exercise_id, position)
);

-- One exercise of a system at a time: the key keeps a second from beginning.
create table if not exists continuity_running (
  system_id varchar(64) primary key,
  exercise_id varchar(64) not null references continuity_exercise (id)
);
