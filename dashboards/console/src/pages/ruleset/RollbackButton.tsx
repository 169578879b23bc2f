import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { rollBack } from '../../api/rulesets';
import { Failure } from '../../components/Failure';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

/** Proposes to go back to a set, in one click; somebody else consents. */
export function RollbackButton({ number }: { number: number }) {
  const { t } = usePreferences();
  const { message, notification } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const propose = async () => {
    setBusy(true);
    try {
      const title = number === 0 ? t('ruleset.rollback.shipped') : t('ruleset.rollback.title', { number });
      const detail = await rollBack(number, title);
      void message.success(t('ruleset.rollback.done'));
      await queries.invalidateQueries({ queryKey: keys.rulesets });
      await navigate(`/rulesets/proposals/${detail.proposal.id}`);
    } catch (cause) {
      notification.error({ title: t('ruleset.rollback'), description: <Failure compact cause={cause} />, duration: 8 });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="small" loading={busy} onClick={() => void propose()}>
      {t('ruleset.rollback')}
    </Button>
  );
}
