import type { FrameworkId } from '@parley/common/kernel';
import type { TaskState } from '@parley/common/tasks';
import { composeScheduler, PACE } from '@parley/sdk';
import type { News, RunningScheduler, WantedTask } from '@parley/sdk';
import { resourcesOf } from '../raw-scheduler';
import type { Workload, WorkloadTask } from '../world';
import { gatewayAddress } from './simulated-gateway';
import type { SimulatedProcess } from './simulated-process';
import { SCHEDULER_STREAM } from './stream-kinds';
import type { Surroundings } from './surroundings';
import { tapped } from './tap';
import type { Tap } from './tap';

/** What a simulated program of the SDK runs on. */
export interface WorkloadOptions {
  readonly gateways: readonly string[];
  readonly roles?: readonly string[];
  readonly frameworkId?: FrameworkId | undefined;
  readonly failoverTimeoutMs?: number;
  readonly tap?: Tap;
}

/** A program written with the SDK: its scheduler, composed as in production, with tasks that it wants done. */
export class SimulatedWorkload implements Workload {
  readonly ends = new Map<string, TaskState>();
  readonly troubles: string[] = [];
  /** Everything it was told, in order. */
  readonly news: News[] = [];
  frameworkId: FrameworkId | undefined;
  /** Why it stopped, once it did. */
  stopped: Extract<News, { news: 'stopped' }> | undefined;
  readonly #running: RunningScheduler;

  constructor(
    readonly name: string,
    { around, process }: { readonly around: Surroundings; readonly process: SimulatedProcess },
    options: WorkloadOptions,
  ) {
    const chance = around.chance(`${process.name} sdk`);
    this.frameworkId = options.frameworkId;
    this.#running = composeScheduler(
      {
        gateways: options.gateways.map(gatewayAddress),
        framework: {
          name,
          roles: options.roles ?? ['*'],
          failoverTimeoutMs: options.failoverTimeoutMs,
          hostname: '',
          webuiUrl: '',
          labels: [],
          capabilities: [],
          offerSettings: [],
        },
        offers: 'automatic',
        acknowledging: 'after-handler',
        pace: PACE,
      },
      {
        clock: process.clock,
        random: chance.random,
        gateways: tapped(around.network.dialled(SCHEDULER_STREAM, process), options.tap),
        frameworkIds: { save: () => Promise.resolve(), clear: () => Promise.resolve() },
        author: (news) => {
          this.#hear(news);
        },
        troubled: (error) => this.troubles.push(String(error)),
      },
      { subscribeId: `${process.name}-subscribe`, frameworkId: options.frameworkId },
    );
    process.whenDead(() => {
      this.#running.close();
    });
  }

  /** Wants one more task done. */
  want(task: WorkloadTask): void {
    this.#running.post({ input: 'want-task', task: wantedTask(task) });
  }

  kill(taskName: string): void {
    this.#running.post({ input: 'kill-task', key: taskName, graceMs: undefined });
  }

  stop(teardown = true): void {
    this.#running.post({ input: 'stop', teardown });
  }

  #hear(news: News): void {
    this.news.push(news);
    if (news.news === 'subscribed') this.frameworkId = news.frameworkId;
    if (news.news === 'task-ended') this.ends.set(news.end.key, news.end.state);
    if (news.news !== 'stopped') return;
    this.stopped = news;
    if (news.reason !== 'asked') this.troubles.push(`${news.reason}: ${news.message}`);
  }
}

function wantedTask(task: WorkloadTask): WantedTask {
  return {
    key: task.name,
    name: task.name,
    role: undefined,
    resources: resourcesOf(task.resources),
    command: { shell: true, value: task.command, arguments: [], environment: [] },
    data: new Uint8Array(0),
    labels: [],
    killPolicy: undefined,
    relaunch: 'whenever-lost',
    attemptsMax: 20,
  };
}
