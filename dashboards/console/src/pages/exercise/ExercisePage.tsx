import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { fetchExercise, fetchPlan, fetchSealed } from '../../api/recovery';
import type { Exercise } from '../../api/recoverytypes';
import { Loaded } from '../../components/Panel';
import { VerdictName } from '../../components/recovery/VerdictName';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { ClockPanel } from './ClockPanel';
import { Conduct, PeoplePanel, RollbackPanel } from './Conduct';
import { Minutes, Reached } from './Minutes';
import { StepList } from './StepList';

/** Others go on with it, too; and after a reload it stands where the service has it. */
const FOLLOW = 3_000;

/** An exercise: while it runs, with its clock; then, as it was signed. */
export default function ExercisePage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: keys.exercise(id),
    queryFn: async ({ signal }) => ({ exercise: await fetchExercise(id, signal), readAt: Date.now() }),
    refetchInterval: ({ state }) => (state.data?.exercise.record.state === 'running' ? FOLLOW : false),
    staleTime: 0,
  });
  return (
    <div className="item-page exercise-page">
      <Loaded query={query} rows={12}>
        {({ exercise, readAt }) => <Whole exercise={exercise} readAt={readAt} />}
      </Loaded>
    </div>
  );
}

function Whole({ exercise, readAt }: { exercise: Exercise; readAt: number }) {
  const { t } = usePreferences();
  const { record } = exercise;
  return (
    <>
      <header className="item-head">
        <div className="alert-line">
          <Link to="/recovery">{t('recovery.title')}</Link>
          <span className="soft">/</span>
          <Link to={`/recovery/${encodeURIComponent(record.system)}`}>{record.system}</Link>
        </div>
        <h1 className="alert-sentence">
          <bdi>{t('exercise.of', { kind: t(`exercise.kind.${record.kind}`), plan: record.plan })}</bdi>
        </h1>
        <div className="alert-line">
          <VerdictName of={record} />
          <span>
            <Time iso={record.startedAt} /> · {t('exercise.startedBy', { who: record.startedBy })}
          </span>
          <Link to={`/recovery/${encodeURIComponent(record.system)}?version=${record.planVersion}`}>
            {t('recovery.plan')} · {t('recovery.version', { n: record.planVersion })}
          </Link>
        </div>
      </header>
      {record.state === 'running' ? <Running exercise={exercise} readAt={readAt} /> : <Ended exercise={exercise} readAt={readAt} />}
    </>
  );
}

function Running({ exercise, readAt }: { exercise: Exercise; readAt: number }) {
  const { t } = usePreferences();
  const { record } = exercise;
  const plan = useQuery({ queryKey: keys.recoveryPlan(record.system, record.planVersion), queryFn: ({ signal }) => fetchPlan(record.system, record.planVersion, signal), staleTime: Infinity });
  return (
    <>
      <ClockPanel exercise={exercise} readAt={readAt} />
      <div className="item-columns">
        <div>
          <Section title={t('plan.steps')}>
            <Conduct exercise={exercise} plan={plan.data?.plan ?? null} readAt={readAt} />
          </Section>
        </div>
        <aside>
          <Section title={t('exercise.scenario')}>
            <p className="exercise-words">
              <bdi>{record.scenario}</bdi>
            </p>
          </Section>
          <RollbackPanel exercise={exercise} />
          <PeoplePanel plan={plan.data?.plan ?? null} />
        </aside>
      </div>
    </>
  );
}

/** What was signed is what is shown. */
function Ended({ exercise, readAt }: { exercise: Exercise; readAt: number }) {
  const { t } = usePreferences();
  const { id } = exercise.record;
  const sealed = useQuery({ queryKey: keys.sealedExercise(id), queryFn: ({ signal }) => fetchSealed(id, signal) });
  return (
    <Loaded query={sealed} rows={10}>
      {(of) => (
        <>
          <ClockPanel exercise={{ ...exercise, record: of.record }} readAt={readAt} />
          <div className="item-columns">
            <div>
              <Section title={t('plan.steps')}>
                <StepList steps={of.record.steps} />
              </Section>
              <Reached record={of.record} />
            </div>
            <aside>
              <Minutes sealed={of} />
            </aside>
          </div>
        </>
      )}
    </Loaded>
  );
}
