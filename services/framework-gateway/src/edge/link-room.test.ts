import { ManualClock } from '@parley/common/testing';
import { BACKLOG_MAX, LinkRoom } from './link-room';

/** A link whose backlog the test sets, and readers that say when they may go on. */
class GivenLink {
  readonly clock = new ManualClock();
  backlog = 0;
  readonly room = new LinkRoom(() => this.backlog, this.clock);
  gone = 0;

  read(readers: number): void {
    for (let n = 0; n < readers; n += 1) {
      const turn = this.room.wait();
      if (turn === undefined) this.gone += 1;
      else void turn.then(() => (this.gone += 1));
    }
  }

  /** Lets promises that are resolved be noticed. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
  }
}

test('given a link that takes everything, when readers come, then none waits', () => {
  const given = new GivenLink();
  given.backlog = BACKLOG_MAX;

  given.read(100);

  expect(given.gone).toBe(100);
});

test('given a link that is behind, when it catches up, then readers go on a few at a time for as long as it keeps up', async () => {
  const given = new GivenLink();
  given.backlog = BACKLOG_MAX + 1;
  given.read(40);
  given.clock.advance(1_000);
  given.room.changed();
  await given.settle();
  const whileBehind = given.gone;

  given.backlog = 0;
  given.room.changed();
  await given.settle();
  const atOnce = given.gone;
  given.backlog = BACKLOG_MAX + 1;
  given.clock.advance(1_000);
  await given.settle();
  const behindAgain = given.gone;
  given.backlog = 0;
  given.clock.advance(1_000);
  await given.settle();

  expect([whileBehind, atOnce, behindAgain, given.gone]).toEqual([0, 16, 16, 40]);
});

test('given readers that wait, when the gateway stops, then all go', async () => {
  const given = new GivenLink();
  given.backlog = BACKLOG_MAX + 1;
  given.read(40);

  given.room.stop();
  await given.settle();

  expect(given.gone).toBe(40);
});
