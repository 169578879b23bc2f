-- One row. Whoever changes cases locks it first, so that changes of cases are serial. The key draws
-- the random sample; it is made with the first draw.
create table if not exists filing_case_counter (
  id integer primary key,
  last_case bigint not null,
  sample_key varchar(64) not null
);
insert into filing_case_counter (id, last_case, sample_key)
  select 1, 0, '' where not exists (select 1 from filing_case_counter);

create table if not exists filing (
  application_number varchar(64) primary key,
  register varchar(16) not null,
  title varchar(512) not null,
  applicant_key varchar(256) not null,
  applicant_name varchar(256) not null,
  -- A natural person, whose name is shown masked.
  personal boolean not null,
  submitted_at bigint not null,
  filing_date varchar(10) not null,
  -- What joins a filing with actions and with security events.
  account varchar(128),
  device varchar(128),
  ip varchar(64),
  certificate varchar(128),
  stored_at bigint not null,
  digest varchar(64) not null,
  -- 0 not drawn for the sample, 1 drawn, 2 drawn and looked at
  sample integer not null
);
create index if not exists filing_submitted_at on filing (submitted_at);
create index if not exists filing_account on filing (account, submitted_at);
create index if not exists filing_device on filing (device, submitted_at);
create index if not exists filing_ip on filing (ip, submitted_at);
create index if not exists filing_sample on filing (sample, stored_at);

-- Deflated JSON, apart from the row, so that reading many filings does not read their texts.
create table if not exists filing_body (
  application_number varchar(64) primary key
    references filing (application_number) on delete cascade,
  body bytea not null
);

-- Without a reference: a change may come before its filing.
create table if not exists filing_change (
  id varchar(64) primary key,
  application_number varchar(64) not null,
  kind varchar(32) not null,
  happened_at bigint not null
);
create index if not exists filing_change_filing on filing_change (application_number, happened_at);
create index if not exists filing_change_happened_at on filing_change (happened_at);

create table if not exists filing_action (
  id varchar(64) primary key,
  happened_at bigint not null,
  kind varchar(32) not null,
  account varchar(128) not null,
  device varchar(128),
  ip varchar(64),
  certificate varchar(128),
  application_number varchar(64),
  succeeded boolean not null
);
create index if not exists filing_action_account on filing_action (account, happened_at);
create index if not exists filing_action_device on filing_action (device, happened_at);
create index if not exists filing_action_happened_at on filing_action (happened_at);

create table if not exists filing_case (
  id bigint primary key,
  case_key varchar(512) not null unique,
  number varchar(32) not null,
  subject_type varchar(16) not null,
  subject_key varchar(256) not null,
  subject_name varchar(512) not null,
  register varchar(16) not null,
  state varchar(16) not null,
  -- 0 hint, 1 warning, 2 high-risk; -1 for a case of the sample
  tier integer not null,
  score_millionths bigint not null,
  -- ",P6,P1,": highest score first
  kinds varchar(256) not null,
  filing_count bigint not null,
  member_count bigint not null,
  opened_at bigint not null,
  updated_at bigint not null,
  last_signal_at bigint not null,
  -- The year 9999 where nothing is due.
  due_at bigint not null,
  withdrawn_at bigint,
  closed_at bigint,
  assignee varchar(64),
  origin varchar(16) not null,
  search_text varchar(8192) not null
);
create index if not exists filing_case_updated_at on filing_case (updated_at, id);
create index if not exists filing_case_opened_at on filing_case (opened_at, id);
create index if not exists filing_case_state on filing_case (state, due_at);
create index if not exists filing_case_subject on filing_case (subject_key, register);

create table if not exists filing_indication (
  id varchar(512) primary key,
  case_id bigint not null references filing_case (id) on delete cascade,
  kind varchar(16) not null,
  tier integer not null,
  score_millionths bigint not null,
  last_at bigint not null,
  filing_count bigint not null,
  member_count bigint not null,
  first_stored_at bigint not null,
  digest varchar(64) not null,
  -- Codes of the signals it rests on: ",near-duplicate-text,filing-burst,"
  signals varchar(4096) not null,
  body bytea not null
);
create index if not exists filing_indication_case on filing_indication (case_id, kind);

-- Every filing that an indication of the case ever named.
create table if not exists filing_case_filing (
  case_id bigint not null references filing_case (id) on delete cascade,
  application_number varchar(64) not null,
  primary key (case_id, application_number)
);
create index if not exists filing_case_filing_filing on filing_case_filing (application_number);

create table if not exists filing_case_member (
  case_id bigint not null references filing_case (id) on delete cascade,
  member_key varchar(256) not null,
  member_name varchar(512) not null,
  primary key (case_id, member_key)
);
create index if not exists filing_case_member_key on filing_case_member (member_key);

create table if not exists filing_case_trail (
  id bigint generated by default as identity primary key,
  case_id bigint not null references filing_case (id) on delete cascade,
  happened_at bigint not null,
  actor varchar(64) not null,
  act varchar(16) not null,
  from_state varchar(16),
  to_state varchar(16),
  note varchar(4096) not null,
  details varchar(8192) not null
);
create index if not exists filing_case_trail_case on filing_case_trail (case_id, id);

-- What a person decided of one kind, with the signals that spoke for it then.
create table if not exists filing_case_outcome (
  id bigint generated by default as identity primary key,
  case_id bigint not null references filing_case (id) on delete cascade,
  kind varchar(16) not null,
  confirmed boolean not null,
  decided_by varchar(64) not null,
  decided_at bigint not null,
  signals varchar(4096) not null
);
create index if not exists filing_case_outcome_case on filing_case_outcome (case_id, id);
create index if not exists filing_case_outcome_decided_at on filing_case_outcome (decided_at);

-- Who saw personal data unmasked. Kept when cases and filings go.
create table if not exists filing_access (
  id bigint generated by default as identity primary key,
  happened_at bigint not null,
  account varchar(64) not null,
  case_id bigint,
  application_number varchar(64) not null,
  what varchar(64) not null
);
create index if not exists filing_access_account on filing_access (account, id);
