import createClient, { type Middleware } from 'openapi-fetch';
import { text } from '~/text/en';
import type { components, paths } from './contract';
import { type Problem, Refusal } from './problem';

export type Schemas = components['schemas'];

const TOKEN_KEY = 'touchstone-token';
const listeners = new Set<() => void>();

/** The access token of this browser tab, and whether the server asks for one. */
export const access = {
  wanted: false,
  token: () => sessionStorage.getItem(TOKEN_KEY),
  give(token: string) {
    sessionStorage.setItem(TOKEN_KEY, token);
    access.wanted = false;
    for (const listener of listeners) listener();
  },
  want() {
    access.wanted = true;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

const bearer: Middleware = {
  onRequest({ request }) {
    const token = access.token();
    if (token) request.headers.set('Authorization', `Bearer ${token}`);
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) access.want();
  },
};

export const client = createClient<paths>({ baseUrl: '/', headers: { Accept: 'application/json' } });
client.use(bearer);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The JSON body of an answer (a text body is another question); a problem of the server becomes a {@link Refusal}. */
export async function ask<T>(answer: Promise<Answer<T>>): Promise<Exclude<T, string>> {
  const { data, error, response } = await reach(answer);
  if (response.ok && data !== undefined) return data as Exclude<T, string>;
  throw new Refusal(asProblem(error, response.status));
}

/** A body that is not JSON: labels and lists to download. */
export async function askBlob(path: string, accept: string, signal?: AbortSignal): Promise<Blob> {
  const token = access.token();
  const headers = { Accept: accept, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  const response = await reach(fetch(path, { headers, signal }));
  if (response.status === 401) access.want();
  if (response.ok) return response.blob();
  throw new Refusal(asProblem(await response.json().catch(() => undefined), response.status));
}

async function reach<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Refusal({
      type: 'about:blank',
      title: text.problem.unreachable,
      status: 0,
      detail: text.problem.unreachableDetail,
    });
  }
}

function asProblem(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'detail' in body) return body as Problem;
  return { type: 'about:blank', title: text.problem.status(status), status, detail: text.problem.noDetail(status) };
}
