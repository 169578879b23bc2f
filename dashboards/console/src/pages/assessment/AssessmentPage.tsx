import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { fetchAssessment, fetchAssessmentMatrix, reportAddress, signAssessment } from '../../api/compliance';
import { REPORT_FORMS, SIGNATURE_PARTS, type AssessmentDetail } from '../../api/compliancetypes';
import { ResultBar, ResultList } from '../../components/compliance/Results';
import { Copy } from '../../components/Copy';
import { Loaded, Panel } from '../../components/Panel';
import { Time } from '../../components/Time';
import { useActs } from '../../components/useActs';
import { say } from '../../i18n/translate';
import { itemLink } from '../../lib/compliancelinks';
import { formatCount, formatShare } from '../../lib/numbers';
import { mayAudit } from '../../lib/protectionrights';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { SignatureState } from '../compliance/AssessmentsTab';
import { Findings } from '../compliance/FindingsTab';
import { FilteredMatrix } from '../compliance/SystemPage';

/** An assessment as it was made: it never changes. */
export default function AssessmentPage() {
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: keys.assessment(id), queryFn: ({ signal }) => fetchAssessment(id, signal) });
  return (
    <div className="compliance-system">
      <Loaded query={query} rows={10}>
        {(detail) => <Assessment detail={detail} />}
      </Loaded>
    </div>
  );
}

function Assessment({ detail }: { detail: AssessmentDetail }) {
  const { t, language } = usePreferences();
  const { conclusion } = detail;
  return (
    <>
      <header className="system-heading">
        <div className="system-title">
          <Link to={`/compliance/${encodeURIComponent(detail.system)}?tab=assessments`} className="soft">
            <bdi>{detail.systemName}</bdi>
          </Link>
          <span className="soft">/</span>
          <h1 className="page-title">{detail.id}</h1>
          <span className="soft">
            <Time iso={detail.madeAt} /> · {t('attest.by', { who: detail.madeBy })}
          </span>
          <Reports id={detail.id} />
        </div>
        <p className="assess-note">
          <bdi>{detail.note}</bdi>
        </p>
      </header>
      <div className="tab-body">
        <div className="assess-grid">
          <Panel title={t('compliance.results')} hint={t('compliance.self')}>
            <div className="assess-results">
              <ResultBar counts={detail.items} />
              <ResultList counts={detail.items} />
              {conclusion !== null && (
                <p>
                  <b className="assess-value">{say(conclusion.value, language)}</b> {t('compliance.score')} {formatShare(conclusion.score)} · {t('compliance.major')} {formatCount(conclusion.majorRisks)}{' '}
                  {t('compliance.rectified', { n: formatCount(conclusion.majorRisksRectified) })}
                </p>
              )}
              <ul className="doubts soft">
                {conclusion?.doubts.map((doubt, index) => <li key={index}>{say(doubt, language)}</li>)}
              </ul>
            </div>
          </Panel>
          <Panel title={t('assess.seal')}>
            <dl className="facts">
              <div>
                <dt>{t('assess.catalogue')}</dt>
                <dd>
                  {detail.catalogue} · {t('compliance.rules', { version: detail.rules })}
                </dd>
              </div>
              <div>
                <dt>SM3</dt>
                <dd className="hash">
                  <code>{detail.sm3}</code> <Copy text={detail.sm3} />
                </dd>
              </div>
              <div>
                <dt>{t('evidence.state')}</dt>
                <dd className={detail.intact ? 'evidence-intact' : 'evidence-broken'}>{t(detail.intact ? 'evidence.intact' : 'evidence.broken')}</dd>
              </div>
              <div>
                <dt>{t('assess.signatures')}</dt>
                <dd>
                  <SignatureState row={detail} />
                  <SignButtons detail={detail} />
                </dd>
              </div>
            </dl>
          </Panel>
        </div>
        <Panel title={t('compliance.tab.findings')}>
          <Findings system={detail.system} findings={detail.findings} none={t('compliance.major.none')} />
        </Panel>
        <div className="assess-matrix">
          <PastMatrix detail={detail} />
        </div>
      </div>
    </>
  );
}

function Reports({ id }: { id: string }) {
  const { t } = usePreferences();
  return (
    <span className="reports" role="group" aria-label={t('assess.report')}>
      <span className="soft">{t('assess.report')}</span>
      {REPORT_FORMS.map((form) => (
        <a key={form} href={reportAddress(id, form)} download className="report-form">
          {t(`assess.form.${form}`)}
        </a>
      ))}
    </span>
  );
}

/** Auditors sign; nobody both parts, and nobody an assessment of their own. */
function SignButtons({ detail }: { detail: AssessmentDetail }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const { open, dialog } = useActs(keys.compliance);
  const signed = new Set(detail.signatures.map(({ part }) => part));
  if (!mayAudit(user) || detail.madeBy === user.name || detail.signatures.some(({ account }) => account === user.name)) {
    return null;
  }
  return (
    <div className="sign-buttons">
      {SIGNATURE_PARTS.filter((part) => !signed.has(part)).map((part) => (
        <Button
          key={part}
          size="small"
          onClick={() => {
            open({
              title: t('assess.sign.title', { part: t(`assess.part.${part}`), id: detail.id }),
              okText: t('assess.sign'),
              hint: t('assess.sign.hint'),
              done: t('assess.sign.done'),
              fields: [{ name: 'name', label: t('assess.sign.name'), kind: 'line', required: true, min: 2, max: 50, initial: user.displayName }],
              onSend: (values) => signAssessment(detail.id, part, values.name ?? ''),
            });
          }}
        >
          {t('assess.signAs', { part: t(`assess.part.${part}`) })}
        </Button>
      ))}
      {dialog}
    </div>
  );
}

function PastMatrix({ detail }: { detail: AssessmentDetail }) {
  const query = useQuery({ queryKey: keys.matrix('assessment', detail.id), queryFn: ({ signal }) => fetchAssessmentMatrix(detail.id, signal), staleTime: Infinity, structuralSharing: false });
  return (
    <Loaded query={query} rows={8}>
      {(matrix) => <FilteredMatrix matrix={matrix} linkOf={(item, object) => itemLink(detail.system, item, object)} />}
    </Loaded>
  );
}
