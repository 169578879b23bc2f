import { Button } from 'antd';
import { failureOf } from '../lib/failure';
import { formatTime } from '../lib/time';
import { usePreferences } from '../state/preferences';
import { useState } from 'react';

/** What happened, what still works, what to do. */
export function Failure({ cause, retry, compact = false }: { cause: unknown; retry?: () => void; compact?: boolean }) {
  const { t, zone } = usePreferences();
  const [at] = useState(() => new Date().toISOString());
  const { kind, detail } = failureOf(cause);
  const todo = kind === 'server' ? t('failure.server.todo', { time: formatTime(at, zone) }) : t(`failure.${kind}.todo`);
  return (
    <FailureText
      compact={compact}
      what={t(`failure.${kind}`)}
      detail={detail}
      works={t(`failure.${kind}.works`)}
      todo={todo}
      {...(retry === undefined ? {} : { retry })}
    />
  );
}

interface FailureTextProps {
  what: string;
  detail?: string;
  works: string;
  todo: string;
  retry?: () => void;
  compact?: boolean;
}

export function FailureText({ what, detail = '', works, todo, retry, compact = false }: FailureTextProps) {
  const { t } = usePreferences();
  return (
    <div className={compact ? 'failure failure-compact' : 'failure'} role="alert">
      <div className="failure-what">{what}</div>
      {detail !== '' && <div className="failure-detail">{detail}</div>}
      <div>{works}</div>
      <div>{todo}</div>
      {retry !== undefined && (
        <Button size="small" onClick={retry}>
          {t('failure.retry')}
        </Button>
      )}
    </div>
  );
}
