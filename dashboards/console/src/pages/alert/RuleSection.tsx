import { Link } from 'react-router';
import type { AlertDetail } from '../../api/types';
import { Copy } from '../../components/Copy';
import { Section } from '../../components/Section';
import { say } from '../../i18n/translate';
import { replayCommand } from '../../lib/replay';
import { usePreferences } from '../../state/preferences';

/** Which rule in which version, and how to see it happen again. */
export function RuleSection({ alert }: { alert: AlertDetail }) {
  const { t, language } = usePreferences();
  const command = replayCommand(alert);
  return (
    <Section title={t('rule.title')}>
      <dl className="facts">
        <div>
          <dt>{t('rule.name')}</dt>
          <dd>
            <bdi>{say(alert.rule.title, language)}</bdi>{' '}
            <Link to={`/rules/${encodeURIComponent(alert.rule.name)}`}>
              <code>{alert.rule.name}</code>
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t('rule.version')}</dt>
          <dd>
            <code className="digest">{alert.rule.version}</code>
          </dd>
        </div>
        <div>
          <dt>{t('rule.id')}</dt>
          <dd>
            <code className="digest">{alert.rule.id}</code>
          </dd>
        </div>
        <div>
          <dt>{t('rule.fingerprint')}</dt>
          <dd>
            <code className="digest">{alert.fingerprint}</code>
          </dd>
        </div>
        {alert.tags.length > 0 && (
          <div>
            <dt>{t('rule.tags')}</dt>
            <dd className="tags">
              {alert.tags.map((tag) => (
                <code key={tag}>{tag}</code>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <div className="replay">
        <div className="replay-head">
          <span>{t('rule.replay')}</span>
          <Copy text={command} />
        </div>
        <pre>{command}</pre>
        <p className="soft">{t('rule.replay.hint')}</p>
      </div>
    </Section>
  );
}
