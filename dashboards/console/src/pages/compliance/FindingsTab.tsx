import { Link } from 'react-router';
import type { Finding, SystemDetail } from '../../api/compliancetypes';
import { ResultBar, ResultLegend } from '../../components/compliance/Results';
import { Panel } from '../../components/Panel';
import { say } from '../../i18n/translate';
import { itemLink } from '../../lib/compliancelinks';
import { matrixLink } from '../../lib/matrix';
import { formatCount } from '../../lib/numbers';
import { clauseName } from '../../lib/results';
import { usePreferences } from '../../state/preferences';

/** Major risks and high-risk problems, and how each category came out. */
export function FindingsTab({ detail }: { detail: SystemDetail }) {
  const { t, language } = usePreferences();
  const major = detail.findings.filter(({ kind }) => kind === 'major-risk');
  const high = detail.findings.filter(({ kind }) => kind === 'high-risk');
  const rectified = major.filter((finding) => finding.rectified).length;
  return (
    <div className="tab-body">
      <Panel title={t('compliance.major')} hint={t('compliance.major.hint', { n: formatCount(major.length), rectified: formatCount(rectified) })}>
        <Findings system={detail.id} findings={major} none={t('compliance.major.none')} />
      </Panel>
      <Panel title={t('compliance.highRisks')}>
        <Findings system={detail.id} findings={high} none={t('compliance.highRisks.none')} />
      </Panel>
      <Panel title={t('compliance.byCategory')}>
        <ResultLegend />
        <ul className="category-bars">
          {detail.categories.map(({ category, items }) => (
            <li key={category.zh}>
              <Link to={matrixLink(detail.id, { categories: [category.zh] })}>{say(category, language)}</Link>
              <ResultBar counts={items} />
              <span className="soft">{t('compliance.met.of', { n: formatCount(items.met), all: formatCount(Object.values(items).reduce((sum, n) => sum + n, 0) - items['not-applicable']) })}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

const OBJECTS = 6;

export function Findings({ system, findings, none }: { system: string; findings: readonly Finding[]; none: string }) {
  const { t, language } = usePreferences();
  if (findings.length === 0) {
    return <p className="nothing">{none}</p>;
  }
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        <li key={`${finding.code}-${index}`} className={finding.rectified ? 'finding finding-rectified' : 'finding'}>
          <span className="risk-tag">{finding.code}</span>
          <div>
            <b>{say(finding.name, language)}</b> {finding.rectified && <span className="finding-done">{t('compliance.finding.rectified')}</span>}
            <div>
              <bdi>{say(finding.reason, language)}</bdi>
            </div>
            <div className="soft finding-places">
              {finding.items.map((item) => (
                <Link key={item} to={itemLink(system, item)}>
                  {clauseName(item)}
                </Link>
              ))}
              {finding.objects.slice(0, OBJECTS).map((object) => (
                <code key={object}>{object}</code>
              ))}
              {finding.objects.length > OBJECTS && <span>{t('compliance.more', { n: finding.objects.length - OBJECTS })}</span>}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
