import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { fetchEvidence } from '../../api/compliance';
import type { EvidenceDetail } from '../../api/compliancetypes';
import { ResultLabel, StaleTag } from '../../components/compliance/Results';
import { Copy } from '../../components/Copy';
import { Loaded } from '../../components/Panel';
import { Raw } from '../../components/Raw';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { itemLink } from '../../lib/compliancelinks';
import { consolePath, filePath } from '../../lib/downlinks';
import { sayValue } from '../../lib/evidencevalues';
import { clauseName } from '../../lib/results';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

/** What a check found on one object, as it was stored; and the way down to the raw records. */
export default function EvidencePage() {
  const { id = '' } = useParams();
  const { t } = usePreferences();
  // Each look is a line of the audit trail: once a visit, not once a focus.
  const query = useQuery({ queryKey: keys.evidence(id), queryFn: ({ signal }) => fetchEvidence(id, signal), staleTime: Infinity });
  return (
    <div className="item-page evidence-page">
      <Loaded query={query} rows={12}>
        {(evidence) => (
          <>
            <header className="item-head">
              <div className="alert-line">
                <span className="alert-number">{t('evidence.title')}</span>
                <Link to={`/compliance/${encodeURIComponent(evidence.system)}`}>{evidence.system}</Link>
                <code>{evidence.object}</code>
                <span className="soft">{t('evidence.audited')}</span>
              </div>
              <h1 className="alert-sentence">
                <code>{evidence.check}</code>
              </h1>
              <div className="item-result">
                {evidence.fresh ? <span className="evidence-fresh">{t('evidence.fresh')}</span> : <StaleTag />}
                <span className={evidence.intact ? 'evidence-intact' : 'evidence-broken'}>{t(evidence.intact ? 'evidence.intact' : 'evidence.broken')}</span>
              </div>
            </header>
            <div className="item-columns">
              <div>
                <Values evidence={evidence} />
                <Section title={t('evidence.down')}>
                  <DownLinks evidence={evidence} />
                </Section>
              </div>
              <aside>
                <Facts evidence={evidence} />
                <Section title={t('evidence.supports')}>
                  <ul className="supports">
                    {evidence.supports.map(({ item, object, result }) => (
                      <li key={`${item}-${object}`}>
                        <Link to={itemLink(evidence.system, item, object === '' ? evidence.object : object)}>{clauseName(item)}</Link> <ResultLabel result={result} />
                      </li>
                    ))}
                  </ul>
                </Section>
              </aside>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Values({ evidence }: { evidence: EvidenceDetail }) {
  const { t, language } = usePreferences();
  const values = Object.entries(evidence.values);
  return (
    <Section title={t('evidence.values')}>
      {values.length === 0 ? (
        <p className="nothing">{t('evidence.values.none')}</p>
      ) : (
        <table className="parts evidence-values">
          <tbody>
            {values.map(([name, value]) => {
              const { texts, unit } = sayValue(name, value, language);
              return (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>
                    {texts.map((text, index) => (
                      <span key={index} className={texts.length > 1 ? 'value-of-list' : ''}>
                        <Raw text={text} />
                      </span>
                    ))}{' '}
                    {unit !== '' && <span className="soft">{unit}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function DownLinks({ evidence }: { evidence: EvidenceDetail }) {
  const { t, language } = usePreferences();
  if (evidence.down.length === 0) {
    return <p className="nothing">{t('evidence.down.none')}</p>;
  }
  return (
    <ul className="down-links">
      {evidence.down.map((link, index) => {
        const path = consolePath(link);
        const file = filePath(link);
        const label = say(link.label, language);
        return (
          <li key={index}>
            {path !== null ? <Link to={path}>{label}</Link> : file !== null ? <a href={file} download>{label}</a> : <span>{label}</span>}
            <code className="soft">{link.api}</code>
          </li>
        );
      })}
    </ul>
  );
}

function Facts({ evidence }: { evidence: EvidenceDetail }) {
  const { t } = usePreferences();
  return (
    <Section title={t('evidence.facts')}>
      <dl className="facts">
        <div>
          <dt>{t('evidence.collector')}</dt>
          <dd>
            <bdi>{evidence.collector}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('evidence.collectedAt')}</dt>
          <dd>
            <Time iso={evidence.collectedAt} />
          </dd>
        </div>
        <div>
          <dt>{t('evidence.window')}</dt>
          <dd>
            <Time iso={evidence.from} /> – <Time iso={evidence.to} />
          </dd>
        </div>
        <div>
          <dt>{t('evidence.expiresAt')}</dt>
          <dd>
            <Time iso={evidence.expiresAt} />
          </dd>
        </div>
        <div>
          <dt>{t('evidence.query')}</dt>
          <dd>
            <Raw text={evidence.query} />
          </dd>
        </div>
        <div>
          <dt>SM3</dt>
          <dd className="hash">
            <code>{evidence.sm3}</code> <Copy text={evidence.sm3} />
          </dd>
        </div>
        <div>
          <dt>{t('evidence.id')}</dt>
          <dd>
            <code>{evidence.id}</code>
          </dd>
        </div>
      </dl>
    </Section>
  );
}
