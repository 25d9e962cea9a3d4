import type {
  CallOutcome,
  FaultDomain,
  FrameworkCapability,
  InverseOffer,
  Offer,
  OfferSettings,
  OperatorAnswer,
  OperatorQuery,
  RoleDemand,
  StreamError,
} from '@parley/common/contract';
import type { CallId, FrameworkId, WallMs } from '@parley/common/kernel';
import type { TaskState, TaskStatus } from '@parley/common/tasks';

/** A node of the cluster under test. */
export interface AgentShape {
  readonly name: string;
  /** Text form, such as `cpus:4;mem:4096`; names that are missing are not there at all, rather than detected. */
  readonly resources: string;
  readonly domain?: FaultDomain;
}

/** What the cluster under test consists of, and the few settings that scenarios depend on. Everything else has its default of architecture §14. */
export interface ClusterShape {
  /** Names of the masters: one, or three for failover (with etcd behind them where there is a real one). */
  readonly masters: readonly string[];
  readonly gateways: readonly string[];
  readonly agents: readonly AgentShape[];
  /** How long the leader key outlives its leader, in milliseconds; by default 2,000. */
  readonly leaseTtlMs?: number;
  /** How long an offer may stay unanswered, in milliseconds. */
  readonly offerTimeoutMs?: number;
  /** Between two pings of one agent, in milliseconds. */
  readonly pingMs?: number;
  readonly pingsMissedMax?: number;
  /** How long the loss of a gateway is not yet a framework's disconnect, in milliseconds. */
  readonly disconnectGraceMs?: number;
  /** The first default refusal, in milliseconds. */
  readonly refuseMs?: number;
}

/** How a framework of a scenario introduces itself. */
export interface SchedulerShape {
  /** By default `*` alone. */
  readonly roles?: readonly string[];
  /** Goes on as a framework that registered before; by default a new one. */
  readonly frameworkId?: FrameworkId;
  /** By default the cluster's own default, a week. */
  readonly failoverTimeoutMs?: number;
  /** Whether every status that carries a uuid is acknowledged at once; true by default. */
  readonly acknowledges?: boolean;
  /** The gateway it uses; by default the first of the cluster. */
  readonly gateway?: string;
  readonly capabilities?: readonly FrameworkCapability[];
  readonly offerSettings?: readonly OfferSettings[];
  /** What it says in SUBSCRIBE that it waits for. */
  readonly demands?: readonly RoleDemand[];
}

/** A task as a scenario describes it; it runs where the offer comes from. */
export interface TaskShape {
  readonly taskId: string;
  /** Text form, such as `cpus:2;mem:1024`. */
  readonly resources: string;
  /** A line for `/bin/sh -c`. Simulated machines know `sleep SECONDS`, `exit CODE`, and both joined by `;`. */
  readonly command: string;
}

/** An event of a scheduler's stream, and when it came. */
export interface Heard<What> {
  readonly what: What;
  /** On the world's clock, {@link World.now}. */
  readonly atMs: number;
}

/**
 * A framework scheduler in the hands of a scenario: it does nothing by itself but acknowledge (see {@link SchedulerShape.acknowledges}), send heartbeats,
 * and keep what it heard. It does not reconnect; {@link reconnect} does.
 */
export interface TestScheduler {
  /** Undefined until the first `subscribed`. */
  readonly frameworkId: FrameworkId | undefined;
  /** Whether its stream is open and subscribed. */
  readonly connected: boolean;
  /** Offers that it may still use: heard, not rescinded, and not yet accepted or declined. In the order heard. */
  readonly offers: readonly Heard<Offer>[];
  /** Every offer ever heard. */
  readonly offersHeard: readonly Heard<Offer>[];
  /** Every status ever heard, repetitions included, in order. */
  readonly statuses: readonly Heard<TaskStatus>[];
  /** Requests to leave an agent that it may still answer. */
  readonly inverseOffers: readonly InverseOffer[];
  /** How often it heard that another master leads. */
  readonly leaderChanges: number;
  /** The error that ended the stream for good, if one did. */
  readonly ended: StreamError | undefined;
  /** The newest state heard of a task. */
  stateOf(taskId: string): TaskState | undefined;
  /** Answers offers with launches, in order, each on what the one before left; the rest is refused for `refuseMs` (undefined: the default). */
  accept(offers: readonly Offer[], tasks: readonly TaskShape[], refuseMs?: number): CallId;
  decline(offers: readonly Offer[], refuseMs?: number): CallId;
  kill(taskId: string, graceMs?: number): CallId;
  suppress(): CallId;
  revive(): CallId;
  /** States what it waits for. */
  request(demands: readonly RoleDemand[]): CallId;
  answerInverse(inverseOffers: readonly InverseOffer[], accepts: boolean): CallId;
  /** Without task ids: asks about every task. */
  reconcile(taskIds?: readonly string[]): CallId;
  teardown(): CallId;
  /** How a call ended; undefined until it did. */
  resultOf(callId: CallId): CallOutcome | undefined;
  /** Ends its stream in good order. */
  close(): void;
  /** Breaks its stream as a crash does: nothing is said. */
  vanish(): void;
  /** Opens a new stream as the same framework, with its id if it has one; `gateway` is another gateway of the cluster. */
  reconnect(gateway?: string): void;
}

