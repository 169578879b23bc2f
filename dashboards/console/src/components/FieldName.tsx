import { fieldLabel } from '../lib/fields';
import { usePreferences } from '../state/preferences';

/** A field as people call it, its ECS name beside it. */
export function FieldName({ field }: { field: string }) {
  const { language } = usePreferences();
  const label = fieldLabel(field, language);
  return (
    <span className="field-name">
      {label !== null && <span>{label}</span>}
      <code>{field}</code>
    </span>
  );
}
