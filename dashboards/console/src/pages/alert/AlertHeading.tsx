import { Button } from 'antd';
import type { AlertDetail } from '../../api/types';
import { SeverityLabel, StateLabel } from '../../components/Severity';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';
import { mayAct, useSession } from '../../state/session';
import type { AlertActs } from './useAlertActs';

/** The alert as a sentence, and what can be done about it. */
export function AlertHeading({ alert, acts, compact = false }: { alert: AlertDetail; acts: AlertActs; compact?: boolean }) {
  const { t, language } = usePreferences();
  const sentence = say(alert.explanation.summary, language) || say(alert.summary, language);
  return (
    <header className={compact ? 'alert-head alert-head-compact' : 'alert-head'}>
      <div className="alert-line">
        <SeverityLabel severity={alert.severity} />
        <StateLabel state={alert.state} />
        {!compact && <span className="alert-number">{alert.number}</span>}
        <span>{t('alert.count', { n: formatCount(alert.count) })}</span>
        <span>
          {t('when.last')} <Time iso={alert.lastSeen} />
        </span>
        <Holder alert={alert} />
      </div>
      <h1 className="alert-sentence">
        <bdi>{sentence}</bdi>
      </h1>
      <Actions alert={alert} acts={acts} />
    </header>
  );
}

function Holder({ alert }: { alert: AlertDetail }) {
  const { t } = usePreferences();
  if (alert.state === 'closed' && alert.closedBy !== null) {
    return <bdi>{t('alert.by.closed', { who: alert.closedBy })}</bdi>;
  }
  return alert.acknowledgedBy === null ? null : <bdi>{t('alert.by.acknowledged', { who: alert.acknowledgedBy })}</bdi>;
}

function Actions({ alert, acts }: { alert: AlertDetail; acts: AlertActs }) {
  const { t } = usePreferences();
  const { user } = useSession();
  if (!mayAct(user)) {
    return <p className="read-only">{t('role.readOnly')}</p>;
  }
  return (
    <div className="alert-actions">
      {alert.state === 'firing' && (
        <Button type="primary" onClick={() => { acts.acknowledge(alert); }}>
          {t('alert.acknowledge')} <kbd>a</kbd>
        </Button>
      )}
      {alert.state !== 'closed' && (
        <Button onClick={() => { acts.askClose(alert); }}>
          {t('alert.close')} <kbd>r</kbd>
        </Button>
      )}
      <Button onClick={() => { acts.askNote(alert); }}>{t('alert.note')}</Button>
    </div>
  );
}
