import { DiffOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Evidence, Indication } from '../../api/filingtypes';
import { Section } from '../../components/Section';
import { say } from '../../i18n/translate';
import { isApplicationNumber, toEvidenceLine, type EvidenceLine } from '../../lib/evidence';
import { valueWords } from '../../lib/filingfields';
import { compareLink } from '../../lib/filinglinks';
import { usePreferences } from '../../state/preferences';

interface EvidenceSectionProps {
  indication: Indication;
  /** Where "back" leads from a comparison. */
  caseId: string;
  first?: number;
  onFiling: (applicationNumber: string) => void;
}

/** What a reviewer can check, one sentence each. */
export function EvidenceSection({ indication, caseId, first = 12, onFiling }: EvidenceSectionProps) {
  const { t } = usePreferences();
  const [shown, setShown] = useState(first);
  const rest = indication.evidence.length - shown;
  return (
    <Section title={t('filing.evidence')}>
      {indication.evidence.length === 0 && <p className="nothing">{t('filing.evidence.none')}</p>}
      <ol className="evidence">
        {indication.evidence.slice(0, shown).map((evidence, index) => (
          <EvidenceItem key={index} evidence={evidence} caseId={caseId} onFiling={onFiling} />
        ))}
      </ol>
      {rest > 0 && (
        <Button type="link" size="small" onClick={() => { setShown(shown + 50); }}>
          {t('filing.evidence.more', { n: Math.min(rest, 50) })}
        </Button>
      )}
    </Section>
  );
}

function EvidenceItem({ evidence, caseId, onFiling }: { evidence: Evidence; caseId: string; onFiling: (applicationNumber: string) => void }) {
  const { t, language } = usePreferences();
  const line = toEvidenceLine(evidence);
  const { part } = evidence.values;
  return (
    <li>
      <span className="evidence-type">{say(line.type, language)}</span>
      <div className="evidence-what">
        {line.sentence !== null && <NumbersIn text={say(line.sentence, language)} onFiling={onFiling} />}
        {line.rest.length > 0 && <Rest rest={line.rest} />}
      </div>
      {line.pair !== null && (
        <Link className="evidence-compare" to={compareLink(line.pair[0], line.pair[1], caseId, typeof part === 'string' ? part : undefined)}>
          <DiffOutlined /> {t('filing.evidence.compare')}
        </Link>
      )}
    </li>
  );
}

/** Application numbers in a sentence open their filing. */
function NumbersIn({ text, onFiling }: { text: string; onFiling: (applicationNumber: string) => void }) {
  return (
    <bdi>
      {text.split(/((?:CN)?20\d{10}[\dX])/).map((part, index) =>
        isApplicationNumber(part) ? (
          <button key={index} type="button" className="link number-link" onClick={() => { onFiling(part); }}>
            {part}
          </button>
        ) : (
          part
        ),
      )}
    </bdi>
  );
}

function Rest({ rest }: { rest: EvidenceLine['rest'] }) {
  const { t, language } = usePreferences();
  const words = { yes: t('filing.evidence.yes'), no: t('filing.evidence.no'), others: (n: number) => t('filing.evidence.others', { n }) };
  return (
    <dl className="evidence-rest">
      {rest.map(({ name, value }, index) => (
        <div key={index}>
          <dt>{say(name, language)}</dt>
          <dd>
            <bdi>{valueWords(value, language, words)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
