import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { abortExercise, beginStep, completeExercise, endStep } from '../../api/recovery';
import type { Exercise, RecordedStep } from '../../api/recoverytypes';
import { Failure } from '../../components/Failure';
import { useActs } from '../../components/useActs';
import { findingsOf, lostSeconds } from '../../lib/exercise';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

/** What an engineer can do in an exercise; each is at the service before it is shown here. */
export function useExerciseActs({ record: { id } }: Exercise) {
  const { t } = usePreferences();
  const queries = useQueryClient();
  const { open, dialog } = useActs(keys.recovery);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  return {
    busy,
    dialog,
    problem: failure === null ? null : <Failure compact cause={failure} />,
    begin: (step: RecordedStep) => {
      if (busy) {
        return;
      }
      setBusy(true);
      setFailure(null);
      beginStep(id, step.position)
        .catch((cause: unknown) => {
          setFailure(cause);
        })
        .finally(() => {
          setBusy(false);
          void queries.invalidateQueries({ queryKey: keys.recovery });
        });
    },
    end: (step: RecordedStep, outcome: 'done' | 'failed' | 'skipped') => {
      const looks = step.check !== 'none' && outcome === 'done';
      const named = t(looks ? 'exercise.step.look' : `exercise.step.${outcome}`);
      open({
        title: t('exercise.step.end.title', { n: step.position, outcome: named }),
        okText: named,
        danger: outcome === 'failed',
        hint: looks ? t('exercise.step.look.hint') : step.title,
        done: t('exercise.step.ended', { n: step.position }),
        fields: [{ name: 'note', label: t(outcome === 'done' ? 'exercise.step.note' : 'exercise.step.note.why'), kind: 'text', required: outcome !== 'done', min: outcome === 'done' ? 0 : 2 }],
        onSend: (values) => endStep(id, step.position, outcome, values.note ?? ''),
      });
    },
    complete: () => {
      open({
        title: t('exercise.complete.title'),
        okText: t('exercise.complete'),
        hint: t('exercise.complete.hint'),
        done: t('exercise.complete.done'),
        fields: [
          { name: 'summary', label: t('exercise.complete.summary'), kind: 'text', required: true, min: 2 },
          { name: 'lost', label: t('exercise.complete.lost'), kind: 'line', wide: true, hint: t('exercise.complete.lost.hint'), check: (text) => lostSeconds(text) !== null },
          { name: 'findings', label: t('exercise.complete.findings'), kind: 'text', hint: t('exercise.complete.findings.hint') },
        ],
        onSend: (values) => completeExercise(id, { summary: values.summary ?? '', lostSeconds: lostSeconds(values.lost ?? ''), findings: findingsOf(values.findings ?? '') }),
      });
    },
    abort: () => {
      open({
        title: t('exercise.abort.title'),
        okText: t('exercise.abort'),
        danger: true,
        hint: t('exercise.abort.hint'),
        done: t('exercise.abort.done'),
        fields: [{ name: 'reason', label: t('exercise.abort.reason'), kind: 'text', required: true, min: 2 }],
        onSend: (values) => abortExercise(id, values.reason ?? ''),
      });
    },
  };
}
