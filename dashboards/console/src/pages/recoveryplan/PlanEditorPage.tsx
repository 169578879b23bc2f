import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Problem } from '../../api/http';
import { addPlan, fetchRecovery } from '../../api/recovery';
import { DECLARED, type RecoveryDetail } from '../../api/recoverytypes';
import { Failure, FailureText } from '../../components/Failure';
import { Loaded } from '../../components/Panel';
import { RANKS } from '../../components/recovery/PlanView';
import { LEVELS } from '../../components/recovery/LevelLadder';
import { useMinutes } from '../../components/recovery/useMinutes';
import { Section } from '../../components/Section';
import { mayEngineer } from '../../lib/protectionrights';
import { planFaults, planForm, plannedMinutes, plannedRto, type PlanDraft, type PlanFaults } from '../../lib/recoveryplan';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { FaultWords } from './FaultWords';
import { RoleRows } from './RoleRows';
import { StepRows } from './StepRows';
import { usePlanDraft } from './usePlanDraft';

/** Writes the next version of a plan; the ones before stay. */
export default function PlanEditorPage() {
  const { system = '' } = useParams();
  const { t } = usePreferences();
  const { user } = useSession();
  // Read anew for each editing: what is kept from before may be an older version. It then stays as it is underneath.
  const query = useQuery({ queryKey: [...keys.recoverySystem(system), 'edit'], queryFn: ({ signal }) => fetchRecovery(system, signal), staleTime: Infinity, gcTime: 0 });
  if (!mayEngineer(user)) {
    return (
      <div className="centred">
        <FailureText what={t('failure.forbidden')} works={t('plan.readOnly')} todo={t('failure.forbidden.todo')} />
      </div>
    );
  }
  return (
    <div className="item-page plan-editor">
      <Loaded query={query} rows={12}>
        {(detail) => <Editor key={detail.summary.system} detail={detail} />}
      </Loaded>
    </div>
  );
}

function Editor({ detail: opened }: { detail: RecoveryDetail }) {
  // The version that was opened, whatever is read meanwhile.
  const [detail] = useState(opened);
  const { t } = usePreferences();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { system, name } = detail.summary;
  const { draft, basedOn, restored, change, discard, forget } = usePlanDraft(system, detail.plan);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const faults = planFaults(draft);
  const shown: PlanFaults = tried ? faults : {};
  const count = Object.keys(faults).length;
  const home = `/recovery/${encodeURIComponent(system)}`;
  const save = () => {
    setTried(true);
    if (count > 0 || busy) {
      return;
    }
    setBusy(true);
    setFailure(null);
    addPlan(system, planForm(draft, basedOn)).then(
      ({ version }) => {
        forget();
        void queries.invalidateQueries({ queryKey: keys.recovery });
        void message.success(t('planEdit.saved', { n: version }));
        void navigate(home);
      },
      (cause: unknown) => {
        setBusy(false);
        setFailure(cause);
      },
    );
  };
  return (
    <>
      <header className="item-head">
        <div className="alert-line">
          <Link to="/recovery">{t('recovery.title')}</Link>
          <span className="soft">/</span>
          <Link to={home}>{system}</Link>
        </div>
        <h1 className="alert-sentence">
          <bdi>{t(detail.plan === null ? 'planEdit.first' : 'planEdit.title', { name })}</bdi>
        </h1>
        <p className="soft">{basedOn === 0 ? t('planEdit.asFirst') : t('planEdit.basedOn', { n: basedOn, next: basedOn + 1 })}</p>
      </header>
      {restored && (
        <p className="away-words">
          {t('planEdit.kept')}{' '}
          <button type="button" className="link plan-discard" onClick={discard}>
            {t('planEdit.discard')}
          </button>
        </p>
      )}
      <Aims draft={draft} faults={shown} change={change} />
      <Section title={t('plan.roles')}>
        <RoleRows draft={draft} faults={shown} change={change} />
      </Section>
      <Section title={t('plan.steps')} aside={<StepSum draft={draft} />}>
        <StepRows list="steps" draft={draft} faults={shown} change={change} />
        <FaultWords fault={shown.steps} />
      </Section>
      <Section title={t('plan.rollback')} aside={<span className="soft">{t('plan.rollback.hint')}</span>}>
        <StepRows list="rollback" draft={draft} faults={shown} change={change} />
      </Section>
      <footer className="plan-save">
        <Field label={t('planEdit.note')} hint={t('planEdit.note.hint')} fault={shown.note}>
          <Input maxLength={500} value={draft.note} status={shown.note === undefined ? '' : 'error'} onChange={(event) => { change({ ...draft, note: event.target.value }); }} onPressEnter={save} />
        </Field>
        <Button type="primary" loading={busy} onClick={save}>
          {t('planEdit.save', { n: basedOn + 1 })}
        </Button>
        <Link to={home}>{t('act.cancel')}</Link>
        {tried && count > 0 && (
          <span className="range-bad" role="alert">
            {t('planEdit.faults', { n: count })}
          </span>
        )}
        {failure !== null && <SaveFailure cause={failure} />}
      </footer>
    </>
  );
}

