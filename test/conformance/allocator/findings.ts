/**
 * Rules that hold all the time: every session of the kit watches over them, whatever story is told on it. A breach counts against its own rule alone,
 * so that one fault of an allocator is not reported as many.
 */
export type StandingRule =
  | 'ready-first'
  | 'nothing-before-end'
  | 'credits'
  | 'proposal-ids'
  | 'echo'
  | 'only-free'
  | 'nothing-twice'
  | 'removed'
  | 'inactive'
  | 'well-formed'
  | 'pings';

/** So many breaches of one rule are kept in words; more are only counted. */
const KEPT_MAX = 3;

/** What was seen that a standing rule forbids. */
export class Findings {
  readonly #seen = new Map<StandingRule, { readonly texts: string[]; count: number }>();

  note(rule: StandingRule, text: string): void {
    const seen = this.#seen.get(rule) ?? { texts: [], count: 0 };
    seen.count += 1;
    if (seen.texts.length < KEPT_MAX) seen.texts.push(text);
    this.#seen.set(rule, seen);
  }

  /** The breaches of a rule in one sentence, or undefined when there was none. */
  of(rule: string): string | undefined {
    for (const [name, { texts, count }] of this.#seen) {
      if (name !== rule) continue;
      const more = count > texts.length ? `; and ${String(count - texts.length)} more` : '';
      return `${texts.join('; ')}${more}`;
    }
    return undefined;
  }
}
