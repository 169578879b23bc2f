import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { fetchCanaries, runCanary } from '../../api/canaries';
import type { Canary, CanaryState } from '../../api/types';
import { Failure } from '../../components/Failure';
import { Loaded } from '../../components/Panel';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { canaryState, countStates, toCanaryRows } from '../../lib/canaries';
import { formatCount, formatMillis } from '../../lib/numbers';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';

const EVERY_MILLIS = 5_000;

/** Whether every rule in force still fires: what was sent to it, and what came back. */
export default function CanariesPage() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const text = params.get('q') ?? '';
  const state = canaryState(params.get('state'));
  const query = useQuery({ queryKey: keys.canaries, queryFn: ({ signal }) => fetchCanaries(signal), refetchInterval: EVERY_MILLIS });
  const change = (q: string, wanted: CanaryState | null) => {
    setParams({ ...(q === '' ? {} : { q }), ...(wanted === null ? {} : { state: wanted }) }, { replace: true });
  };
  return (
    <div className="page">
      <div className="queue-title">
        <h1 className="page-title">{t('canary.title')}</h1>
        {query.data !== undefined && <span className="page-count">{t('canary.total', { n: formatCount(query.data.total) })}</span>}
        <Input
          className="rules-find"
          size="small"
          allowClear
          maxLength={128}
          placeholder={t('canary.find')}
          aria-label={t('canary.find')}
          value={text}
          onChange={(event) => {
            change(event.target.value, state);
          }}
        />
      </div>
      <p className="canary-hint">{t('canary.hint')}</p>
      <Loaded query={query} rows={10}>
        {(page) => (
          <>
            <div className="canary-counts" role="group" aria-label={t('canary.state')}>
              {countStates(page.items).map((each) => (
                <Button
                  key={each.state}
                  size="small"
                  type={state === each.state ? 'primary' : 'default'}
                  aria-pressed={state === each.state}
                  onClick={() => {
                    change(text, state === each.state ? null : each.state);
                  }}
                >
                  {t(`canary.state.${each.state}`)} {formatCount(each.count)}
                </Button>
              ))}
            </div>
            <CanaryTable canaries={page.items} text={text} state={state} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function CanaryTable({ canaries, text, state }: { canaries: Canary[]; text: string; state: CanaryState | null }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const rows = toCanaryRows(canaries, text, state);
  if (rows.length === 0) {
    return <p className="nothing">{t(canaries.length === 0 ? 'canary.none' : 'canary.noMatch')}</p>;
  }
  const mayRun = user.roles.includes('engineer');
  return (
    <section className="panel">
      <div className="grid-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('canary.state')}</th>
              <th scope="col">{t('canary.rule')}</th>
              <th scope="col">{t('canary.sentAt')}</th>
              <th scope="col">{t('canary.firedAt')}</th>
              <th scope="col">{t('canary.latency')}</th>
              {mayRun && <th scope="col" />}
            </tr>
          </thead>
          <tbody>
            {rows.map((canary) => (
              <CanaryRow key={canary.id} canary={canary} mayRun={mayRun} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function CanaryRow({ canary, mayRun }: { canary: Canary; mayRun: boolean }) {
  const { language } = usePreferences();
  return (
    <tr>
      <td>
        <CanaryStateLabel state={canary.state} />
      </td>
      <td>
        <bdi>{say(canary.title, language)}</bdi> <code className="soft">{canary.name}</code>
      </td>
      <td>
        <Time iso={canary.sentAt} />
      </td>
      <td>
        <Time iso={canary.firedAt} />
      </td>
      <td>{formatMillis(canary.latencyMillis)}</td>
      {mayRun && (
        <td>
          <RunButton canary={canary} />
        </td>
      )}
    </tr>
  );
}

function RunButton({ canary }: { canary: Canary }) {
  const { t } = usePreferences();
  const { message, notification } = App.useApp();
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    try {
      await runCanary(canary.id);
      void message.success(t('canary.sent', { name: canary.name }));
    } catch (cause) {
      notification.error({ title: canary.name, description: <Failure compact cause={cause} />, duration: 8 });
    } finally {
      setRunning(false);
      void queries.invalidateQueries({ queryKey: keys.canaries });
    }
  };
  return (
    <Button
      size="small"
      loading={running}
      disabled={canary.state === 'none'}
      onClick={() => {
        void run();
      }}
    >
      {t('canary.run')}
    </Button>
  );
}

/** A shape beside the colour, as for severities. */
export function CanaryStateLabel({ state }: { state: CanaryState }) {
  const { t } = usePreferences();
  return (
    <span className={`part-state canary-${state}`} title={t(`canary.state.${state}.hint`)}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <StatePath state={state} />
      </svg>
      {t(`canary.state.${state}`)}
    </span>
  );
}

function StatePath({ state }: { state: CanaryState }) {
  switch (state) {
    case 'fired':
      return <circle cx="5" cy="5" r="4" fill="currentColor" />;
    case 'waiting':
    case 'unsent':
      return <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.6" />;
    case 'silent':
      return <path d="M1 1l8 8M9 1 1 9" stroke="currentColor" strokeWidth="2.2" />;
    case 'none':
      return <path d="M1 5h8" stroke="currentColor" strokeWidth="2" />;
  }
}
