import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { saveProposal, type ProposalForm } from '../../api/rulesets';
import { Failure } from '../../components/Failure';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

/** Saves a draft and shows it. */
export function useDraft(): { busy: boolean; save: (form: ProposalForm, id?: string | null) => void } {
  const { t } = usePreferences();
  const { notification } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const save = async (form: ProposalForm, id: string | null) => {
    setBusy(true);
    try {
      const detail = await saveProposal(id, form);
      await queries.invalidateQueries({ queryKey: keys.rulesets });
      await navigate(`/rulesets/proposals/${detail.proposal.id}`);
    } catch (cause) {
      notification.error({ title: t('ruleset.title'), description: <Failure compact cause={cause} />, duration: 10 });
    } finally {
      setBusy(false);
    }
  };
  return { busy, save: (form, id = null) => void save(form, id) };
}