/** Tasks that a program written with the SDK wants done, and how far they are. */
export interface Workload {
  /** States in which tasks ended, by task name. A task that is relaunched has not ended. */
  readonly ends: ReadonlyMap<string, TaskState>;
  /** What the program threw or was told when it could not go on; empty when all is well. */
  readonly troubles: readonly string[];
  /** Leaves the cluster, tearing the framework down. */
  stop(): void;
}

/** One task of a workload. */
export interface WorkloadTask {
  readonly name: string;
  readonly resources: string;
  /** As {@link TaskShape.command}. */
  readonly command: string;
}

/** What scenarios ask as operators. */
export type WorldOrder = Extract<
  OperatorQuery,
  {
    readonly query:
      | 'update-roles'
      | 'update-whitelist'
      | 'deactivate-agent'
      | 'reactivate-agent'
      | 'update-maintenance'
      | 'get-maintenance'
      | 'explain-offers'
      | 'get-shares';
  }
>;

/**
 * A running cluster that scenarios are told against: simulated in one process and one queue, or real processes on this machine. Names of masters, agents and
 * gateways are those of {@link ClusterShape}. A supervisor stands behind every process: what ends by itself is started again, what was killed stays dead until restarted.
 */
export interface World extends AsyncDisposable {
  readonly kind: 'simulated' | 'real';
  /** Milliseconds on the clock of the world; only differences mean something. */
  readonly now: number;
  /** What the masters' machines take for the time of day. */
  readonly wall: WallMs;

  /** Brings the cluster up; done when a master leads, every agent is registered, and every gateway follows the leader. Called once, first. */
  start(shape: ClusterShape): Promise<void>;
  /** The only wait there is: done when `condition` is true, failing with `what` once `deadlineMs` have passed. */
  eventually(what: string, condition: () => boolean, deadlineMs: number): Promise<void>;

  /** Name of the master that leads now, by its own lease; undefined while none does. */
  leader(): Promise<string | undefined>;
  /** `kill -9`. */
  killMaster(name: string): Promise<void>;
  /** Stops the process without ending it (SIGSTOP): its timers and streams stand still, nobody is told. */
  pauseMaster(name: string): Promise<void>;
  resumeMaster(name: string): Promise<void>;
  /** Starts a master that was killed. */
  restartMaster(name: string): Promise<void>;
  /** A planned end (SIGTERM): leadership is handed over, the process exits and is started again as a standby. */
  handOverMaster(name: string): Promise<void>;

  /** Adds a node; done when its agent is registered. */
  startAgent(agent: AgentShape): Promise<void>;
  /** `kill -9` of the agent's process; its tasks run on. */
  killAgent(name: string): Promise<void>;
  /** Starts the agent's process again, over the same disk. */
  restartAgent(name: string): Promise<void>;
  /** How many tasks really run on the node, whatever anybody believes. */
  tasksRunningOn(name: string): Promise<number>;

  killGateway(name: string): Promise<void>;
  restartGateway(name: string): Promise<void>;
  killAllocator(): Promise<void>;
  restartAllocator(): Promise<void>;

  /** Asks or orders something as an operator, through the first gateway; gives every answer up to the last. */
  order(query: WorldOrder): Promise<readonly OperatorAnswer[]>;

  /** Connects a framework scheduler; it subscribes at once. */
  scheduler(name: string, shape?: SchedulerShape): TestScheduler;
  /** Starts a program of the SDK that wants all these tasks done and relaunches what was lost. */
  workload(name: string, tasks: readonly WorkloadTask[]): Workload;
}
