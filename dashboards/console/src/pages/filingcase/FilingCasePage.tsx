import { ArrowLeftOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Loaded } from '../../components/Panel';
import { say } from '../../i18n/translate';
import { OPEN_CASES } from '../../lib/casefilter';
import { kindName } from '../../lib/kinds';
import { usePreferences } from '../../state/preferences';
import { CaseList } from '../alert/FilingCasesSection';
import { FilingDrawer } from '../filing/FilingDrawer';
import { AlertsSection } from './AlertsSection';
import { CaseHeading } from './CaseHeading';
import { CaseTrailSection } from './CaseTrailSection';
import { EvidenceSection } from './EvidenceSection';
import { FilingsSection } from './FilingsSection';
import { GraphSection } from './GraphSection';
import { LawSection } from './LawSection';
import { MembersSection } from './MembersSection';
import { MovePanel } from './MovePanel';
import { ScoreSection } from './ScoreSection';
import { TimelineSection } from './TimelineSection';
import { useCase } from './useCase';

/** A sentence first; then why, the evidence, links, filings, time; beside it what to do. */
export default function FilingCasePage() {
  const { t, language } = usePreferences();
  const { id = '' } = useParams();
  const query = useCase(id);
  const [params, setParams] = useSearchParams();
  const [kind, setKind] = useState<string | null>(null);
  const filing = params.get('filing');
  const open = (number: string | null) => {
    setParams(number === null ? {} : { filing: number }, { replace: true });
  };
  const row = query.data;
  const indications = row?.indications.toSorted((a, b) => b.score - a.score) ?? [];
  const indication = indications.find((each) => each.kind === kind) ?? indications[0];
  return (
    <div className="alert-page case-page">
      <Link to={OPEN_CASES} className="alert-back">
        <ArrowLeftOutlined /> {t('filing.back')}
      </Link>
      <Loaded query={query} rows={12}>
        {(loaded) => <CaseHeading row={loaded} />}
      </Loaded>
      {row !== undefined && (
        <div className="alert-columns">
          <div className="alert-main">
            {indications.length > 1 && (
              <div className="case-kinds">
                <span className="soft">{t('filing.why.kinds')}</span>
                <Segmented
                  value={indication?.kind ?? ''}
                  options={indications.map((each) => ({ value: each.kind, label: `${each.kind} ${say(each.kindName, language) || say(kindName(each.kind), language)} · ${each.score.toFixed(2)}` }))}
                  onChange={setKind}
                />
              </div>
            )}
            {indication !== undefined && (
              <>
                <ScoreSection indication={indication} />
                <EvidenceSection key={indication.kind} indication={indication} caseId={row.id} onFiling={open} />
              </>
            )}
            {row.subject.type === 'group' && <GraphSection caseId={row.id} />}
            <FilingsSection row={row} onFiling={open} />
            <TimelineSection caseId={row.id} onFiling={open} />
          </div>
          <div className="alert-side">
            <MovePanel row={row} />
            <CaseList title={t('filing.groups')} hint={t('filing.groups.hint')} cases={row.groups} />
            <LawSection indications={row.indications} />
            <AlertsSection alerts={row.alerts} />
            {row.members.length > 0 && <MembersSection members={row.members} />}
            <CaseTrailSection row={row} />
          </div>
        </div>
      )}
      {filing !== null && <FilingDrawer applicationNumber={filing} caseId={row?.id ?? null} onClose={() => { open(null); }} />}
    </div>
  );
}
