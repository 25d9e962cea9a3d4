import fc from 'fast-check';
import type { CallOutcome } from '@parley/common/contract';
import type { AgentId } from '@parley/common/kernel';
import { TASK_STATES } from '@parley/common/tasks';
import type { TaskState } from '@parley/common/tasks';
import { aStatus, aTask, anOffer, GivenScheduler } from '../testing';

const SEED = 20_261_121;

/** One thing that can happen to a scheduler. Numbers choose among what there is at that moment. */
type Happening =
  | {
      readonly kind: 'want' | 'offer' | 'kill' | 'connect' | 'disconnect' | 'leader' | 'handled' | 'wait';
      readonly pick: number;
    }
  | { readonly kind: 'status'; readonly pick: number; readonly state: TaskState }
  | { readonly kind: 'answer'; readonly pick: number; readonly ok: boolean };

const pick = fc.nat(1_000);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constantFrom('want' as const, 'offer' as const, 'offer' as const), pick }),
  fc.record({
    kind: fc.constantFrom(
      'kill' as const,
      'connect' as const,
      'disconnect' as const,
      'leader' as const,
      'handled' as const,
      'wait' as const,
    ),
    pick,
  }),
  fc.record({ kind: fc.constant('status' as const), pick, state: fc.constantFrom(...TASK_STATES) }),
  fc.record({ kind: fc.constant('answer' as const), pick, ok: fc.boolean() }),
);

const UNKNOWN: CallOutcome = { outcome: 'outcome-unknown', message: 'lost' };

/** Lets the happenings happen, and keeps what a checker needs to know. */
class Story {
  readonly given = new GivenScheduler({ pace: { relaunchFirstMs: 10, relaunchMaxMs: 50 } });
  readonly wanted: string[] = [];
  #offers = 0;
  #uuids = 0;

  happen(event: Happening): void {
    const { given } = this;
    switch (event.kind) {
      case 'want':
        this.#want(event.pick);
        return;
      case 'offer':
        this.#offers += 1;
        return void given.offered(anOffer(`o${String(this.#offers)}`, `cpus:${String((event.pick % 4) + 1)}`));
      case 'kill':
        return void given.give({ input: 'kill-task', key: `t${String(event.pick % 10)}`, graceMs: undefined });
      case 'connect':
        return void given.advance(10_000).connected();
      case 'disconnect':
        return void given.disconnected();
      case 'leader':
        return void given.hear({
          event: 'leader-changed',
          epoch: { clusterId: 'c', incarnation: 1, revision: event.pick },
        });
      case 'handled':
        this.#handled(event.pick);
        return;
      case 'wait':
        return void given.advance(event.pick);
      case 'status':
        this.#status(event.pick, event.state);
        return;
      case 'answer':
        this.#answer(event.pick, event.ok ? { outcome: 'ok' } : UNKNOWN);
        return;
    }
  }

  #want(picked: number): void {
    const key = `t${String(this.wanted.length)}`;
    this.wanted.push(key);
    const relaunch = (['never', 'before-start', 'whenever-lost'] as const)[picked % 3] ?? 'never';
    this.given.want(aTask(key, { relaunch }));
  }

  #status(picked: number, state: TaskState): void {
    const { launched } = this.given;
    const taskId = launched[picked % Math.max(launched.length, 1)] ?? 'nobody';
    this.#uuids += 1;
    this.given.told(aStatus(taskId, state, { uuid: `u${String(this.#uuids)}` }));
  }

  #handled(picked: number): void {
    const updates = this.given.news('update');
    const status = updates[picked % Math.max(updates.length, 1)]?.status;
    if (status === undefined) return;
    const acknowledgement = { agentId: 'a1' as AgentId, taskId: status.taskId, uuid: status.uuid };
    this.given.give({ input: 'update-handled', acknowledgement, ok: picked % 5 > 0 });
  }

  #answer(picked: number, outcome: CallOutcome): void {
    const ids = this.given.effects.flatMap((effect) => {
      return effect.effect === 'send' && 'callId' in effect.call ? [effect.call.callId] : [];
    });
    const callId = ids[picked % Math.max(ids.length, 1)];
    if (callId !== undefined) this.given.answered(callId, outcome);
  }
}

test('whatever happens, a task is launched again only after its last attempt came to nothing, and ends exactly once', () => {
  const holds = fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
    const story = new Story();
    story.given.connected();
    for (const event of happenings) story.happen(event);

    story.given.give({ input: 'stop', teardown: false });

    const ended = story.given.news('task-ended').map((news) => news.end.key);
    expect([...ended].sort()).toEqual([...story.wanted].sort());
    const live = new Set<string>();
    for (const effect of story.given.effects) {
      if (effect.effect !== 'tell') continue;
      const { news } = effect;
      if (news.news === 'task-launched') expect(live.has(news.key)).toBe(false);
      if (news.news === 'task-launched') live.add(news.key);
      if (news.news === 'task-relaunching') live.delete(news.key);
      if (news.news === 'task-ended') live.delete(news.end.key);
    }
    expect(new Set(story.given.launched).size).toBe(story.given.launched.length);
    expect(story.given.core.wakeAt).toBeUndefined();
  });

  fc.assert(holds, { seed: SEED, numRuns: 500 });
});

test('whatever happens, an offer is answered at most once, and an update acknowledged only after it was handled', () => {
  const holds = fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
    const story = new Story();
    story.given.connected();
    for (const event of happenings) story.happen(event);

    const answered = [...story.given.calls('accept'), ...story.given.calls('decline')].flatMap((call) => call.offerIds);
    expect(new Set(answered).size).toBe(answered.length);
    const told = new Set(story.given.news('update').map((news) => news.status.uuid));
    for (const call of story.given.calls('acknowledge')) {
      for (const { uuid } of call.acknowledgements) expect(told.has(uuid)).toBe(true);
    }
  });

  fc.assert(holds, { seed: SEED, numRuns: 300 });
});
