import { readAlertRow } from './alerts';
import { readCase } from './filingcases';
import type { FilingCase } from './filingtypes';
import { readPlatform } from './platform';
import type { AlertRow, Platform } from './types';

export type LiveState = 'connecting' | 'live' | 'reconnecting';

export interface LiveListener {
  state(state: LiveState): void;
  alert(row: AlertRow): void;
  platform(platform: Platform): void;
  filingCase(row: FilingCase): void;
  /** Something may have been missed: lists must be read again. */
  resync(): void;
  /** A message could not be read. */
  unreadable(cause: unknown): void;
}

/** The parts of EventSource that we use; a test hands in its own. */
export interface EventStream {
  onopen: ((event: Event) => void) | null;
  onerror: ((event: Event) => void) | null;
  readonly readyState: number;
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface LiveOptions {
  open: () => EventStream;
  /** Asked before each new connection: is anybody still signed in? */
  check: () => Promise<unknown>;
  schedule: (run: () => void, millis: number) => () => void;
}

/** The service speaks at least every 5 s (platform); three missed words mean a dead connection. */
const SILENCE_MILLIS = 20_000;
const CLOSED = 2;
const BACKOFF_MILLIS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/**
 * Keeps one event stream open. The browser resumes a broken connection by itself with
 * Last-Event-ID; where it has given up, or the connection is silent, we open a new one, and
 * since that one starts without an id, lists are read again.
 */
export class LiveStream {
  readonly #listener: LiveListener;
  readonly #options: LiveOptions;
  #stream: EventStream | null = null;
  #failures = 0;
  #stopped = false;
  #reopened = false;
  #cancelSilence: () => void = () => undefined;
  #cancelRetry: () => void = () => undefined;

  constructor(listener: LiveListener, options: LiveOptions) {
    this.#listener = listener;
    this.#options = options;
  }

  start(): void {
    this.#listener.state('connecting');
    this.#open();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelSilence();
    this.#cancelRetry();
    this.#stream?.close();
  }

  #open(): void {
    const stream = this.#options.open();
    this.#stream = stream;
    stream.onopen = () => {
      this.#heard();
      this.#failures = 0;
      this.#listener.state('live');
      if (this.#reopened) {
        this.#reopened = false;
        this.#listener.resync();
      }
    };
    stream.onerror = () => {
      this.#listener.state('reconnecting');
      if (stream.readyState === CLOSED) {
        this.#retry();
      }
    };
    this.#on(stream, 'alert', (data) => {
      this.#listener.alert(readAlertRow(data));
    });
    this.#on(stream, 'platform', (data) => {
      this.#listener.platform(readPlatform(data));
    });
    this.#on(stream, 'filing-case', (data) => {
      this.#listener.filingCase(readCase(data));
    });
    stream.addEventListener('resync', () => {
      this.#heard();
      this.#listener.resync();
    });
    this.#heard();
  }

  #on(stream: EventStream, type: string, take: (data: unknown) => void): void {
    stream.addEventListener(type, (event) => {
      this.#heard();
      try {
        take(JSON.parse(event.data));
      } catch (cause) {
        this.#listener.unreadable(cause);
      }
    });
  }

  #heard(): void {
    this.#cancelSilence();
    this.#cancelSilence = this.#options.schedule(() => {
      this.#listener.state('reconnecting');
      this.#retry();
    }, SILENCE_MILLIS);
  }

  #retry(): void {
    this.#cancelSilence();
    this.#cancelRetry();
    this.#stream?.close();
    const wait = BACKOFF_MILLIS[Math.min(this.#failures, BACKOFF_MILLIS.length - 1)] ?? 15_000;
    this.#failures += 1;
    this.#cancelRetry = this.#options.schedule(() => {
      this.#options.check().then(
        () => {
          this.#reopen();
        },
        () => {
          this.#retryUnlessStopped();
        },
      );
    }, wait);
  }

  #reopen(): void {
    if (!this.#stopped) {
      this.#reopened = true;
      this.#open();
    }
  }

  #retryUnlessStopped(): void {
    if (!this.#stopped) {
      this.#retry();
    }
  }
}

export function browserStream(): EventStream {
  return new EventSource('/api/v1/alerts/stream');
}
