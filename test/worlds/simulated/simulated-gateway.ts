import type { OperatorAnswer, OperatorQuery } from '@parley/common/contract';
import type { GatewayId } from '@parley/common/kernel';
import { composeGateway } from '@parley/framework-gateway';
import type { Gateway } from '@parley/framework-gateway';
import type { SimulatedHost, SimulatedProcess } from './simulated-process';
import { GATEWAY_LINK, SCHEDULER_STREAM } from './stream-kinds';
import type { Surroundings } from './surroundings';

/** Where frameworks reach a gateway. */
export function gatewayAddress(name: string): string {
  return `${name}:5060`;
}

/** A gateway's machine, and the gateway that runs on it. */
export class SimulatedGateway {
  readonly host: SimulatedHost;
  /** Requests of operators that were answered to their end; bounded by the requests of a run. */
  readonly operatorEnds = new Set<number>();
  /** Answers to what was asked with {@link order}, by request. */
  readonly #orders = new Map<number, OperatorAnswer[]>();
  #run: { readonly process: SimulatedProcess; readonly gateway: Gateway } | undefined;
  #runs = 0;

  constructor(
    readonly name: string,
    private readonly around: Surroundings,
    private readonly masters: readonly string[],
  ) {
    this.host = around.host(name);
  }

  get gateway(): Gateway | undefined {
    return this.#run?.gateway;
  }

  get process(): SimulatedProcess | undefined {
    return this.#run?.process;
  }

  start(): void {
    if (this.#run !== undefined) return;
    const { around, name } = this;
    const { process, chance } = around.process(this.host, 'gateway');
    this.#runs += 1;
    const gateway = composeGateway(
      {
        masters: this.masters,
        clusterId: '',
        welcomeMs: 5_000,
        operatorRequestsMax: 100,
        sessions: { sessionsMax: 1_000, callsMax: 1_000, offersMax: 10_000, subscribeMs: 30_000, heartbeatMs: 15_000 },
      },
      {
        clock: process.clock,
        random: chance.random,
        gatewayId: `${name}-${this.#runs}` as GatewayId,
        clients: around.network.served(SCHEDULER_STREAM, process, gatewayAddress(name)),
        masters: around.network.dialled(GATEWAY_LINK, process),
        lookup: {
          ask: (target, done) => {
            around.network.ask(process, target, done);
          },
        },
        operators: {
          answer: (request, answer) => {
            this.#orders.get(request)?.push(answer);
          },
          end: (request, because) => {
            if (because.kind === 'ended') this.operatorEnds.add(request);
          },
        },
        observe: (event) => {
          around.tell({ of: 'gateway', name, event });
        },
      },
    );
    this.#run = { process, gateway };
  }

  /** Asks something as an operator. The answers are complete once {@link operatorEnds} has the request. */
  order(request: number, query: OperatorQuery): readonly OperatorAnswer[] {
    const answers: OperatorAnswer[] = [];
    this.#orders.set(request, answers);
    this.#run?.process.run('message', () => {
      this.#run?.gateway.operatorOpened(request, query);
    });
    return answers;
  }

  kill(): void {
    this.#run?.process.kill();
    this.#run?.gateway.stop();
    this.#run = undefined;
  }
}
