-- The map in time, facts of outages, and incidents that people work on.

create table if not exists topology_node (
  id varchar(256) primary key,
  kind varchar(16) not null,
  name_zh varchar(256) not null,
  name_en varchar(256) not null,
  -- JSON object of texts
  labels varchar(32768) not null
);

-- A stretch of time in which an origin saw an edge.
create table if not exists topology_span (
  from_node varchar(256) not null references topology_node (id),
  to_node varchar(256) not null references topology_node (id),
  kind varchar(16) not null,
  origin varchar(16) not null,
  first_seen bigint not null,
  last_seen bigint not null,
  ended bigint,
  primary key (from_node, to_node, kind, origin, first_seen)
);

create table if not exists incident (
  id bigint primary key,
  -- open, acknowledged, resolved
  state varchar(16) not null,
  severity integer not null,
  summary_zh varchar(4096) not null,
  summary_en varchar(4096) not null,
  cause_node varchar(256),
  alerts integer not null,
  onset bigint not null,
  last_fact bigint not null,
  opened_at bigint not null,
  updated_at bigint not null,
  acknowledged_by varchar(64),
  resolved_by varchar(64),
  resolved_at bigint,
  -- JSON of rules/cause
  explanation varchar(4194304) not null
);
create index if not exists incident_latest on incident (opened_at, id);
create index if not exists incident_cause on incident (cause_node, resolved_at);

-- Alerts and changes as timed facts on nodes; an alert lies under at most one incident.
create table if not exists incident_fact (
  id varchar(128) primary key,
  node varchar(256) not null,
  happened_at bigint not null,
  signal varchar(16) not null,
  severity integer not null,
  title_zh varchar(512) not null,
  title_en varchar(512) not null,
  incident_id bigint references incident (id)
);
create index if not exists incident_fact_time on incident_fact (happened_at);
create index if not exists incident_fact_incident on incident_fact (incident_id);

create table if not exists incident_entry (
  incident_id bigint not null references incident (id),
  position integer not null,
  happened_at bigint not null,
  account varchar(64) not null,
  -- acknowledge, resolve, note
  action varchar(16) not null,
  note varchar(2048) not null,
  primary key (incident_id, position)
);

-- Up to which revision alerts have become facts. One row, which every gathering locks.
create table if not exists incident_position (
  id integer primary key,
  revision bigint not null,
  last_incident bigint not null
);
insert into incident_position (id, revision, last_incident)
  select 1, 0, 0 where not exists (select 1 from incident_position where id = 1);
