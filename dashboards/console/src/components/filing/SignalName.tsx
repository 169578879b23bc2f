import { say } from '../../i18n/translate';
import { signalName } from '../../lib/signals';
import { usePreferences } from '../../state/preferences';

/** A signal as people call it, its code on hover; the code where nobody named it. */
export function SignalName({ code }: { code: string }) {
  const { language } = usePreferences();
  const name = signalName(code);
  return name === null ? <code>{code}</code> : <span title={code}>{say(name, language)}</span>;
}
