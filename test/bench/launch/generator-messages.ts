/** What a generator process is told at its start, as JSON in its first argument. */
export interface GeneratorSettings {
  readonly agents: number;
  readonly slots: number;
  readonly frameworks: number;
  readonly agentsPerConnection: number;
  /** `host:port` of the master, which the agents dial. */
  readonly master: string;
  /** `host:port` of the gateway, which the frameworks dial. */
  readonly gateway: string;
}

/** One run that a generator is asked for. */
export interface RunOrder {
  readonly tasks: number;
  /** Tasks per second to accept offers for; undefined: as many as there are offers. */
  readonly tasksPerSecond: number | undefined;
}

/** Items and messages that crossed one kind of link in one direction, over all streams of that kind. */
export interface LinkTraffic {
  readonly items: number;
  readonly messages: number;
}

/** The directions of traffic that a generator sees, by who sends to whom. */
export interface Traffic {
  readonly masterToAgent: LinkTraffic;
  readonly agentToMaster: LinkTraffic;
  readonly gatewayToFramework: LinkTraffic;
  readonly frameworkToGateway: LinkTraffic;
}

/** How a run went. A task is completed when it was launched, RUNNING and FINISHED were reported and both were acknowledged at its agent. */
export interface RunResult {
  readonly tasks: number;
  /** Orders to launch that agents received. */
  readonly launched: number;
  /** RUNNING and FINISHED that frameworks heard of. */
  readonly runningHeard: number;
  readonly finishedHeard: number;
  readonly completed: number;
  /** Calls that were answered other than ok. */
  readonly problems: readonly string[];
  /** How often an agent was sent more tasks than fit on it. */
  readonly overcommitted: number;
  readonly durationMs: number;
  /** When each tenth of the tasks had completed, from the first accept. */
  readonly tenthsMs: readonly number[];
  readonly acceptToRunningMs: { readonly p50: number; readonly p99: number };
  readonly traffic: Traffic;
}

/** What a generator tells its parent. */
export type GeneratorReport =
  | { readonly report: 'ready'; readonly registerMs: number }
  | { readonly report: 'ran'; readonly result: RunResult }
  | { readonly report: 'failed'; readonly message: string };
