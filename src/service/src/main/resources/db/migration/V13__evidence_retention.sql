-- What assessments cite is kept for good: which evidence that is, and of which assessments it is known.

create table if not exists compliance_cited (
  evidence_id varchar(64) primary key
);

create table if not exists compliance_cited_assessment (
  assessment_id varchar(32) primary key references compliance_assessment (id)
);

create index if not exists compliance_evidence_collected on compliance_evidence (collected_at);
create index if not exists compliance_turn_happened on compliance_turn (happened_at);
