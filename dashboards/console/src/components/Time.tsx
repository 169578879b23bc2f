import { ABSENT, formatRelative, formatTime, instant, zoneOffset } from '../lib/time';
import { usePreferences } from '../state/preferences';

/** An absolute time; how long ago and in which zone on hover. */
export function Time({ iso }: { iso: string | null }) {
  const { zone, language } = usePreferences();
  const at = iso === null ? null : instant(iso);
  if (iso === null || at === null) {
    return <span className="time">{ABSENT}</span>;
  }
  return (
    <time
      className="time"
      dateTime={iso}
      // Read when the pointer arrives, so that rows need no clock of their own.
      onPointerEnter={(event) => {
        event.currentTarget.title = `${formatRelative(iso, Date.now(), language)} · ${zone} (${zoneOffset(at, zone)})`;
      }}
    >
      {formatTime(iso, zone)}
    </time>
  );
}
