import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { fetchAssessments, makeAssessment } from '../../api/compliance';
import { SIGNATURE_PARTS, type AssessmentSummary } from '../../api/compliancetypes';
import { ResultBar } from '../../components/compliance/Results';
import { Loaded, Panel } from '../../components/Panel';
import { Time } from '../../components/Time';
import { useActs } from '../../components/useActs';
import { say } from '../../i18n/translate';
import { assessmentLink } from '../../lib/compliancelinks';
import { formatShare } from '../../lib/numbers';
import { mayEngineer } from '../../lib/protectionrights';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';

/** Assessments as they were made; two of them can be compared. */
export function AssessmentsTab({ system }: { system: string }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const { open, dialog } = useActs(keys.compliance);
  const query = useQuery({ queryKey: keys.assessments(system), queryFn: ({ signal }) => fetchAssessments(system, signal) });
  const make = () => {
    open({
      title: t('assess.make.title'),
      okText: t('assess.make'),
      hint: t('assess.make.hint'),
      done: t('assess.made'),
      fields: [{ name: 'note', label: t('act.note'), kind: 'text', required: true, max: 500 }],
      onSend: (values) => makeAssessment(system, values.note ?? ''),
    });
  };
  const tools = mayEngineer(user) ? (
    <Button size="small" type="primary" onClick={make}>
      {t('assess.make')}
    </Button>
  ) : undefined;
  return (
    <div className="tab-body">
      <Panel title={t('assess.title')} hint={t('compliance.self')} {...(tools === undefined ? {} : { tools })}>
        <Loaded query={query} rows={5}>
          {(rows) => (rows.length === 0 ? <p className="nothing">{t('assess.none')}</p> : <Assessments rows={rows} />)}
        </Loaded>
      </Panel>
      {dialog}
    </div>
  );
}

function Assessments({ rows }: { rows: readonly AssessmentSummary[] }) {
  const { t, language } = usePreferences();
  const navigate = useNavigate();
  const [from, setFrom] = useState(rows[1]?.id ?? '');
  const [to, setTo] = useState(rows[0]?.id ?? '');
  return (
    <>
      <div className="grid-table protection-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('assess.id')}</th>
              <th scope="col">{t('assess.madeAt')}</th>
              <th scope="col">{t('assess.madeBy')}</th>
              <th scope="col" className="wide">{t('act.note')}</th>
              <th scope="col" className="assess-bar">{t('compliance.results')}</th>
              <th scope="col">{t('compliance.conclusion')}</th>
              <th scope="col">{t('assess.signatures')}</th>
              {rows.length > 1 && (
                <>
                  <th scope="col">{t('assess.from')}</th>
                  <th scope="col">{t('assess.to')}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to={assessmentLink(row.id)}>{row.id}</Link>
                </td>
                <td>
                  <Time iso={row.madeAt} />
                </td>
                <td>{row.madeBy}</td>
                <td className="wide">
                  <bdi>{row.note}</bdi>
                </td>
                <td>
                  <ResultBar counts={row.items} />
                </td>
                <td>{row.conclusion !== null && `${say(row.conclusion.value, language)} ${formatShare(row.conclusion.score)}`}</td>
                <td>
                  <SignatureState row={row} />
                </td>
                {rows.length > 1 && (
                  <>
                    <td>
                      <Radio checked={from === row.id} aria-label={`${t('assess.from')} ${row.id}`} onChange={() => { setFrom(row.id); }} />
                    </td>
                    <td>
                      <Radio checked={to === row.id} aria-label={`${t('assess.to')} ${row.id}`} onChange={() => { setTo(row.id); }} />
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > 1 && (
        <div className="assess-compare">
          <Button size="small" disabled={from === to} onClick={() => void navigate(`/assessments/compare?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`)}>
            {t('assess.compare', { from, to })}
          </Button>
        </div>
      )}
    </>
  );
}

/** Who signed which part; what is missing is said. */
export function SignatureState({ row }: { row: AssessmentSummary }) {
  const { t } = usePreferences();
  return (
    <span className="signatures">
      {SIGNATURE_PARTS.map((part) => {
        const signed = row.signatures.find((each) => each.part === part);
        return (
          <span key={part} className={signed === undefined ? 'soft' : 'signed'}>
            {t(`assess.part.${part}`)}: {signed === undefined ? t('assess.unsigned') : <bdi title={signed.account}>{signed.name}</bdi>}
          </span>
        );
      })}
    </span>
  );
}
