import { FAMILIES } from '../../lib/rules';
import { usePreferences } from '../../state/preferences';

/** A folder of the catalogue as people call it; one of a site's own by its name. */
export function FamilyName({ family }: { family: string }) {
  const { t } = usePreferences();
  const known = FAMILIES.find((each) => each === family);
  return known === undefined ? <bdi>{family}</bdi> : <>{t(`rules.family.${known}`)}</>;
}