function SaveFailure({ cause }: { cause: unknown }) {
  const { t } = usePreferences();
  return cause instanceof Problem && cause.code === 'changed-meanwhile' ? <FailureText compact what={t('failure.planChanged')} works={t('failure.planChanged.works')} todo={t('failure.planChanged.todo')} /> : <Failure compact cause={cause} />;
}

/** How long the steps take together, and whether they keep what the plan promises. */
function StepSum({ draft }: { draft: PlanDraft }) {
  const { t } = usePreferences();
  const minutes = useMinutes();
  const back = plannedRto(draft.steps);
  const over = back !== null && draft.rtoMinutes !== null && back > draft.rtoMinutes;
  return (
    <>
      <span className="soft">{t('plan.steps.sum', { n: draft.steps.length, time: minutes(plannedMinutes(draft.steps)) })}</span>
      {back !== null && <span className={over ? 'over' : 'soft'}>{t('planEdit.rtoPlanned', { time: minutes(back) })}{over && ` · ${t('planEdit.rtoOver', { bound: minutes(draft.rtoMinutes ?? 0) })}`}</span>}
    </>
  );
}

export interface PartProps {
  draft: PlanDraft;
  faults: PlanFaults;
  change: (next: PlanDraft) => void;
}

function Aims({ draft, faults, change }: PartProps) {
  const { t } = usePreferences();
  const number = (name: 'rtoMinutes' | 'rpoMinutes' | 'exerciseEveryDays', label: string, unit: string) => (
    <Field label={`${label}${unit}`} fault={faults[name]}>
      <InputNumber min={0} precision={0} status={faults[name] === undefined ? '' : 'error'} value={draft[name]} onChange={(value) => { change({ ...draft, [name]: value }); }} />
    </Field>
  );
  return (
    <Section title={t('plan.facts')}>
      <div className="plan-fields">
        <Field label={t('plan.title')} fault={faults.title} wide>
          <Input maxLength={200} status={faults.title === undefined ? '' : 'error'} value={draft.title} onChange={(event) => { change({ ...draft, title: event.target.value }); }} />
        </Field>
        <Field label={t('plan.level')} fault={faults.level}>
          <Select status={faults.level === undefined ? '' : 'error'} value={draft.level} options={LEVELS.map((value) => ({ value, label: t('recovery.levelOf', { n: value }) }))} onChange={(level: number) => { change({ ...draft, level }); }} />
        </Field>
        {number('rtoMinutes', t('plan.rto'), ` · ${t('plan.minutes', { n: '' }).trim()}`)}
        {number('rpoMinutes', t('plan.rpo'), ` · ${t('plan.minutes', { n: '' }).trim()}`)}
        {number('exerciseEveryDays', t('plan.every'), ` · ${t('plan.everyDays', { n: 'N' })}`)}
      </div>
      <h3 className="cell-part">
        {t('plan.declared')} <span className="soft">{t('recovery.declared.hint')}</span>
      </h3>
      <div className="plan-fields plan-ranks">
        {DECLARED.map((name) => (
          <Field key={name} label={t(`plan.declared.${name}`)}>
            <Select value={draft.declared[name]} options={RANKS.map((value) => ({ value, label: t(`plan.declared.${value}`) }))} onChange={(value: number) => { change({ ...draft, declared: { ...draft.declared, [name]: value } }); }} />
          </Field>
        ))}
      </div>
    </Section>
  );
}

function Field({ label, hint, fault, wide = false, children }: { label: string; hint?: string; fault?: PlanFaults[string] | undefined; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'act-field plan-wide' : 'act-field'}>
      <label className="note">
        <span>{label}</span>
        {children}
      </label>
      {fault === undefined ? hint !== undefined && <div className="act-hint soft">{hint}</div> : <FaultWords fault={fault} />}
    </div>
  );
}
