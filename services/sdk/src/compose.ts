import { Actor } from '@parley/common/actor';
import { NO_EPOCH, unreachable } from '@parley/common/kernel';
import type { SchedulerEffect, SchedulerInput } from './actor/catalogue';
import { SchedulerCore } from './actor/scheduler-core';
import type { Identity, SchedulerConfig } from './actor/scheduler-core';
import type { News } from './domain/news';
import type { SchedulerPorts } from './ports';

/** How an update gets acknowledged: by itself once the author's handler is done with it, or by the author. */
export type Acknowledging = 'after-handler' | 'explicit';

/** A scheduler that runs. */
export interface RunningScheduler {
  post(input: SchedulerInput): void;
  /** Ends it at once, with nothing said to anyone; for after the news `stopped`. */
  close(): void;
}

/** Wires a scheduler's core to the world and starts it. Tests and the simulation pass other ports to the same function. */
export function composeScheduler(
  config: SchedulerConfig & { readonly acknowledging: Acknowledging },
  ports: SchedulerPorts,
  identity: Identity,
): RunningScheduler {
  const { clock, random } = ports;
  const core = new SchedulerCore(config, identity, { now: clock.now(), wall: clock.wall(), chance: random() });
  const actor = new Actor<SchedulerInput, SchedulerEffect>(core, {
    clock,
    random,
    carryOut: (effect) => carryOut(effect),
    flush: () => streams.flush(),
    mayAct: () => true,
  });
  const streams = ports.gateways(
    { deliver: (event) => actor.post({ input: 'gateway-stream', event }), room: () => actor.room() },
    { epoch: () => NO_EPOCH, mayWrite: () => true },
  );

  const handled = (news: News, ok: boolean): void => {
    if (news.news !== 'update' || news.status.agentId === undefined || news.status.uuid === '') return;
    if (ok && config.acknowledging === 'explicit') return;
    const { agentId, taskId, uuid } = news.status;
    actor.post({ input: 'update-handled', acknowledgement: { agentId, taskId, uuid }, ok });
  };
  const tell = (news: News): void => {
    const failed = (error: unknown): void => {
      ports.troubled(error);
      handled(news, false);
    };
    try {
      const done = ports.author(news);
      if (isThenable(done)) Promise.resolve(done).then(() => handled(news, true), failed);
      else handled(news, true);
    } catch (error) {
      failed(error);
    }
  };
  const carryOut = (effect: SchedulerEffect): void => {
    switch (effect.effect) {
      case 'dial':
        streams.dial(effect.stream, effect.target, effect.link);
        return;
      case 'send':
        streams.send(effect.stream, effect.call);
        return;
      case 'end-stream':
        streams.end(effect.stream, effect.because);
        return;
      case 'keep-framework-id':
        return void ports.frameworkIds.save(effect.frameworkId).catch(ports.troubled);
      case 'forget-framework-id':
        return void ports.frameworkIds.clear().catch(ports.troubled);
      case 'tell':
        tell(effect.news);
        return;
      default:
        return unreachable(effect, 'scheduler effect');
    }
  };

  actor.post({ input: 'tick' });
  return { post: (input) => actor.post(input), close: () => actor.stop() };
}

/** Authors' handlers may return anything, arrow functions what they happen to assign; only promises, of whatever library, are waited for. */
function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
