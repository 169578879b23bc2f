import { Link } from 'react-router';
import type { CaseReference } from '../../api/filingtypes';
import { CaseStateLabel, TierLabel } from '../../components/filing/CaseWords';
import { Section } from '../../components/Section';
import { caseLink } from '../../lib/filinglinks';
import { usePreferences } from '../../state/preferences';

/** Filing cases of the same account, device or address. */
export function FilingCasesSection({ cases }: { cases: readonly CaseReference[] }) {
  const { t } = usePreferences();
  return <CaseList title={t('filing.ofAlert')} hint={t('filing.ofAlert.hint')} cases={cases} />;
}

/** Cases by tier, number and state; nothing where there are none. */
export function CaseList({ title, hint, cases }: { title: string; hint: string; cases: readonly CaseReference[] }) {
  if (cases.length === 0) {
    return null;
  }
  return (
    <Section title={title} aside={<span className="soft">{hint}</span>}>
      <ul className="case-alerts">
        {cases.map((each) => (
          <li key={each.id}>
            <TierLabel tier={each.tier} />
            <Link to={caseLink(each.id)}>{each.number}</Link>
            <CaseStateLabel state={each.state} />
            <bdi className="case-alert-by">{each.subject}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}
