import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { attestationDocument, fetchAttestations } from '../../api/compliance';
import type { Attestation } from '../../api/compliancetypes';
import { ResultLabel } from '../../components/compliance/Results';
import { Loaded, Panel } from '../../components/Panel';
import { useActs } from '../../components/useActs';
import { itemLink } from '../../lib/compliancelinks';
import { dayIn, daysBetween } from '../../lib/duties';
import { formatBytes } from '../../lib/numbers';
import { mayAudit } from '../../lib/protectionrights';
import { clauseName } from '../../lib/results';
import { instant } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { useToday } from '../../state/time';
import { DaysLeft } from '../../components/compliance/Duties';
import { usePersonActs } from './usePersonActs';

/** Documents that show what telemetry cannot. */
export function AttestationsTab({ system }: { system: string }) {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.additions('attestations', system), queryFn: ({ signal }) => fetchAttestations({ system }, signal) });
  return (
    <div className="tab-body">
      <Panel title={t('attest.title')} hint={t('attest.hint')}>
        <Loaded query={query} rows={6}>
          {(rows) => (rows.length === 0 ? <p className="nothing">{t('attest.none')}</p> : <AttestationList system={system} rows={rows} />)}
        </Loaded>
      </Panel>
    </div>
  );
}

export function AttestationList({ system, rows }: { system: string; rows: readonly Attestation[] }) {
  const { t, zone } = usePreferences();
  const { user } = useSession();
  const acts = usePersonActs();
  const { open, dialog } = useActs(keys.compliance);
  const today = useToday();
  return (
    <ul className="additions">
      {rows.map((row) => {
        const expires = instant(row.expiresAt ?? '');
        const left = expires === null ? null : daysBetween(today, dayIn(expires, zone));
        return (
          <li key={row.id} className={row.withdrawn === null ? 'addition' : 'addition addition-withdrawn'}>
            <div className="addition-head">
              <b>
                <bdi>{row.title}</bdi>
              </b>
              <ResultLabel result={row.result} />
              {row.items.map((item) => (
                <Link key={item} to={itemLink(system, item, row.object)}>
                  {clauseName(item)}
                </Link>
              ))}
              <span className="addition-acts">
                <a href={attestationDocument(row.id)} download>
                  {t('attest.download')}
                </a>
                {mayAudit(user) && row.withdrawn === null && (
                  <Button size="small" onClick={() => { open(acts.withdraw('attestations', row.id, row.title)); }}>
                    {t('act.withdraw')}
                  </Button>
                )}
              </span>
            </div>
            <div>
              <bdi>{row.fileName}</bdi> <span className="soft">{formatBytes(row.bytes)}</span>
            </div>
            <div className="soft addition-who">
              {t('attest.signed', { who: row.signer, day: row.signedOn })}
              {expires !== null && left !== null && (
                <>
                  {' '}
                  · {t('proposal.until', { day: dayIn(expires, zone) })} <DaysLeft duty={{ daysLeft: left, state: left < 0 ? 'overdue' : left <= 30 ? 'soon' : 'ok' }} />
                </>
              )}{' '}
              · {t('attest.by', { who: row.by })}
              {row.withdrawn !== null && (
                <>
                  {' '}
                  · {t('attest.withdrawn', { who: row.withdrawn.by })} <bdi>{row.withdrawn.reason}</bdi>
                </>
              )}
            </div>
            <div className="soft hash" title="SM3">
              SM3 <code>{row.sm3}</code>
            </div>
          </li>
        );
      })}
      {dialog}
    </ul>
  );
}
