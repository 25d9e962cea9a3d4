import type { StreamsFactory } from '@parley/common/actor';
import type { AllocatorDown, AllocatorFramework, AllocatorUp, Batch } from '@parley/common/contract';
import { NO_EPOCH, after, proposalIdOf, rootTraceparent } from '@parley/common/kernel';
import type { AgentId, Epoch, FrameworkId, StreamId } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';
import { resourcesOf } from '../raw-scheduler';
import type { Chance } from './chance';
import type { SimulatedProcess } from './simulated-process';

/** Longest pause between two handfuls of proposals, in milliseconds. */
const PAUSE_MOST_MS = 300;

const AMOUNTS = ['cpus:0.5;mem:64', 'cpus:2', 'cpus(batch):1', 'cpus<revocable>:2', 'cpus:1000;mem:1', 'mem:512'];

/**
 * An allocator of somebody else's, and a bad one: it speaks the contract, but proposes whatever comes to its mind, to whom refuses or suppresses it, in roles
 * that nobody is in, beyond limits, of what is not free or not there.
 */
export class ForeignAllocator {
  readonly #agents = new Map<AgentId, Resources>();
  readonly #frameworks = new Map<FrameworkId, AllocatorFramework>();
  #session: { readonly stream: StreamId; readonly epoch: Epoch; live: boolean; credits: number; made: number } = {
    stream: 0 as StreamId,
    epoch: NO_EPOCH,
    live: false,
    credits: 0,
    made: 0,
  };

  constructor(
    private readonly process: SimulatedProcess,
    private readonly chance: Chance,
    sessions: StreamsFactory<AllocatorUp, Batch<AllocatorDown>>,
  ) {
    const streams = sessions(
      {
        deliver: (event) => {
          if (event.event !== 'message') return;
          for (const answer of this.#hear(event.stream, event.message)) streams.send(event.stream, answer);
          streams.flush();
        },
        room: () => Promise.resolve(),
      },
      { epoch: () => this.#session.epoch, mayWrite: () => true },
    );
    const goOn = (): void => {
      for (const item of this.#nonsense()) streams.send(this.#session.stream, item);
      streams.flush();
      this.#later(goOn);
    };
    this.#later(goOn);
  }

  #later(then: () => void): void {
    const { clock } = this.process;
    clock.at(after(clock.now(), this.chance.between(10, PAUSE_MOST_MS)), then);
  }

  #hear(stream: StreamId, { epoch, items }: Batch<AllocatorDown>): readonly AllocatorUp[] {
    if (stream !== this.#session.stream) {
      this.#session = { stream, epoch, live: false, credits: 0, made: 0 };
      this.#agents.clear();
      this.#frameworks.clear();
    }
    return items.flatMap((item) => this.#take(item));
  }

  #take(item: AllocatorDown): readonly AllocatorUp[] {
    switch (item.item) {
      case 'begin':
        return [{ item: 'ready', name: 'foreign', policy: 'whatever', capabilities: [] }];
      case 'ping':
        return [{ item: 'pong', ping: item.ping }];
      case 'end':
        this.#session.live = true;
        return [];
      case 'credits':
        this.#session.credits += item.credits;
        return [];
      case 'agent':
        this.#agents.set(item.agent.agentId, item.agent.total);
        return [];
      case 'framework':
        this.#frameworks.set(item.framework.frameworkId, item.framework);
        return [];
      default:
        return [];
    }
  }

  /** A few proposals, as far as there are credits for them. */
  #nonsense(): readonly AllocatorUp[] {
    const { chance } = this;
    const session = this.#session;
    const count = session.live ? Math.min(chance.between(0, 4), session.credits) : 0;
    return Array.from({ length: count }, () => {
      const [agentId, total] = chance.pick([...this.#agents]) ?? ['nobody' as AgentId, resourcesOf('cpus:1')];
      const framework = chance.pick([...this.#frameworks.values()]);
      const known = chance.pick(framework?.roles ?? [])?.role;
      session.credits -= 1;
      session.made += 1;
      return {
        item: 'proposal' as const,
        proposal: {
          proposalId: proposalIdOf(session.made),
          basedOn: 0,
          frameworkId: framework?.frameworkId ?? ('nobody' as FrameworkId),
          role: chance.happens(0.9) && known !== undefined ? known : 'nobody',
          agentId,
          resources: chance.happens(0.3) ? total : resourcesOf(chance.pick(AMOUNTS) ?? 'cpus:1'),
          traceparent: rootTraceparent(`foreign ${String(session.made)}`),
        },
      };
    });
  }
}
