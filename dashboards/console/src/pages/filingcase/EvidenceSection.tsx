import { DiffOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Evidence, Indication } from '../../api/filingtypes';
import { Section } from '../../components/Section';
import { useValueWords } from '../../components/filing/useValueWords';
import { say } from '../../i18n/translate';
import { byType, evidenceName, isApplicationNumber, toEvidenceLine, type EvidenceLine } from '../../lib/evidence';
import { valueWords } from '../../lib/filingfields';
import { compareLink } from '../../lib/filinglinks';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

interface EvidenceSectionProps {
  indication: Indication;
  /** Where "back" leads from a comparison. */
  caseId: string;
  /** How many of each type are shown at first. */
  first?: number;
  onFiling: (applicationNumber: string) => void;
}

/** What a reviewer can check, by type, one sentence each. */
export function EvidenceSection({ indication, caseId, first = 4, onFiling }: EvidenceSectionProps) {
  const { t } = usePreferences();
  return (
    <Section title={t('filing.evidence')}>
      {indication.evidence.length === 0 && <p className="nothing">{t('filing.evidence.none')}</p>}
      <div className="evidence">
        {byType(indication.evidence).map(({ type, items }) => (
          <EvidenceGroup key={type} type={type} items={items} caseId={caseId} first={first} onFiling={onFiling} />
        ))}
      </div>
    </Section>
  );
}

interface EvidenceGroupProps {
  type: string;
  items: Evidence[];
  caseId: string;
  first: number;
  onFiling: (applicationNumber: string) => void;
}

function EvidenceGroup({ type, items, caseId, first, onFiling }: EvidenceGroupProps) {
  const { t, language } = usePreferences();
  const [shown, setShown] = useState(first);
  const rest = items.length - shown;
  return (
    <div className="evidence-group">
      <h3 className="evidence-type" title={type}>
        {say(evidenceName(type), language)}
        {items.length > 1 && <span> {formatCount(items.length)}</span>}
      </h3>
      <ol>
        {items.slice(0, shown).map((evidence, index) => (
          <EvidenceItem key={index} evidence={evidence} caseId={caseId} onFiling={onFiling} />
        ))}
        {rest > 0 && (
          <li>
            <Button type="link" size="small" onClick={() => { setShown(items.length); }}>
              {t('filing.evidence.more', { n: rest })}
            </Button>
          </li>
        )}
      </ol>
    </div>
  );
}

function EvidenceItem({ evidence, caseId, onFiling }: { evidence: Evidence; caseId: string; onFiling: (applicationNumber: string) => void }) {
  const { t, language } = usePreferences();
  const words = useValueWords();
  const line = toEvidenceLine(evidence, language, words);
  const { part } = evidence.values;
  return (
    <li>
      <div className="evidence-what">
        {line.sentence !== null && <NumbersIn text={line.sentence} onFiling={onFiling} />}
        {line.rest.length > 0 && <Rest rest={line.rest} onFiling={onFiling} />}
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

function Rest({ rest, onFiling }: { rest: EvidenceLine['rest']; onFiling: (applicationNumber: string) => void }) {
  const { language } = usePreferences();
  const words = useValueWords();
  return (
    <dl className="evidence-rest">
      {rest.map(({ name, value }, index) => (
        <div key={index}>
          <dt>{say(name, language)}</dt>
          <dd>
            <NumbersIn text={valueWords(value, language, words)} onFiling={onFiling} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
