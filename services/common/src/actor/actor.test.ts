import { Actor } from './actor';
import type { Core, Tick } from './core';
import type { Moment, MonotonicMs } from '../kernel';
import { ManualClock } from '../testing/manual-clock';

type Note = string;

class RecordingCore implements Core<Note, Note> {
  wakeAt: MonotonicMs | undefined;
  readonly seen: string[] = [];

  step(input: Note | Tick, at: Moment): readonly Note[] {
    const name = typeof input === 'string' ? input : 'tick';
    this.seen.push(`${name}@${String(at.now)}`);
    if (name === 'tick') this.wakeAt = undefined;
    return [`did ${name}`];
  }

  settle(): readonly Note[] {
    return this.seen.length > 0 ? ['settled'] : [];
  }
}

function given(options: { mayAct?: (now: MonotonicMs) => boolean; mailboxMax?: number } = {}) {
  const clock = new ManualClock();
  const core = new RecordingCore();
  const done: string[] = [];
  const actor = new Actor(
    core,
    {
      clock,
      random: () => 0.5,
      carryOut: (effect) => done.push(effect),
      flush: () => done.push('flush'),
      mayAct: options.mayAct ?? (() => true),
    },
    options.mailboxMax,
  );
  return { clock, core, done, actor };
}

test('given two inputs at once, when the slice runs, then both are stepped, settled and flushed once', () => {
  const { clock, done, actor } = given();

  actor.post('a');
  actor.post('b');
  clock.advance(0);

  expect(done).toEqual(['did a', 'did b', 'settled', 'flush']);
});

test('given a core that no longer wants to be woken, when the old time comes, then there is no tick', () => {
  const { clock, core, actor } = given();
  core.wakeAt = 100 as MonotonicMs;
  actor.post('a');
  clock.advance(50);
  core.wakeAt = undefined;
  actor.post('b');

  clock.advance(100);

  expect(core.seen).toEqual(['a@0', 'b@50']);
});

test('given a deadline that stays, when its time comes, then the tick arrives', () => {
  const { clock, core, actor } = given();
  core.wakeAt = 100 as MonotonicMs;
  actor.post('a');

  clock.advance(99);
  expect(core.seen).toEqual(['a@0']);
  clock.advance(1);

  expect(core.seen[1]).toBe('tick@100');
});

test('given an actor that may not act any more, when inputs arrive, then nothing is stepped or carried out', () => {
  const { clock, core, done, actor } = given({ mayAct: (now) => now < 50 });
  clock.advance(60);

  actor.post('late');
  clock.advance(10);

  expect(core.seen).toEqual([]);
  expect(done).toEqual([]);
});

test('given a full mailbox, when room is awaited, then it comes once the inputs were taken', async () => {
  const { clock, actor } = given({ mailboxMax: 1 });
  actor.post('a');
  expect(actor.hasRoom).toBe(false);

  const room = actor.room();
  clock.advance(0);

  await expect(room).resolves.toBeUndefined();
});

test('given a stopped actor, when inputs and deadlines arrive, then nothing happens', () => {
  const { clock, core, actor } = given();
  core.wakeAt = 10 as MonotonicMs;
  actor.post('a');
  clock.advance(0);

  actor.stop();
  actor.post('b');
  clock.advance(100);

  expect(core.seen).toEqual(['a@0']);
});
