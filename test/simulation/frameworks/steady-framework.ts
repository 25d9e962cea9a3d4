import type { FrameworkId } from '@parley/common/kernel';
import { SimulatedWorkload } from '../../worlds/simulated/simulated-workload';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import type { Chance } from '../../worlds/simulated/chance';
import type { SimulatedProcess } from '../../worlds/simulated/simulated-process';
import type { History } from '../history';
import type { FrameworkStation } from './framework-station';
import { someCommand, someResources } from './task-lottery';

/** Longest pause between two wishes, in milliseconds. */
const PAUSE_MOST_MS = 6_000;

/** A program of the SDK that keeps wanting tasks, kills some, and is started again as the same framework when it crashes. */
export class SteadyFramework implements FrameworkStation {
  #workload: SimulatedWorkload | undefined;
  #process: SimulatedProcess | undefined;
  #frameworkId: FrameworkId | undefined;
  #calm = false;
  #tasks = 0;
  /** Wanted of the process that runs now. */
  #wanted: string[] = [];

  constructor(
    readonly name: string,
    private readonly cluster: SimulatedCluster,
    private readonly options: { readonly history: History; readonly chance: Chance },
  ) {}

  get frameworkId(): FrameworkId | undefined {
    return this.#workload?.frameworkId ?? this.#frameworkId;
  }

  get process(): SimulatedProcess | undefined {
    return this.#process;
  }

  get atRest(): boolean {
    return this.#workload !== undefined && this.#wanted.every((name) => this.#workload?.ends.has(name) === true);
  }

  start(): void {
    if (this.#workload !== undefined) return;
    const { around, gateways } = this.cluster;
    const { process } = around.process(around.host(this.name), 'steady');
    this.#process = process;
    this.#wanted = [];
    this.#workload = new SimulatedWorkload(
      this.name,
      { around, process },
      {
        gateways: [...gateways.keys()],
        frameworkId: this.#frameworkId,
        tap: this.options.history.tap(this.#frameworkId),
      },
    );
    this.#goOn(process);
  }

  kill(): void {
    this.#frameworkId = this.frameworkId;
    this.#process?.kill();
    this.#process = undefined;
    this.#workload = undefined;
  }

  calm(): void {
    this.#calm = true;
  }

  #goOn(process: SimulatedProcess): void {
    this.cluster.timeline.in(this.options.chance.between(100, PAUSE_MOST_MS), () => {
      if (!process.alive) return;
      if (!process.paused) this.#act();
      this.#goOn(process);
    });
  }

  #act(): void {
    const workload = this.#workload;
    if (workload === undefined) return;
    if (workload.stopped?.reason === 'framework-removed') {
      this.#startAnew();
      return;
    }
    if (this.#calm) return;
    for (let more = this.options.chance.between(1, 3); more > 0; more -= 1) {
      const name = `${this.name}-${(this.#tasks += 1)}`;
      this.#wanted.push(name);
      workload.want({ name, resources: someResources(this.options.chance), command: someCommand(this.options.chance) });
    }
    if (this.options.chance.happens(0.15)) workload.kill(this.options.chance.pick(this.#wanted) ?? '');
  }

  /** Its framework is no more: it registers as another one. */
  #startAnew(): void {
    this.kill();
    this.#frameworkId = undefined;
    this.start();
  }
}
