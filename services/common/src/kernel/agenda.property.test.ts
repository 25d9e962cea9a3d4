import fc from 'fast-check';
import { Agenda } from './agenda';
import type { MonotonicMs } from './clock';

type Step =
  | { readonly do: 'set'; readonly key: number; readonly at: number }
  | { readonly do: 'cancel'; readonly key: number }
  | { readonly do: 'take'; readonly now: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('set' as const), key: fc.nat(12), at: fc.nat(50) }),
  fc.record({ do: fc.constant('cancel' as const), key: fc.nat(12) }),
  fc.record({ do: fc.constant('take' as const), now: fc.nat(60) }),
);

/** The obviously correct agenda: a list, searched whole each time. */
class ListAgenda {
  entries: { key: number; at: number; order: number }[] = [];
  #order = 0;

  set(key: number, at: number): void {
    this.cancel(key);
    this.entries.push({ key, at, order: (this.#order += 1) });
  }

  cancel(key: number): void {
    this.entries = this.entries.filter((entry) => entry.key !== key);
  }

  takeDue(now: number): number | undefined {
    const [first] = [...this.entries].sort((a, b) => a.at - b.at || a.order - b.order);
    if (first === undefined || first.at > now) return undefined;
    this.cancel(first.key);
    return first.key;
  }
}

test('whatever is set, moved, cancelled and taken, an agenda gives what a searched list gives', () => {
  const holds = fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
    const agenda = new Agenda<number>();
    const list = new ListAgenda();
    for (const s of steps) {
      if (s.do === 'set') {
        agenda.set(s.key, s.at as MonotonicMs);
        list.set(s.key, s.at);
      } else if (s.do === 'cancel') {
        agenda.cancel(s.key);
        list.cancel(s.key);
      } else expect(agenda.takeDue(s.now as MonotonicMs)).toBe(list.takeDue(s.now));
      expect(agenda.size).toBe(list.entries.length);
      expect(agenda.next ?? Infinity).toBe(Math.min(...list.entries.map((entry) => entry.at)));
    }
  });
  fc.assert(holds, { seed: 7, numRuns: 300 });
});
