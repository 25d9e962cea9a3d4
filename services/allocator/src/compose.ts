import { Actor } from '@parley/common/actor';
import type { Core } from '@parley/common/actor';
import { unreachable } from '@parley/common/kernel';

import { AllocatorCore } from './actor/allocator-core';
import type { AllocatorSettings } from './actor/allocator-core';
import type { AllocatorEffect, AllocatorInput } from './actor/inputs';
import { policyOf } from './domain/policies/policies';
import type { PolicyChoice } from './domain/policies/policies';
import type { AllocatorPorts } from './ports';

export type { AllocatorCore } from './actor/allocator-core';
export type { AllocatorEvent } from './domain/events';
export type { AllocatorPorts } from './ports';

/** What the allocator decides by. */
export type AllocatorOptions = PolicyChoice & Omit<AllocatorSettings, 'policy'>;

/** A wired allocator, serving the streams of its `sessions` port from the moment it exists. */
export interface Allocator {
  /** What it knows; to be looked at, by tests and simulations, never changed in production. */
  readonly core: AllocatorCore;
  /** Whether a master's snapshot is complete, so that proposals are made. */
  isReady(): boolean;
  /** Resolves when another message may be delivered. */
  room(): Promise<void>;
  /** Ends every session in good order and resolves when that was said; nothing is proposed afterwards. */
  shutDown(): Promise<void>;
  /** Ends it on the spot, as a crash would. */
  stop(): void;
}

/** Wires an allocator from its ports: the same in production, in tests and in simulation. */
export function composeAllocator(options: AllocatorOptions, ports: AllocatorPorts): Allocator {
  const core = new AllocatorCore({ ...options, policy: policyOf(options) });
  let tellStopped: (() => void) | undefined;
  let stopping: Promise<void> | undefined;

  const carryOut = (effect: AllocatorEffect): void => {
    switch (effect.effect) {
      case 'send':
        streams.send(effect.stream, effect.item);
        break;
      case 'end-stream':
        streams.end(effect.stream, effect.because);
        break;
      case 'observe':
        ports.observe(effect.event);
        break;
      case 'stopped':
        streams.flush();
        actor.stop();
        tellStopped?.();
        break;
      default:
        unreachable(effect, 'allocator effect');
    }
  };

  const actor = new Actor<AllocatorInput, AllocatorEffect>(timed(core, ports), {
    clock: ports.clock,
    random: ports.random,
    carryOut,
    flush: () => streams.flush(),
    mayAct: () => true,
  });

  const streams = ports.sessions(
    {
      deliver: (event) => actor.post({ input: 'session-stream', event }),
      room: () => actor.room(),
    },
    { epoch: () => core.epoch, mayWrite: () => true },
  );

  return {
    core,
    isReady: () => core.session?.isLive === true,
    room: () => actor.room(),
    stop: () => actor.stop(),
    shutDown: () =>
      (stopping ??= new Promise((resolve) => {
        tellStopped = resolve;
        actor.post({ input: 'shut-down' });
      })),
  };
}

/** The core, with every slice measured in which it did something. */
function timed(core: AllocatorCore, { clock, observe }: AllocatorPorts): Core<AllocatorInput, AllocatorEffect> {
  return {
    get wakeAt() {
      return core.wakeAt;
    },
    step: (input, at) => core.step(input, at),
    settle: (at) => {
      const begunAt = clock.now();
      const effects = core.settle(at);
      if (effects.length > 0) observe({ event: 'slice-ended', tookMs: clock.now() - begunAt });
      return effects;
    },
  };
}
