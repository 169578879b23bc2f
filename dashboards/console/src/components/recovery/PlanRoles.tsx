import type { Plan } from '../../api/recoverytypes';
import { usePreferences } from '../../state/preferences';
import { Heads } from '../Heads';

/** Who does what in a plan, and how they are reached. */
export function PlanRoles({ roles }: { roles: Plan['roles'] }) {
  const { t } = usePreferences();
  return (
    <table className="parts plan-roles">
      <Heads of={[t('plan.role'), t('plan.role.name'), t('plan.role.contact')]} />
      <tbody>
        {roles.map(({ role, name, contact }) => (
          <tr key={role}>
            <td>
              <bdi>{role}</bdi>
            </td>
            <td>
              <bdi>{name}</bdi>
            </td>
            <td>
              <bdi>{contact}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
