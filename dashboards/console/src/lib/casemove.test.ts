import { describe, expect, it } from 'vitest';
import { moveFaults, toMove, type MoveDraft } from './casemove';

const draft = (part: Partial<MoveDraft>): MoveDraft => ({ to: 'preliminary', note: '已核对', replyDays: 15, outcomes: {}, ...part });
const KINDS = ['P6', 'P1'];

describe('a move', () => {
  it('needs a state and a note', () => {
    expect(moveFaults(draft({ to: null, note: '  ' }), KINDS)).toEqual(['to', 'note']);
    expect(toMove(draft({ note: ' 已核对 ' }), KINDS)).toEqual({ to: 'preliminary', note: '已核对' });
  });

  it.each([null, 0, 1.5, 181])('to notified refuses a term of %s days', (replyDays) => {
    expect(moveFaults(draft({ to: 'notified', replyDays }), KINDS)).toEqual(['replyDays']);
  });

  it('to notified carries its term', () => {
    expect(toMove(draft({ to: 'notified' }), KINDS)).toEqual({ to: 'notified', note: '已核对', replyDays: 15 });
  });

  it('to confirmed wants an outcome for each kind, and one at least that holds', () => {
    expect(moveFaults(draft({ to: 'confirmed', outcomes: { P6: true } }), KINDS)).toEqual(['outcomes']);
    expect(moveFaults(draft({ to: 'confirmed', outcomes: { P6: false, P1: false } }), KINDS)).toEqual(['noneConfirmed']);
    expect(toMove(draft({ to: 'confirmed', outcomes: { P6: true, P1: false } }), KINDS)?.outcomes).toEqual([
      { kind: 'P6', confirmed: true },
      { kind: 'P1', confirmed: false },
    ]);
  });

  it('to dismissed holds for every kind', () => {
    expect(toMove(draft({ to: 'dismissed', outcomes: { P6: true } }), KINDS)?.outcomes).toEqual([
      { kind: 'P6', confirmed: false },
      { kind: 'P1', confirmed: false },
    ]);
  });
});
