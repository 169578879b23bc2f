import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import type { Rule } from '../../api/types';
import { SeverityLabel } from '../../components/Severity';
import { say } from '../../i18n/translate';
import { tacticOf, techniqueOf, techniquesIn } from '../../lib/attack';
import { rulesOf, UNTAGGED, type Coverage } from '../../lib/coverage';
import { usePreferences } from '../../state/preferences';

interface ChosenTechniqueProps {
  coverage: Coverage;
  chosen: string;
  tactic: string;
  onClose: () => void;
}

/** The rules behind the chosen cell, beside the matrix. */
export function ChosenTechnique({ coverage, chosen, tactic, onClose }: ChosenTechniqueProps) {
  const { t, language } = usePreferences();
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        onClose();
      }
    };
    window.addEventListener('keydown', close);
    return () => {
      window.removeEventListener('keydown', close);
    };
  }, [onClose]);
  const rules = rulesOf(coverage, chosen, tactic);
  const { id, name } = techniqueOf(chosen);
  const within = tacticOf(tactic);
  const title = chosen === UNTAGGED ? t('coverage.untagged', { n: rules.length }) : `${id.toUpperCase()} ${say(name, language)}`;
  return (
    <aside className="drawer coverage-drawer" aria-label={title}>
      <div className="drawer-bar">
        <h2>{title}</h2>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('coverage.close')} title={t('coverage.close')} onClick={onClose} />
      </div>
      <div className="drawer-body">
        {chosen !== UNTAGGED && (
          <p className="soft">
            {language === 'zh' ? name.en : name.zh}
            {within !== null && ` · ${say(within.name, language)}`} · {t('coverage.column', { rules: rules.length })}
          </p>
        )}
        {rules.length === 0 && <p className="nothing">{t('coverage.none')}</p>}
        <ul className="coverage-rules">
          {rules.map((rule) => (
            <RuleItem key={rule.id} rule={rule} technique={id} />
          ))}
        </ul>
      </div>
    </aside>
  );
}

function RuleItem({ rule, technique }: { rule: Rule; technique: string }) {
  const { language } = usePreferences();
  const named = techniquesIn(rule.tags).filter((id) => id === technique || id.startsWith(`${technique}.`));
  return (
    <li>
      <SeverityLabel severity={rule.level} />
      <div>
        <Link to={`/rules/${encodeURIComponent(rule.name)}`}>
          <bdi>{say(rule.title, language)}</bdi>
        </Link>{' '}
        <code className="soft">{named.map((id) => id.toUpperCase()).join(' ')}</code>
        <p className="soft">{say(rule.description, language)}</p>
      </div>
    </li>
  );
}
