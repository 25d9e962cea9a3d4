import type { OperatorQuery } from '@parley/common/contract';
import type { Chance } from '../worlds/simulated/chance';
import type { SimulatedCluster } from '../worlds/simulated/simulated-cluster';
import type { History } from './history';

/** Somebody who looks at the cluster through a gateway, and now and then kills a task or ends a framework. */
export class SimulatedOperator {
  #requests = 0;

  constructor(
    private readonly cluster: SimulatedCluster,
    private readonly history: History,
    private readonly chance: Chance,
  ) {}

  /** Asks one thing, through whatever gateway. */
  act(): void {
    const query = this.#query();
    const gateway = this.chance.pick([...this.cluster.gateways.values()]);
    if (query === undefined || gateway?.process === undefined) return;
    const request = (this.#requests += 1);
    this.history.count(`operator ${query.query}`);
    gateway.process.run('message', () => {
      gateway.gateway?.operatorOpened(request, query);
    });
    this.cluster.timeline.in(this.chance.between(100, 20_000), () => {
      gateway.process?.run('message', () => {
        gateway.gateway?.operatorClosed(request);
      });
    });
  }

  #query(): OperatorQuery | undefined {
    const story = this.chance.pick([...this.history.tasks.values()]);
    const draw = this.chance.next();
    if (draw < 0.3) return { query: 'get-state' };
    if (draw < 0.5) return { query: 'watch', resumeAfter: this.chance.between(0, 50) };
    if (story === undefined) return undefined;
    const { frameworkId, taskId } = story;
    if (draw < 0.65) return { query: 'list-files', frameworkId, taskId, path: '' };
    if (draw < 0.8) return { query: 'read-file', frameworkId, taskId, path: 'stdout', offset: 0, lengthMax: 1_024 };
    if (draw < 0.97) {
      story.killAsked = true;
      return { query: 'kill', frameworkId, taskId, graceMs: undefined };
    }
    this.history.framework(frameworkId).teardownAsked = true;
    return { query: 'teardown', frameworkId };
  }
}
