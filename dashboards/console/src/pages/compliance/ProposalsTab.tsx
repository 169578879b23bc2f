import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { fetchExemptions, fetchWaivers, type ProposalKind } from '../../api/compliance';
import type { Proposal, Waiver } from '../../api/compliancetypes';
import { Loaded, Panel } from '../../components/Panel';
import { Time } from '../../components/Time';
import { useActs } from '../../components/useActs';
import { itemLink } from '../../lib/compliancelinks';
import { mayDecideOn } from '../../lib/protectionrights';
import { clauseName } from '../../lib/results';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { usePersonActs } from './usePersonActs';

/** What does not apply, and what is let off for a time; each proposed by one person and decided by another. */
export function ProposalsTab({ system }: { system: string }) {
  const { t } = usePreferences();
  const exemptions = useQuery({ queryKey: keys.additions('exemptions', system), queryFn: ({ signal }) => fetchExemptions({ system }, signal) });
  const waivers = useQuery({ queryKey: keys.additions('waivers', system), queryFn: ({ signal }) => fetchWaivers({ system }, signal) });
  return (
    <div className="tab-body">
      <Panel title={t('proposal.exemptions')} hint={t('proposal.exemptions.hint')}>
        <Loaded query={exemptions} rows={4}>
          {(rows) => <ProposalList kind="exemptions" rows={rows} />}
        </Loaded>
      </Panel>
      <Panel title={t('proposal.waivers')} hint={t('proposal.waivers.hint')}>
        <Loaded query={waivers} rows={4}>
          {(rows) => <ProposalList kind="waivers" rows={rows} />}
        </Loaded>
      </Panel>
    </div>
  );
}

const isWaiver = (row: Proposal | Waiver): row is Waiver => 'compensatingMeasure' in row;

export function ProposalList({ kind, rows, withItem = true }: { kind: ProposalKind; rows: readonly (Proposal | Waiver)[]; withItem?: boolean }) {
  const { t } = usePreferences();
  if (rows.length === 0) {
    return <p className="nothing">{t('proposal.none')}</p>;
  }
  // What waits for a decision stands first.
  const inOrder = rows.toSorted((a, b) => Number(b.state === 'proposed') - Number(a.state === 'proposed'));
  return (
    <ul className="additions">
      {inOrder.map((row) => (
        <ProposalRow key={row.id} kind={kind} row={row} withItem={withItem} />
      ))}
    </ul>
  );
}

function ProposalRow({ kind, row, withItem }: { kind: ProposalKind; row: Proposal | Waiver; withItem: boolean }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const acts = usePersonActs();
  const { open, dialog } = useActs(keys.compliance);
  return (
    <li className={`addition addition-${row.state}`}>
      <div className="addition-head">
        <b>{row.id}</b>
        <span className={`state-of-${row.state}`}>{t(`proposal.state.${row.state}`)}</span>
        {withItem && <Link to={itemLink(row.system, row.item)}>{clauseName(row.item)}</Link>}
        <span className="soft">{row.object === '*' ? t('act.allObjects') : <code>{row.object}</code>}</span>
        {isWaiver(row) && row.expiresOn !== null && <span>{t('proposal.until', { day: row.expiresOn })}</span>}
        <span className="addition-acts">
          {mayDecideOn(user, row) && (
            <>
              <Button size="small" type="primary" onClick={() => { open(acts.decide(kind, row.id, true)); }}>
                {t('act.approve')}
              </Button>
              <Button size="small" onClick={() => { open(acts.decide(kind, row.id, false)); }}>
                {t('act.refuse')}
              </Button>
            </>
          )}
          {user.name === row.by && (row.state === 'proposed' || row.state === 'approved') && (
            <Button size="small" onClick={() => { open(acts.withdraw(kind, row.id, row.id)); }}>
              {t('act.withdraw')}
            </Button>
          )}
        </span>
      </div>
      <div>
        <bdi>{row.reason}</bdi>
      </div>
      {isWaiver(row) && (
        <div className="soft">
          {t('act.compensating')}: <bdi>{row.compensatingMeasure}</bdi> · {t('act.owner')} <bdi>{row.owner}</bdi>
        </div>
      )}
      <div className="soft addition-who">
        {t('proposal.by', { who: row.by })} <Time iso={row.at} />
        {row.decidedBy !== null && (
          <>
            {' '}
            · {t('proposal.decided', { who: row.decidedBy })} <Time iso={row.decidedAt} />
          </>
        )}
        {row.note !== '' && (
          <>
            {' '}
            · <bdi>{row.note}</bdi>
          </>
        )}
        {row.state === 'proposed' && user.name === row.by && <> · {t('proposal.other')}</>}
      </div>
      {dialog}
    </li>
  );
}
