import { attest, decideProposal, finishRectification, overrule, planRectification, proposeExemption, proposeWaiver, withdrawAttestation, withdrawOverruling, withdrawProposal, type ProposalKind } from '../../api/compliance';
import type { Result } from '../../api/compliancetypes';
import type { Act } from '../../components/useActs';
import type { ActField } from '../../lib/actform';
import { addDays } from '../../lib/duties';
import { clauseName } from '../../lib/results';
import { usePreferences } from '../../state/preferences';
import { useToday } from '../../state/time';

const MOST_DOCUMENT = 20 * 1_048_576;
const YEAR = 365;

interface Target {
  system: string;
  item: string;
  /** Id and name of what the item is measured on. */
  objects: readonly { value: string; label: string }[];
  object: string;
}

/** The steps that people take about an item, as dialogs. */
export function usePersonActs() {
  const { t } = usePreferences();
  const today = useToday();
  const objectField = ({ objects, object }: Target): ActField => ({ name: 'object', label: t('act.object'), kind: 'choice', required: true, options: objects, initial: object });
  const reason: ActField = { name: 'reason', label: t('act.reason'), kind: 'text', required: true, min: 10, hint: t('act.reason.hint') };
  const results: ActField = {
    name: 'result',
    label: t('compliance.result'),
    kind: 'choice',
    required: true,
    initial: 'met',
    options: (['met', 'partly-met', 'not-met'] as const).map((result) => ({ value: result, label: t(`compliance.result.${result}`) })),
  };
  const day = (name: string, label: string, from: string, until: string): ActField => ({ name, label, kind: 'day', required: true, from, until });
  const name = (target: Target) => clauseName(target.item);
  return {
    attest: (target: Target): Act => ({
      title: t('act.attest.title', { item: name(target) }),
      okText: t('act.attest'),
      hint: t('act.attest.hint'),
      done: t('act.attest.done'),
      fields: [
        { name: 'file', label: t('act.document'), kind: 'file', required: true, maxBytes: MOST_DOCUMENT },
        { name: 'title', label: t('act.documentTitle'), kind: 'line', required: true, wide: true },
        objectField(target),
        { name: 'signer', label: t('act.signer'), kind: 'line', required: true, max: 100 },
        { ...day('signedOn', t('act.signedOn'), '1990-01-01', today), initial: today },
        { ...day('expires', t('act.expires'), addDays(today, 1), addDays(today, 3 * YEAR)), initial: addDays(today, YEAR) },
        results,
      ],
      onSend: (values, file) =>
        file === null
          ? Promise.resolve()
          : attest({ system: target.system, items: [target.item], object: values.object ?? '', title: values.title ?? '', signer: values.signer ?? '', signedOn: values.signedOn ?? '', expires: values.expires ?? '', result: values.result as Result }, file),
    }),
    overrule: (target: Target): Act => ({
      title: t('act.overrule.title', { item: name(target) }),
      okText: t('act.overrule'),
      hint: t('act.overrule.hint'),
      done: t('act.overrule.done'),
      fields: [objectField(target), results, reason, day('expiresOn', t('act.expires'), addDays(today, 1), addDays(today, YEAR))],
      onSend: (values) => overrule(target.system, target.item, { object: values.object ?? '', result: values.result as Result, reason: values.reason ?? '', expiresOn: values.expiresOn ?? '' }),
    }),
    exempt: (target: Target): Act => ({
      title: t('act.exempt.title', { item: name(target) }),
      okText: t('act.exempt'),
      hint: t('act.decided.hint'),
      done: t('act.proposed'),
      fields: [{ ...objectField(target), options: [{ value: '*', label: t('act.allObjects') }, ...target.objects] }, reason],
      onSend: (values) => proposeExemption(target.system, target.item, { object: values.object ?? '', reason: values.reason ?? '' }),
    }),
    waive: (target: Target): Act => ({
      title: t('act.waive.title', { item: name(target) }),
      okText: t('act.waive'),
      hint: t('act.decided.hint'),
      done: t('act.proposed'),
      fields: [
        objectField(target),
        { name: 'owner', label: t('act.owner'), kind: 'line', required: true, max: 100 },
        reason,
        { name: 'compensatingMeasure', label: t('act.compensating'), kind: 'text', required: true, min: 10 },
        day('expiresOn', t('act.expires'), addDays(today, 1), addDays(today, YEAR)),
      ],
      onSend: (values) => proposeWaiver(target.system, target.item, { object: values.object ?? '', owner: values.owner ?? '', reason: values.reason ?? '', compensatingMeasure: values.compensatingMeasure ?? '', expiresOn: values.expiresOn ?? '' }),
    }),
    rectify: (target: Target): Act => ({
      title: t('act.rectify.title', { item: name(target) }),
      okText: t('act.rectify'),
      hint: t('act.rectify.hint'),
      done: t('act.rectify.done'),
      fields: [
        objectField(target),
        { name: 'measure', label: t('act.measure'), kind: 'text', required: true, min: 4 },
        { name: 'owner', label: t('act.owner'), kind: 'line', required: true, max: 100 },
        day('due', t('act.due'), today, addDays(today, 3 * YEAR)),
      ],
      onSend: (values) => planRectification(target.system, target.item, { object: values.object ?? '', measure: values.measure ?? '', owner: values.owner ?? '', due: values.due ?? '' }),
    }),
    finish: (id: string): Act => ({
      title: t('act.finish.title', { id }),
      okText: t('act.finish'),
      hint: t('act.finish.hint'),
      done: t('act.finish.done'),
      fields: [{ name: 'note', label: t('act.note'), kind: 'text', required: true }],
      onSend: (values) => finishRectification(id, values.note ?? ''),
    }),
    decide: (kind: ProposalKind, id: string, approve: boolean): Act => ({
      title: approve ? t('act.approve.title', { id }) : t('act.refuse.title', { id }),
      okText: approve ? t('act.approve') : t('act.refuse'),
      danger: !approve,
      done: approve ? t('act.approve.done') : t('act.refuse.done'),
      // A refusal must say why.
      fields: [{ name: 'note', label: t('act.note'), kind: 'text', required: !approve }],
      onSend: (values) => decideProposal(kind, id, approve, values.note ?? ''),
    }),
    withdraw: (what: ProposalKind | 'attestations' | { system: string; item: string }, id: string, title: string): Act => ({
      title: t('act.withdraw.title', { what: title }),
      okText: t('act.withdraw'),
      danger: true,
      done: t('act.withdraw.done'),
      fields: [{ name: 'reason', label: t('act.reason'), kind: 'text', required: true }],
      onSend: (values) => {
        const why = values.reason ?? '';
        if (typeof what === 'object') {
          return withdrawOverruling(what.system, what.item, id, why);
        }
        return what === 'attestations' ? withdrawAttestation(id, why) : withdrawProposal(what, id, why);
      },
    }),
  };
}
