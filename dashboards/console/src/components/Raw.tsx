import type { Needle, Segment } from '../lib/rawline';
import { toSegments } from '../lib/rawline';

/** Text of a log or a rule: monospace, nothing interpreted, nothing hidden. */
export function Raw({ text, needles = [] }: { text: string; needles?: readonly Needle[] }) {
  return (
    <bdi className="raw">
      {toSegments(text, needles).map((segment, index) => (
        <RawSegment key={index} segment={segment} />
      ))}
    </bdi>
  );
}

function RawSegment({ segment }: { segment: Segment }) {
  switch (segment.type) {
    case 'control':
      return <span className="raw-control">{segment.text}</span>;
    case 'text':
      return segment.mark === null ? segment.text : <mark className={`mark-${segment.mark}`}>{segment.text}</mark>;
  }
}
