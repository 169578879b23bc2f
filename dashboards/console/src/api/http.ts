import { list, object, text } from './shape';

export type QueryValue = string | number | readonly string[] | null | undefined;
export type Query = Record<string, QueryValue>;

/** An answer that is not a success, with its RFC 9457 problem details; status 0: no answer at all. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** What `urn:zhidun:problem:…` calls it; empty where it has no name. */
  readonly code: string;

  constructor(status: number, title: string, detail: string, code = '') {
    super(`${status} ${title}`);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.code = code;
  }
}

type SignedOut = () => void;
let signedOut: SignedOut = () => undefined;

/** Who is told when the service says that nobody is signed in. */
export function onSignedOut(listener: SignedOut): void {
  signedOut = listener;
}

export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach((each: string) => {
        params.append(name, each);
      });
    } else if (value !== null && value !== undefined && value !== '') {
      params.append(name, String(value));
    }
  }
  const search = params.toString();
  return search === '' ? path : `${path}?${search}`;
}

export function csrfToken(cookies: string): string {
  const pair = cookies.split('; ').find((each) => each.startsWith('XSRF-TOKEN='));
  return pair === undefined ? '' : decodeURIComponent(pair.slice('XSRF-TOKEN='.length));
}

async function problemOf(response: Response): Promise<Problem> {
  const body = object(await response.json().catch(() => ({})));
  const told = list(body.errors, (each) => `${text(object(each).name)}: ${text(object(each).message)}`).join('; ');
  return new Problem(response.status, text(body.title), told === '' ? text(body.detail) : told, codeOf(text(body.type)));
}

const PROBLEM = 'urn:zhidun:problem:';

function codeOf(type: string): string {
  return type.startsWith(PROBLEM) ? type.slice(PROBLEM.length) : '';
}

/** The one place that talks to the service. */
async function send(method: string, url: string, init: { body?: unknown; file?: { type: string; content: Blob }; signal?: AbortSignal | undefined }): Promise<unknown> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = csrfToken(document.cookie);
  }
  if (init.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (init.file !== undefined) {
    headers['Content-Type'] = init.file.type;
  }
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      credentials: 'same-origin',
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      ...(init.file === undefined ? {} : { body: init.file.content }),
      ...(init.signal === undefined ? {} : { signal: init.signal }),
    });
  } catch (cause) {
    if (init.signal?.aborted === true) {
      throw cause;
    }
    throw new Problem(0, '', '');
  }
  if (!response.ok) {
    // A wrong password answers 401 as well; only for other requests it means a lost session.
    if (response.status === 401 && !(method === 'POST' && url.startsWith('/api/v1/session'))) {
      signedOut();
    }
    throw await problemOf(response);
  }
  return response.status === 204 ? null : await response.json();
}

export function get(path: string, query: Query = {}, signal?: AbortSignal): Promise<unknown> {
  return send('GET', withQuery(path, query), { signal });
}

export function post(path: string, body: unknown = {}): Promise<unknown> {
  return send('POST', path, { body });
}

export function put(path: string, body: unknown): Promise<unknown> {
  return send('PUT', path, { body });
}

export function remove(path: string): Promise<unknown> {
  return send('DELETE', path, {});
}

/** Sends a file as it is. */
export function upload(path: string, type: string, content: Blob): Promise<unknown> {
  return send('POST', path, { file: { type, content } });
}
