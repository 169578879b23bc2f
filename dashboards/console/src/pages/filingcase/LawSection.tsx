import type { Indication, LegalBasis } from '../../api/filingtypes';
import { Section } from '../../components/Section';
import { say } from '../../i18n/translate';
import { articleWords } from '../../lib/articles';
import { usePreferences } from '../../state/preferences';

/** Provisions with the days on which they are in force. */
export function LawSection({ indications }: { indications: readonly Indication[] }) {
  const { t } = usePreferences();
  const all = new Map<string, LegalBasis>();
  indications.forEach(({ legalBases }) => {
    legalBases.forEach((basis) => all.set(`${basis.code} ${basis.article} ${basis.from}`, basis));
  });
  return (
    <Section title={t('filing.law')}>
      {all.size === 0 && <p className="nothing">{t('filing.law.none')}</p>}
      <ul className="laws">
        {[...all].map(([key, basis]) => (
          <LawItem key={key} basis={basis} />
        ))}
      </ul>
      {all.size > 0 && <p className="soft laws-hint">{t('filing.law.hint')}</p>}
    </Section>
  );
}

function LawItem({ basis }: { basis: LegalBasis }) {
  const { t, language } = usePreferences();
  return (
    <li>
      <bdi>
        {say(basis.law, language)} <b>{articleWords(basis.article, language)}</b>
      </bdi>
      <div className="soft">{basis.until === null ? t('filing.law.since', { from: basis.from }) : t('filing.law.between', { from: basis.from, until: basis.until })}</div>
    </li>
  );
}
