import type { TaskState } from '@parley/common/tasks';
import { Scheduler } from '@parley/sdk';
import type { Workload, WorkloadTask } from '../world';

/** A program written with the SDK, over real gateways. */
export class RealWorkload implements Workload {
  readonly ends = new Map<string, TaskState>();
  readonly troubles: string[] = [];
  readonly #scheduler: Scheduler;

  constructor(name: string, gateways: readonly string[], tasks: readonly WorkloadTask[]) {
    this.#scheduler = new Scheduler(
      { gateways, name },
      {
        troubled: (error) => this.troubles.push(String(error)),
        stopped: ({ reason, message }) => {
          if (reason !== 'asked') this.troubles.push(`${reason}: ${message}`);
        },
      },
    );
    for (const { name: task, resources, command } of tasks) {
      const handle = this.#scheduler.run({ name: task, id: task, resources, command, relaunch: 'whenever-lost' });
      void handle.ended.then((end) => this.ends.set(task, end.state));
    }
  }

  stop(): void {
    void this.left();
  }

  /** Stops it; done when it has left the cluster. */
  async left(): Promise<void> {
    await this.#scheduler.stop({ teardown: true });
  }
}
