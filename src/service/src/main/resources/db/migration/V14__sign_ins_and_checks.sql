-- When an account was last used, and what the platform saw in a step of an exercise.
-- Written to bear repetition.

alter table account add column if not exists last_sign_in_at bigint;

-- JSON of {"zh", "en"}; null where people did the step.
alter table continuity_step add column if not exists seen varchar(4096);
