import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { PlanRole } from '../../api/recoverytypes';
import { MOST_ROLES, NO_ROLE, renamedRole } from '../../lib/recoveryplan';
import { usePreferences } from '../../state/preferences';
import { FaultWords } from './FaultWords';
import type { PartProps } from './PlanEditorPage';

/** Who does what; steps name these roles. */
export function RoleRows({ draft, faults, change }: PartProps) {
  const { t } = usePreferences();
  const put = (index: number, role: PlanRole) => {
    change({ ...draft, roles: draft.roles.map((each, at) => (at === index ? role : each)) });
  };
  return (
    <>
      <div className="plan-rows">
        {draft.roles.map((role, index) => (
          <div key={index} className="plan-row plan-role-row">
            <span>
              <Input aria-label={t('plan.role')} placeholder={t('plan.role')} maxLength={100} status={faults[`roles.${index}.role`] === undefined ? '' : 'error'} value={role.role} onChange={(event) => { change(renamedRole(draft, index, event.target.value)); }} />
              <FaultWords fault={faults[`roles.${index}.role`]} />
            </span>
            <span>
              <Input aria-label={t('plan.role.name')} placeholder={t('plan.role.name')} maxLength={100} status={faults[`roles.${index}.name`] === undefined ? '' : 'error'} value={role.name} onChange={(event) => { put(index, { ...role, name: event.target.value }); }} />
              <FaultWords fault={faults[`roles.${index}.name`]} />
            </span>
            <Input aria-label={t('plan.role.contact')} placeholder={t('plan.role.contact')} maxLength={200} value={role.contact} onChange={(event) => { put(index, { ...role, contact: event.target.value }); }} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('planEdit.remove')} title={t('planEdit.remove')} onClick={() => { change({ ...draft, roles: draft.roles.filter((_, at) => at !== index) }); }} />
          </div>
        ))}
      </div>
      <Button size="small" icon={<PlusOutlined />} disabled={draft.roles.length >= MOST_ROLES} onClick={() => { change({ ...draft, roles: [...draft.roles, NO_ROLE] }); }}>
        {t('planEdit.addRole')}
      </Button>
    </>
  );
}
