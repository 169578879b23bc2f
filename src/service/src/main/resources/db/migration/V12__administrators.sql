-- Three administrators: who made an account, who gave it its role, who locked it.
-- Written to bear repetition; an account has one role because it has one column for it.

alter table account add column if not exists created_by varchar(64);
alter table account add column if not exists granted_by varchar(64);
alter table account add column if not exists granted_at bigint;
alter table account add column if not exists locked_by varchar(64);
alter table account add column if not exists locked_at bigint;
-- What it was before its password was reset: an administrator's is given back and no other.
alter table account add column if not exists former_role varchar(16);

alter table account drop constraint if exists account_role_known;
alter table account add constraint account_role_known check (role in
  ('none', 'operator', 'engineer', 'auditor', 'reviewer', 'system-admin', 'security-admin'));

-- Nobody gives themselves a role, and who makes an account is not who gives it one.
alter table account drop constraint if exists account_two_people;
alter table account add constraint account_two_people check
  (granted_by is null or (granted_by <> name and (created_by is null or granted_by <> created_by)));
alter table account drop constraint if exists account_locked_by_another;
alter table account add constraint account_locked_by_another check
  (locked_by is null or locked_by <> name);
