import { beforeEach, describe, expect, it } from 'vitest';
import { alertRow, platform } from '../testing/fixtures';
import { filingCase } from '../testing/filings';
import { LiveStream, type EventStream, type LiveState } from './live';

/** A stream that a test speaks through. */
class FakeStream implements EventStream {
  onopen: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  readyState = 0;
  closed = false;
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(type, listener);
  }

  close(): void {
    this.closed = true;
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.(new Event('open'));
  }

  breakOff(givenUp: boolean): void {
    this.readyState = givenUp ? 2 : 0;
    this.onerror?.(new Event('error'));
  }

  say(type: string, data: string): void {
    this.#listeners.get(type)?.(new MessageEvent(type, { data }));
  }
}

/** Timers that run when the test says so. */
class FakeTimers {
  readonly #due: { run: () => void; millis: number; on: boolean }[] = [];

  readonly schedule = (run: () => void, millis: number) => {
    const timer = { run, millis, on: true };
    this.#due.push(timer);
    return () => {
      timer.on = false;
    };
  };

  waits(): number[] {
    return this.#due.filter(({ on }) => on).map(({ millis }) => millis);
  }

  async runAll(): Promise<void> {
    this.#due.splice(0).filter(({ on }) => on).forEach(({ run }) => {
      run();
    });
    await Promise.resolve();
    await Promise.resolve();
  }
}

describe('the live stream', () => {
  let streams: FakeStream[];
  let heard: unknown[];
  let states: LiveState[];
  let timers: FakeTimers;
  let signedIn: boolean;
  let live: LiveStream;
  const latest = () => streams.at(-1) ?? new FakeStream();

  beforeEach(() => {
    streams = [];
    heard = [];
    states = [];
    signedIn = true;
    timers = new FakeTimers();
    live = new LiveStream(
      {
        state: (state) => states.push(state),
        alert: ({ id }) => heard.push(id),
        platform: ({ state }) => heard.push(state),
        filingCase: ({ number }) => heard.push(number),
        resync: () => heard.push('resync'),
        unreadable: () => heard.push('unreadable'),
      },
      {
        open: () => {
          const stream = new FakeStream();
          streams.push(stream);
          return stream;
        },
        check: () => (signedIn ? Promise.resolve() : Promise.reject(new Error('signed out'))),
        schedule: timers.schedule,
      },
    );
    live.start();
  });

  it('hands on alerts and the platform', () => {
    latest().open();
    latest().say('alert', JSON.stringify(alertRow({ id: 'x' })));
    latest().say('platform', JSON.stringify(platform({ state: 'degraded' })));
    expect(states).toEqual(['connecting', 'live']);
    expect(heard).toEqual(['x', 'degraded']);
  });

  it('hands on filing cases', () => {
    latest().open();
    latest().say('filing-case', JSON.stringify(filingCase({ number: 'FC-2026-000017' })));
    expect(heard).toEqual(['FC-2026-000017']);
  });

  it('goes on after a message that it cannot read', () => {
    latest().open();
    latest().say('alert', '{');
    latest().say('alert', JSON.stringify({ ...alertRow(), state: 'burning' }));
    latest().say('alert', JSON.stringify(alertRow({ id: 'x' })));
    expect(heard).toEqual(['unreadable', 'unreadable', 'x']);
  });

  it('lets the browser resume by itself, without reading everything again', () => {
    latest().open();
    latest().breakOff(false);
    latest().open();
    expect(states).toEqual(['connecting', 'live', 'reconnecting', 'live']);
    expect(streams).toHaveLength(1);
    expect(heard).toEqual([]);
  });

  it('opens a new stream where the browser gave up, and reads lists again', async () => {
    latest().open();
    latest().breakOff(true);
    expect(timers.waits()).toEqual([1_000]);
    await timers.runAll();
    expect(streams).toHaveLength(2);
    latest().open();
    expect(states.at(-1)).toBe('live');
    expect(heard).toEqual(['resync']);
  });

  it('waits longer each time', async () => {
    latest().breakOff(true);
    await timers.runAll();
    latest().breakOff(true);
    expect(timers.waits()).toEqual([2_000]);
  });

  it('does not trust a connection that says nothing', async () => {
    latest().open();
    await timers.runAll();
    expect(states.at(-1)).toBe('reconnecting');
    expect(latest().closed).toBe(true);
  });

  it('opens nothing while nobody is signed in', async () => {
    signedIn = false;
    latest().breakOff(true);
    await timers.runAll();
    expect(streams).toHaveLength(1);
    expect(timers.waits()).toEqual([2_000]);
  });

  it('reads again when the service says that too much was missed', () => {
    latest().open();
    latest().say('resync', '');
    expect(heard).toEqual(['resync']);
  });

  it('is silent after it was stopped', async () => {
    latest().breakOff(true);
    live.stop();
    await timers.runAll();
    expect(streams).toHaveLength(1);
  });
});
