import type { components } from './contract';

export type Problem = components['schemas']['Problem'];

/** What the server refused, as it said it (RFC 9457), or what kept us from reaching it. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

/** Any failure as a problem that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  if (typeof error === 'object' && error !== null && 'detail' in error && 'title' in error) return error as Problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { type: 'about:blank', title: 'The page could not be shown', status: 0, detail };
}
