import { codecOf, loadPublic } from '@parley/protos';
import type {
  GetStateResponse,
  GetStateResponse__Output,
} from '@parley/protos/public/parley/operator/v1/GetStateResponse';
import type { StateEntry__Output } from '@parley/protos/public/parley/operator/v1/StateEntry';
import type { FrontDoor } from './front-door';

const SERVICE = '/parley.operator.v1.OperatorService';
const STATE = codecOf<GetStateResponse, GetStateResponse__Output>(loadPublic(), 'parley.operator.v1.GetStateResponse');
const TEARDOWN = codecOf<{ frameworkId: string }, object>(loadPublic(), 'parley.operator.v1.TeardownRequest');

/** What there is in a cluster that frameworks have made. */
export interface ClusterState {
  /** Ids of the frameworks that are not ended for good. */
  readonly frameworks: readonly string[];
  /** Frameworks whose scheduler is connected. */
  readonly connected: number;
  /** Tasks of these frameworks that have not ended. */
  readonly openTasks: number;
  readonly offers: number;
}

const TERMINAL = /_(FINISHED|FAILED|KILLED|ERROR|LOST|DROPPED|GONE|GONE_BY_OPERATOR)$/;

/** Reads the state of a cluster through a gateway. */
export async function readState(door: FrontDoor): Promise<ClusterState> {
  const entries: StateEntry__Output[] = [];
  for await (const bytes of door.serverStream(`${SERVICE}/GetState`, Buffer.alloc(0)))
    entries.push(...(STATE.decode(bytes as Buffer).chunk?.entries ?? []));
  const frameworks = entries.flatMap(({ framework }) => framework ?? []);
  const living = frameworks.filter(({ state }) => state !== 'FRAMEWORK_STATE_COMPLETED');
  const ids = new Set(living.map(({ frameworkId }) => frameworkId));
  const tasks = entries.flatMap(({ task }) => task ?? []).filter(({ frameworkId }) => ids.has(frameworkId));
  return {
    frameworks: [...ids],
    connected: living.filter(({ state }) => state === 'FRAMEWORK_STATE_CONNECTED').length,
    openTasks: tasks.filter(({ state }) => !TERMINAL.test(state)).length,
    offers: entries.filter(({ offer }) => offer !== null && offer !== undefined).length,
  };
}

/** Ends a framework for good, as an operator. */
export async function tearDown(door: FrontDoor, frameworkId: string): Promise<void> {
  await door.unary(`${SERVICE}/Teardown`, TEARDOWN.encode({ frameworkId }));
}
