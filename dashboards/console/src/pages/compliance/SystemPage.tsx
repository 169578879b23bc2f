import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { fetchDuties, fetchMatrix, fetchSystemDetail } from '../../api/compliance';
import type { Matrix, SystemDetail } from '../../api/compliancetypes';
import { MatrixGrid } from '../../components/compliance/MatrixGrid';
import { Loaded } from '../../components/Panel';
import { Time } from '../../components/Time';
import { parseMatrixFilter, viewOf, writeMatrixFilter } from '../../lib/matrix';
import { itemLink } from '../../lib/compliancelinks';
import { formatCount } from '../../lib/numbers';
import { totalOf } from '../../lib/results';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { AssessmentsTab } from './AssessmentsTab';
import { AttestationsTab } from './AttestationsTab';
import { CalendarTab } from './CalendarTab';
import { Coverage, Freshness, MajorRisks, Outcome, Results } from './Figures';
import { FindingsTab } from './FindingsTab';
import { MatrixFilterBar } from './MatrixFilterBar';
import { ProposalsTab } from './ProposalsTab';
import { RectificationsTab } from './RectificationsTab';

const TABS = ['matrix', 'findings', 'rectifications', 'proposals', 'attestations', 'assessments', 'calendar'] as const;
type Tab = (typeof TABS)[number];

/** One system: what was measured where, what follows from it, and what people add. */
export default function SystemPage() {
  const { system = '' } = useParams();
  const { t } = usePreferences();
  const [params] = useSearchParams();
  const tab = TABS.find((each) => each === params.get('tab')) ?? 'matrix';
  const query = useQuery({ queryKey: keys.systemState(system), queryFn: ({ signal }) => fetchSystemDetail(system, signal), refetchInterval: 60_000 });
  return (
    <div className={tab === 'matrix' ? 'compliance-system compliance-system-whole' : 'compliance-system'}>
      <Loaded query={query} rows={10}>
        {(detail) => (
          <>
            <Heading detail={detail} />
            <nav className="tabs" aria-label={t('compliance.tabs')}>
              {TABS.map((each) => (
                <Link key={each} className="tab" to={each === 'matrix' ? `/compliance/${encodeURIComponent(system)}` : `?tab=${each}`} aria-current={each === tab ? 'page' : undefined}>
                  {t(`compliance.tab.${each}`)}
                  <TabCount tab={each} detail={detail} />
                </Link>
              ))}
            </nav>
            <Body tab={tab} detail={detail} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function TabCount({ tab, detail }: { tab: Tab; detail: SystemDetail }) {
  const counts: Partial<Record<Tab, number>> = {
    findings: detail.findings.filter(({ rectified }) => !rectified).length,
    calendar: detail.duties.overdue + detail.duties.soon,
  };
  const count = counts[tab] ?? 0;
  return count === 0 ? null : <span className="tab-count">{formatCount(count)}</span>;
}

function Heading({ detail }: { detail: SystemDetail }) {
  const { t } = usePreferences();
  const link = `/compliance/${encodeURIComponent(detail.id)}`;
  return (
    <header className="system-heading">
      <div className="system-title">
        <Link to="/compliance" className="soft">
          {t('compliance.title')}
        </Link>
        <span className="soft">/</span>
        <h1 className="page-title">
          <bdi>{detail.name}</bdi>
        </h1>
        <b>{t('compliance.level', { n: detail.level })}</b>
        <code>{detail.notation}</code>
        <Link to={`/assets?system=${encodeURIComponent(detail.id)}`}>{t('compliance.assets', { n: formatCount(detail.assets) })}</Link>
        {detail.judgedAt !== null && (
          <span className="soft system-judged">
            {t('compliance.judged')} <Time iso={detail.judgedAt} /> · {t('compliance.rules', { version: detail.rules })}
          </span>
        )}
      </div>
      {detail.judgedAt === null ? (
        <div className="system-unjudged">
          <b>{t('compliance.unjudged')}</b>
          <span className="soft">{t('compliance.unjudged.hint')}</span>
        </div>
      ) : (
        <div className="system-figures">
          <Coverage state={detail} />
          <Results state={detail} link={link} />
          <Freshness state={detail} link={link} />
          <Outcome state={detail} />
          <MajorRisks state={detail} link={link} />
        </div>
      )}
    </header>
  );
}

function Body({ tab, detail }: { tab: Tab; detail: SystemDetail }) {
  switch (tab) {
    case 'matrix':
      return <MatrixTab system={detail.id} judged={totalOf(detail.items) > 0} />;
    case 'findings':
      return <FindingsTab detail={detail} />;
    case 'rectifications':
      return <RectificationsTab system={detail.id} />;
    case 'proposals':
      return <ProposalsTab system={detail.id} />;
    case 'attestations':
      return <AttestationsTab system={detail.id} />;
    case 'assessments':
      return <AssessmentsTab system={detail.id} />;
    case 'calendar':
      return <CalendarOf system={detail.id} />;
  }
}

function CalendarOf({ system }: { system: string }) {
  const query = useQuery({ queryKey: keys.duties(system), queryFn: ({ signal }) => fetchDuties(system, signal) });
  return (
    <Loaded query={query} rows={6}>
      {(duties) => <CalendarTab duties={duties} />}
    </Loaded>
  );
}

function MatrixTab({ system, judged }: { system: string; judged: boolean }) {
  const query = useQuery({ queryKey: keys.matrix('system', system), queryFn: ({ signal }) => fetchMatrix(system, signal), enabled: judged, structuralSharing: false, refetchInterval: 300_000 });
  if (!judged) {
    return null;
  }
  return (
    <Loaded query={query} rows={14}>
      {(matrix) => <FilteredMatrix matrix={matrix} linkOf={(item, object) => itemLink(system, item, object)} />}
    </Loaded>
  );
}

/** The matrix under its conditions; also of an assessment. */
export function FilteredMatrix({ matrix, linkOf }: { matrix: Matrix; linkOf: (item: string, object: string | null) => string }) {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => parseMatrixFilter(params), [params]);
  const view = useMemo(() => viewOf(matrix, filter), [matrix, filter]);
  return (
    <>
      <div className="matrix-tools">
        <MatrixFilterBar
          matrix={matrix}
          filter={filter}
          onChange={(next) => {
            setParams((old) => writeMatrixFilter(next, old), { replace: true });
          }}
        />
        <span className="soft matrix-shown">{t('compliance.matrix.shown', { items: formatCount(view.shown), all: formatCount(matrix.items.length), objects: formatCount(view.columns.length) })}</span>
      </div>
      {view.shown === 0 ? <div className="centred empty">{t('compliance.matrix.none')}</div> : <MatrixGrid view={view} linkOf={linkOf} />}
    </>
  );
}
