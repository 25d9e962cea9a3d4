import * as fc from 'fast-check';

/** What may happen to a cluster; the ordinary more often than the rare, so that there is something for the rare to disturb. */
const ORDINARY = [
  'propose',
  'propose',
  'propose',
  'accept',
  'accept',
  'accept',
  'decline',
  'update',
  'update',
  'update',
  'acknowledge',
  'acknowledge',
  'stored',
  'advance',
  'register-agent',
  'subscribe',
  'finish-writes',
] as const;
const RARE = [
  'lose-agent',
  'half-registration',
  'resubscribe',
  'close-session',
  'lose-gateway',
  'suppress',
  'revive',
  'kill',
  'reconcile',
  'resources',
  'teardown',
  'update-framework',
  'query',
  'order',
  'order',
  'order',
  'answer-inverse',
  'lose-allocator',
  'hold-writes',
  'advance-far',
  'stall',
  'silence',
  'nonsense-agent',
  'nonsense-gateway',
  'other-epoch',
] as const;

/** Kinds of what may happen. */
export type Happens = (typeof ORDINARY)[number] | (typeof RARE)[number];

/** Numbers that pick from whatever there is at that moment. */
export interface Picks {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** One thing that happens. */
export type Happening = Picks & { readonly what: Happens };

/** Any one thing. */
export const anyHappening: fc.Arbitrary<Happening> = fc.record({
  what: fc.oneof(
    { arbitrary: fc.constantFrom(...ORDINARY), weight: 5 },
    { arbitrary: fc.constantFrom(...RARE), weight: 1 },
  ),
  a: fc.nat({ max: 1_000 }),
  b: fc.nat({ max: 1_000 }),
  c: fc.nat({ max: 1_000 }),
});
