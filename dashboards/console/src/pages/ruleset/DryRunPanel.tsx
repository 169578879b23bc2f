import { useQuery } from '@tanstack/react-query';
import { App, Button, Progress, Select } from 'antd';
import { useState } from 'react';
import { cancelRun, fetchRun, fetchRuns, startRun, type ChangeForm, type DryRun } from '../../api/rulesets';
import { Failure } from '../../components/Failure';
import { Section } from '../../components/Section';
import { formatCount } from '../../lib/numbers';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession, mayAct } from '../../state/session';
import { DryRunView } from './DryRunView';

const DAYS = [1, 3, 7, 14, 31] as const;

/** Tries changes on the events of the last days; a proposal shows its latest run again. */
export function DryRunPanel({ what }: { what: { proposal: string } | { changes: ChangeForm[] } }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const { notification } = App.useApp();
  const [days, setDays] = useState<number>(7);
  const [started, setStarted] = useState<string | null>(null);
  const proposal = 'proposal' in what ? what.proposal : null;
  const runs = useQuery({ queryKey: keys.ruleset('runs', proposal ?? ''), queryFn: ({ signal }) => fetchRuns(signal), enabled: proposal !== null && started === null });
  const id = started ?? runs.data?.items.find((run) => run.proposal === proposal)?.id ?? null;
  const run = useQuery({
    queryKey: keys.ruleset('run', id ?? ''),
    queryFn: ({ signal }) => fetchRun(id ?? '', signal),
    enabled: id !== null,
    refetchInterval: (query) => (query.state.data !== undefined && isOpen(query.state.data) ? 700 : false),
  });
  const start = async () => {
    try {
      const made = await startRun(what, days);
      setStarted(made.id);
    } catch (cause) {
      notification.error({ title: t('ruleset.run'), description: <Failure compact cause={cause} />, duration: 10 });
    }
  };
  const running = run.data !== undefined && isOpen(run.data);
  return (
    <Section
      title={t('ruleset.run')}
      aside={
        mayAct(user) && (
          <span className="run-start">
            <Select
              size="small"
              value={days}
              aria-label={t('ruleset.run.daysLabel')}
              options={DAYS.map((n) => ({ value: n, label: t('ruleset.run.days', { n }) }))}
              onChange={setDays}
            />
            <Button size="small" disabled={running} onClick={() => void start()}>
              {t('ruleset.run.start')}
            </Button>
          </span>
        )
      }
    >
      {run.data === undefined ? <p className="soft">{t('ruleset.run.hint')}</p> : <Run run={run.data} />}
    </Section>
  );
}

function isOpen(run: DryRun): boolean {
  return run.state === 'waiting' || run.state === 'running';
}

function failure(message: string, t: ReturnType<typeof usePreferences>['t']): string {
  if (message.startsWith('site: ')) {
    return t('ruleset.run.failed.site', { fault: message.slice('site: '.length) });
  }
  return message === 'search-away' ? t('ruleset.run.failed.search') : t('ruleset.run.failed.other');
}

function Run({ run }: { run: DryRun }) {
  const { t } = usePreferences();
  if (run.state === 'failed') {
    return (
      <p className="fault-text" role="alert">
        {failure(run.message, t)}
      </p>
    );
  }
  if (isOpen(run)) {
    const share = run.total === 0 ? 0 : Math.min(100, Math.round((100 * run.events) / run.total));
    return (
      <div className="run-progress">
        <Progress percent={share} size="small" />
        <span>
          {run.state === 'waiting'
            ? t('ruleset.run.waiting')
            : t('ruleset.run.progress', { events: formatCount(run.events), total: formatCount(run.total), detections: formatCount(run.detections) })}
        </span>
        <Button size="small" onClick={() => void cancelRun(run.id)}>
          {t('ruleset.run.cancel')}
        </Button>
      </div>
    );
  }
  return run.result === null ? null : <DryRunView result={run.result} ended={run.message} />;
}
