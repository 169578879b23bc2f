-- The latest run of each rule's canary.
create table if not exists canary_run (
  rule_id varchar(128) primary key,
  rule_name varchar(128) not null,
  run_id varchar(64) not null,
  -- Ids of the events sent: canary:epoch:first_seq to canary:epoch:last_seq.
  epoch bigint not null,
  first_seq bigint not null,
  last_seq bigint not null,
  -- sending, waiting, fired or silent
  state varchar(16) not null,
  sent_at bigint not null,
  -- Of the newest run that fired, whichever that was.
  fired_at bigint,
  latency bigint,
  -- Whether there is an alert: from the first silent run to the next that fires.
  alarm boolean not null
);
create index if not exists canary_run_state on canary_run (state, sent_at);

-- One row: the newest epoch of the source, so that each start of the service has a larger one.
create table if not exists canary_epoch (
  id integer primary key,
  epoch bigint not null
);
insert into canary_epoch (id, epoch)
  select 1, 0 where not exists (select 1 from canary_epoch);
