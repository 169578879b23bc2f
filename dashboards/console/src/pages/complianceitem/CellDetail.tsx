import { Button } from 'antd';
import { Link } from 'react-router';
import type { ItemCell, Judge } from '../../api/compliancetypes';
import { ResultLabel, StaleTag } from '../../components/compliance/Results';
import { Time } from '../../components/Time';
import { useActs } from '../../components/useActs';
import { say } from '../../i18n/translate';
import { evidenceLink } from '../../lib/compliancelinks';
import { mayAudit } from '../../lib/protectionrights';
import { ABSENT } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { AttestationList } from '../compliance/AttestationsTab';
import { ProposalList } from '../compliance/ProposalsTab';
import { usePersonActs } from '../compliance/usePersonActs';

/** The item on one object: what, why, by whom, on which evidence. */
export function CellDetail({ system, item, cell }: { system: string; item: string; cell: ItemCell }) {
  const { t, language } = usePreferences();
  const reason = say(cell.reason, language);
  return (
    <div className="cell-detail">
      <div className="cell-detail-head">
        <b>
          <bdi>{cell.objectName}</bdi>
        </b>
        <code className="soft">{cell.object}</code>
        <ResultLabel result={cell.result} strong />
        {cell.stale && <StaleTag />}
      </div>
      <p className="cell-reason">
        <bdi>{reason === '' ? t('item.noReason') : reason}</bdi>
      </p>
      <dl className="facts">
        <div>
          <dt>{t('item.judge')}</dt>
          <dd>
            <JudgeName judge={cell.judge} />
          </dd>
        </div>
        <div>
          <dt>{t('item.judgedAt')}</dt>
          <dd>
            <Time iso={cell.judgedAt} />
          </dd>
        </div>
      </dl>
      <h3 className="cell-part">{t('item.evidence')}</h3>
      {cell.evidence.length === 0 ? <p className={cell.result === 'no-evidence' ? 'no-evidence-words' : 'nothing'}>{t(cell.result === 'no-evidence' ? 'item.evidence.missing' : 'item.evidence.none')}</p> : <EvidenceRows cell={cell} />}
      {cell.overruling !== null && <OverrulingPart system={system} item={item} cell={cell} />}
      {cell.attestations.length > 0 && (
        <>
          <h3 className="cell-part">{t('attest.title')}</h3>
          <AttestationList system={system} rows={cell.attestations} />
        </>
      )}
      {cell.exemption !== null && (
        <>
          <h3 className="cell-part">{t('proposal.exemptions')}</h3>
          <ProposalList kind="exemptions" rows={[cell.exemption]} withItem={false} />
        </>
      )}
    </div>
  );
}

export function JudgeName({ judge }: { judge: Judge | null }) {
  const { t } = usePreferences();
  if (judge === null) {
    return <span className="absent">{ABSENT}</span>;
  }
  return judge.kind === 'rule' ? (
    <span>
      {t('item.judge.rule')} <code>{judge.name}</code> {judge.version !== '' && <span className="soft">{judge.version}</span>}
    </span>
  ) : (
    <span>
      {t('item.judge.person')} <bdi>{judge.name}</bdi>
    </span>
  );
}

function EvidenceRows({ cell }: { cell: ItemCell }) {
  const { t } = usePreferences();
  return (
    <ul className="evidence-rows">
      {cell.evidence.map((evidence) => (
        <li key={evidence.id}>
          <code>{evidence.check}</code>
          {evidence.fresh ? <span className="evidence-fresh">{t('evidence.fresh')}</span> : <StaleTag />}
          <span className="soft">
            {t('evidence.collectedAt')} <Time iso={evidence.collectedAt} />
          </span>
          <span className="soft">
            {t('evidence.expiresAt')} <Time iso={evidence.expiresAt} />
          </span>
          <Link to={evidenceLink(evidence.id)}>{t('evidence.open')}</Link>
        </li>
      ))}
    </ul>
  );
}

function OverrulingPart({ system, item, cell }: { system: string; item: string; cell: ItemCell }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const acts = usePersonActs();
  const { open, dialog } = useActs(keys.compliance);
  const { overruling } = cell;
  if (overruling === null) {
    return null;
  }
  return (
    <>
      <h3 className="cell-part">{t('item.overruling')}</h3>
      <div className={overruling.withdrawn === null ? 'addition' : 'addition addition-withdrawn'}>
        <div className="addition-head">
          <ResultLabel result={overruling.result} />
          {overruling.expiresOn !== null && <span>{t('proposal.until', { day: overruling.expiresOn })}</span>}
          {mayAudit(user) && overruling.withdrawn === null && (
            <span className="addition-acts">
              <Button size="small" onClick={() => { open(acts.withdraw({ system, item }, overruling.id, t('item.overruling'))); }}>
                {t('act.withdraw')}
              </Button>
            </span>
          )}
        </div>
        <div>
          <bdi>{overruling.reason}</bdi>
        </div>
        <div className="soft addition-who">
          {t('attest.by', { who: overruling.by })} <Time iso={overruling.at} />
          {overruling.withdrawn !== null && (
            <>
              {' '}
              · {t('attest.withdrawn', { who: overruling.withdrawn.by })} <bdi>{overruling.withdrawn.reason}</bdi>
            </>
          )}
        </div>
      </div>
      {dialog}
    </>
  );
}
