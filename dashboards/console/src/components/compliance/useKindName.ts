import { usePreferences } from '../../state/preferences';

export const OBJECT_KINDS = ['organisation', 'room', 'network-device', 'security-device', 'host', 'database', 'application', 'data', 'terminal'] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** A kind in the reader's language; one of a later version by its own name. */
export function useKindName(): (kind: string) => string {
  const { t } = usePreferences();
  return (kind) => {
    const known = OBJECT_KINDS.find((each) => each === kind);
    return known === undefined ? kind : t(`asset.kind.${known}`);
  };
}
