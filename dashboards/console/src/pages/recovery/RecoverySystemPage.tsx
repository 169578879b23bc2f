import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { fetchPlan, fetchRecovery } from '../../api/recovery';
import type { PlanVersion, RecoveryDetail } from '../../api/recoverytypes';
import { Loaded } from '../../components/Panel';
import { ElementsTable } from '../../components/recovery/ElementsTable';
import { Levels, useLevelWords } from '../../components/recovery/Levels';
import { PlanView } from '../../components/recovery/PlanView';
import { Section } from '../../components/Section';
import { mayEngineer } from '../../lib/protectionrights';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { useNow } from '../../state/time';
import { ExerciseList } from './ExerciseList';
import { Due } from './RecoveryPage';
import { StartExercise } from './StartExercise';
import { VersionList } from './VersionList';

const REFRESH = 30_000;

/** One system: which level is reached and why not more, the plan, and how it was exercised. */
export default function RecoverySystemPage() {
  const { system = '' } = useParams();
  const query = useQuery({ queryKey: keys.recoverySystem(system), queryFn: ({ signal }) => fetchRecovery(system, signal), refetchInterval: REFRESH });
  return (
    <div className="item-page recovery-system">
      <Loaded query={query} rows={12}>
        {(detail) => <Recovery detail={detail} />}
      </Loaded>
    </div>
  );
}

function Recovery({ detail }: { detail: RecoveryDetail }) {
  const { t } = usePreferences();
  const now = useNow(60_000);
  const { summary, level } = detail;
  return (
    <>
      <header className="item-head">
        <div className="alert-line">
          <Link to="/recovery">{t('recovery.title')}</Link>
          <span className="soft">/</span>
          <Link to={`/compliance/${encodeURIComponent(summary.system)}`}>{summary.system}</Link>
        </div>
        <h1 className="alert-sentence">
          <bdi>{summary.name}</bdi>
        </h1>
      </header>
      <div className="item-columns recovery-columns">
        <div>
          <Section title={t('recovery.level')} aside={level !== null && <span className="soft">{t('recovery.elements.hint', { version: level.figures })}</span>}>
            <LevelFigures detail={detail} />
            {level === null ? (
              <p className="away-words">
                {t('recovery.away')} <bdi>{summary.away}</bdi>
              </p>
            ) : (
              <ElementsTable level={level} aimed={summary.aimed} />
            )}
          </Section>
          <PlanSection detail={detail} />
        </div>
        <aside>
          <Section title={t('exercise.start')}>
            <StartExercise summary={summary} />
            <dl className="facts recovery-due-facts">
              <div>
                <dt>{t('recovery.due')}</dt>
                <dd>
                  <Due row={summary} now={now} />
                </dd>
              </div>
            </dl>
          </Section>
          <Section title={t('exercise.list')}>
            <ExerciseList exercises={detail.exercises} />
          </Section>
          <Section title={t('plan.versions')} aside={<span className="soft">{t('plan.versions.hint')}</span>}>
            <VersionList system={summary.system} versions={detail.versions} current={summary.planVersion} />
          </Section>
        </aside>
      </div>
    </>
  );
}

function LevelFigures({ detail: { summary } }: { detail: RecoveryDetail }) {
  const { t } = usePreferences();
  const words = useLevelWords();
  return (
    <div className="level-figures">
      <div>
        <span className="soft">{t('recovery.reached')}</span>
        <b className={summary.aimed !== null && summary.reached !== null && summary.reached < summary.aimed ? 'over' : ''}>{words(summary.reached)}</b>
      </div>
      <div>
        <span className="soft">{t('recovery.aimed')}</span>
        <b>{summary.aimed === null ? t('recovery.plan.none') : words(summary.aimed)}</b>
      </div>
      {summary.reached !== null && <Levels row={summary} large />}
    </div>
  );
}

function PlanSection({ detail: { summary, plan } }: { detail: RecoveryDetail }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const [params] = useSearchParams();
  const wanted = Number(params.get('version'));
  const old = Number.isInteger(wanted) && wanted > 0 && wanted !== summary.planVersion ? wanted : null;
  const edit = mayEngineer(user) ? (
    <Link className="link-button" to={`/recovery/${encodeURIComponent(summary.system)}/plan`}>
      {t(plan === null ? 'plan.write' : 'plan.edit')}
    </Link>
  ) : (
    <span className="soft">{t('plan.readOnly')}</span>
  );
  if (plan === null) {
    return (
      <Section title={t('recovery.plan')} aside={edit}>
        <p className="nothing">
          {t('recovery.plan.none')} · {t('plan.write.hint')}
        </p>
      </Section>
    );
  }
  return (
    <Section title={t('recovery.plan')} aside={old === null && edit}>
      {old === null ? <PlanView version={plan} /> : <OldPlan system={summary.system} version={old} current={plan} />}
    </Section>
  );
}

/** An older version, and that it is one. */
function OldPlan({ system, version, current }: { system: string; version: number; current: PlanVersion }) {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.recoveryPlan(system, version), queryFn: ({ signal }) => fetchPlan(system, version, signal), staleTime: Infinity });
  return (
    <>
      <p className="away-words">
        {t('plan.old', { version, current: current.version })} <Link to={`/recovery/${encodeURIComponent(system)}`}>{t('plan.toCurrent')}</Link>
      </p>
      <Loaded query={query} rows={8}>
        {(plan) => <PlanView version={plan} />}
      </Loaded>
    </>
  );
}
