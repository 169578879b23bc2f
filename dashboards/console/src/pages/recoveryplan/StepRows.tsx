import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { STEP_CHECKS, type StepCheck } from '../../api/recoverytypes';
import { MOST_STEPS, moved, NO_STEP, type PlanFaults, type StepDraft } from '../../lib/recoveryplan';
import { usePreferences } from '../../state/preferences';
import { FaultWords } from './FaultWords';
import type { PartProps } from './PlanEditorPage';

/** The steps in their order; of the way back nothing is checked and nothing stops the clock. */
export function StepRows({ list, draft, faults, change }: PartProps & { list: 'steps' | 'rollback' }) {
  const { t } = usePreferences();
  const steps = draft[list];
  const put = (next: readonly StepDraft[]) => {
    change({ ...draft, [list]: next });
  };
  return (
    <>
      <ol className="plan-rows">
        {steps.map((step, index) => (
          <li key={index} className="plan-row plan-step-row" aria-label={t('planEdit.numbered', { n: index + 1 })}>
            <span className="plan-step-number">{index + 1}</span>
            <StepFields
              step={step}
              roles={draft.roles.map(({ role }) => role).filter((role) => role.trim() !== '')}
              forward={list === 'steps'}
              faultOf={(name) => faults[`${list}.${index}.${name}`]}
              onChange={(next) => { put(steps.map((each, at) => (at === index ? next : each))); }}
            />
            <span className="plan-row-tools">
              <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={t('planEdit.up')} title={t('planEdit.up')} onClick={() => { put(moved(steps, index, -1)); }} />
              <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={index === steps.length - 1} aria-label={t('planEdit.down')} title={t('planEdit.down')} onClick={() => { put(moved(steps, index, 1)); }} />
              <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('planEdit.remove')} title={t('planEdit.remove')} onClick={() => { put(steps.filter((_, at) => at !== index)); }} />
            </span>
          </li>
        ))}
      </ol>
      <Button size="small" icon={<PlusOutlined />} disabled={steps.length >= MOST_STEPS} onClick={() => { put([...steps, NO_STEP]); }}>
        {t(list === 'steps' ? 'planEdit.addStep' : 'planEdit.addRollback')}
      </Button>
    </>
  );
}

interface StepFieldsProps {
  step: StepDraft;
  roles: readonly string[];
  forward: boolean;
  faultOf: (name: string) => PlanFaults[string] | undefined;
  onChange: (step: StepDraft) => void;
}

function StepFields({ step, roles, forward, faultOf, onChange }: StepFieldsProps) {
  const { t } = usePreferences();
  const status = (name: string) => (faultOf(name) === undefined ? '' : 'error');
  return (
    <>
      <span className="plan-step-texts">
        <Input aria-label={t('plan.step')} placeholder={t('plan.step')} maxLength={200} status={status('title')} value={step.title} onChange={(event) => { onChange({ ...step, title: event.target.value }); }} />
        <FaultWords fault={faultOf('title')} />
        <Input.TextArea aria-label={t('plan.step.detail')} placeholder={t('plan.step.detail')} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2_000} value={step.detail} onChange={(event) => { onChange({ ...step, detail: event.target.value }); }} />
      </span>
      <span>
        <Select aria-label={t('plan.step.responsible')} placeholder={t('planEdit.chooseRole')} status={status('responsible')} value={step.responsible === '' ? null : step.responsible} options={[...new Set(roles)].map((value) => ({ value, label: value }))} onChange={(responsible: string) => { onChange({ ...step, responsible }); }} />
        <FaultWords fault={faultOf('responsible')} />
      </span>
      <span>
        <InputNumber aria-label={t('plan.step.minutes')} placeholder={t('plan.step.minutes')} min={0} precision={0} status={status('minutes')} value={step.minutes} onChange={(minutes) => { onChange({ ...step, minutes }); }} />
        <FaultWords fault={faultOf('minutes')} />
      </span>
      {forward ? (
        <span className="plan-step-kind">
          <Select<StepCheck> aria-label={t('plan.step.check')} value={step.check} options={STEP_CHECKS.map((value) => ({ value, label: t(`plan.check.${value}`) }))} onChange={(check) => { onChange({ ...step, check }); }} />
          <Checkbox title={t('plan.step.service.hint')} checked={step.service} onChange={(event) => { onChange({ ...step, service: event.target.checked }); }}>
            {t('plan.step.service')}
          </Checkbox>
        </span>
      ) : (
        <span />
      )}
    </>
  );
}
