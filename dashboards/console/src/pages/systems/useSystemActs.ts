import { deleteSystem, saveSystem } from '../../api/assets';
import { ROUTES, type ProtectedSystem, type ReportingRoute } from '../../api/assettypes';
import type { Act } from '../../components/useActs';
import type { ActField } from '../../lib/actform';
import { isInventoryId, levelOfNotation } from '../../lib/assetfilter';
import { usePreferences } from '../../state/preferences';

/** Adding, changing and removing a system, as dialogs. The level follows from the notation. */
export function useSystemActs() {
  const { t } = usePreferences();
  const fields = (system: Partial<ProtectedSystem>): ActField[] => [
    { name: 'name', label: t('asset.column.name'), kind: 'line', required: true, initial: system.name ?? '' },
    { name: 'notation', label: t('system.notation'), kind: 'line', required: true, hint: t('system.notation.hint'), check: (value) => levelOfNotation(value) !== null, initial: system.notation ?? '' },
    { name: 'owner', label: t('system.owner'), kind: 'line', initial: system.owner ?? '' },
    { name: 'zone', label: t('asset.column.zone'), kind: 'line', initial: system.zone ?? '' },
    { name: 'filingNumber', label: t('system.filing'), kind: 'line', initial: system.filingNumber ?? '' },
    { name: 'filingValidUntil', label: t('system.validUntil'), kind: 'day', initial: system.filingValidUntil ?? '' },
    { name: 'lastAssessedOn', label: t('system.assessedOn'), kind: 'day', hint: t('system.assessedOn.hint'), initial: system.lastAssessedOn ?? '' },
    { name: 'reportingRoute', label: t('system.route'), kind: 'choice', required: true, initial: system.reportingRoute ?? 'CENTRAL_ORGAN', options: ROUTES.map((route) => ({ value: route, label: t(`system.route.${route}`) })) },
    { name: 'critical', label: t('system.critical'), kind: 'choice', required: true, initial: system.critical === true ? 'yes' : 'no', options: (['no', 'yes'] as const).map((value) => ({ value, label: t(`system.critical.${value}`) })) },
  ];
  const send = (id: string, system: Partial<ProtectedSystem>, values: Record<string, string>) => {
    const day = (value: string | undefined) => (value === undefined || value === '' ? null : value);
    return saveSystem({
      id,
      version: system.version ?? 0,
      name: values.name ?? '',
      notation: values.notation ?? '',
      level: levelOfNotation(values.notation ?? '') ?? 0,
      extensions: system.extensions ?? [],
      owner: values.owner ?? '',
      zone: values.zone ?? '',
      filingNumber: values.filingNumber ?? '',
      filingValidUntil: day(values.filingValidUntil),
      lastAssessedOn: day(values.lastAssessedOn),
      reportingRoute: values.reportingRoute as ReportingRoute,
      critical: values.critical === 'yes',
    });
  };
  return {
    add: (): Act => ({
      title: t('system.add'),
      okText: t('asset.save'),
      done: t('asset.saved'),
      fields: [{ name: 'id', label: t('asset.column.id'), kind: 'line', required: true, max: 64, hint: t('asset.id.hint'), check: isInventoryId, wide: true }, ...fields({})],
      onSend: (values) => send(values.id ?? '', {}, values),
    }),
    edit: (system: ProtectedSystem): Act => ({
      title: t('asset.edit.title', { id: system.id }),
      okText: t('asset.save'),
      done: t('asset.saved'),
      fields: fields(system),
      onSend: (values) => send(system.id, system, values),
    }),
    drop: (system: ProtectedSystem): Act => ({
      title: t('asset.drop.title', { id: system.id }),
      okText: t('asset.drop'),
      danger: true,
      done: t('asset.dropped'),
      fields: [],
      onSend: () => deleteSystem(system.id, system.version),
    }),
  };
}
