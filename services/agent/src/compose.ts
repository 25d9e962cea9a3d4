import { Actor } from '@parley/common/actor';
import type { LinkEvent } from '@parley/common/actor';
import type { AgentDown } from '@parley/common/contract';
import type { AgentId } from '@parley/common/kernel';
import { unreachable } from '@parley/common/kernel';
import type { AgentEffect } from './actor/agent-effect';
import { AgentCore } from './actor/agent-core';
import type { AgentInput } from './actor/agent-input';
import type { AgentCoreConfig } from './actor/desk';
import type { OpenBook } from './domain/agent-book';
import type { AgentPorts } from './ports';

export { openBook, recordsOf } from './domain/agent-book';
export type { AgentBook, OpenBook } from './domain/agent-book';
export type { AgentRecord } from './domain/agent-records';
export type { AgentEvent, LaunchRef } from './domain/agent-events';
export type { AgentCoreConfig } from './actor/desk';
export { agentRecordCodec } from './edge/checkpoint/record-codec';
export { AGENT_DEFAULTS } from './config';
export type {
  AgentPorts,
  Halt,
  ProcessEvent,
  ProcessSignal,
  ProcessStart,
  Runtime,
  RuntimeFactory,
  SandboxFiles,
} from './ports';

/** A running agent. Its tasks are not part of it: they outlive it. */
export interface Agent {
  /** What the agent is called in the cluster, for ever. */
  readonly agentId: AgentId;
  /** Ends all tasks; the halt port is called when the last one is gone. */
  stopTasks(): void;
  /** Ends the agent at once, as a crash would: nothing is said to anybody, tasks run on. */
  stop(): void;
}

/** Wires an agent. `recovered` is the book of the journal that is among the ports: its records, and a snapshot of it for compaction. */
export function composeAgent(config: AgentCoreConfig, ports: AgentPorts, recovered: OpenBook): Agent {
  const freshAgentId = ports.newAgentId();
  const core = new AgentCore(config, { open: recovered, freshAgentId, bootId: ports.bootId });
  const agentId = recovered.book.identity?.agentId ?? freshAgentId;
  const actor = new Actor<AgentInput, AgentEffect>(core, {
    clock: ports.clock,
    random: ports.random,
    carryOut: (effect) => {
      carryOut(effect, wires);
    },
    flush: () => {
      master.flush();
    },
    mayAct: () => true,
  });
  const post = (input: AgentInput): void => {
    actor.post(input);
  };
  const master = ports.master(
    {
      deliver: (event: LinkEvent<AgentDown>) => {
        post({ input: 'master-stream', event });
      },
      room: () => actor.room(),
    },
    { epoch: () => core.epoch, mayWrite: () => true },
  );
  const runtime = ports.runtime((event) => {
    post({ input: 'process', event });
  });
  const wires: Wires = { ports, master, runtime, post };
  post({ input: 'begin' });
  return {
    agentId,
    stopTasks: () => {
      post({ input: 'stop-tasks' });
    },
    stop: () => {
      actor.stop();
    },
  };
}

interface Wires {
  readonly ports: AgentPorts;
  readonly master: ReturnType<AgentPorts['master']>;
  readonly runtime: ReturnType<AgentPorts['runtime']>;
  readonly post: (input: AgentInput) => void;
}

/** Does what an effect asks of the world; what comes of it returns through `post`. */
function carryOut(effect: AgentEffect, { ports, master, runtime, post }: Wires): void {
  switch (effect.effect) {
    case 'ask': {
      const { target } = effect;
      ports.ask(target, (answer) => post({ input: 'leader-answered', target, answer }));
      return;
    }
    case 'dial-master': {
      master.dial(effect.stream, effect.address, effect.link);
      return;
    }
    case 'send-master': {
      master.send(effect.stream, effect.item);
      return;
    }
    case 'end-master-stream': {
      master.end(effect.stream, effect.because);
      return;
    }
    case 'store': {
      const { writeId, records } = effect;
      ports.journal.append(records, (failure) => post({ input: 'stored', writeId, failure: failure?.message }));
      return;
    }
    case 'prepare-process': {
      runtime.prepare(effect.start);
      return;
    }
    case 'release-process': {
      runtime.release(effect.launchId);
      return;
    }
    case 'signal-process': {
      runtime.signal(effect.launchId, effect.signal);
      return;
    }
    case 'adopt-process': {
      runtime.adopt(effect.sandbox, effect.process);
      return;
    }
    case 'forget-process': {
      runtime.forget(effect.launchId);
      return;
    }
    case 'clean-up': {
      runtime.cleanUp(effect.sandbox);
      return;
    }
    case 'query-files': {
      const { stream, requestId, sandbox, query } = effect;
      ports.files.query(sandbox, query, (answer) => post({ input: 'files-answered', stream, requestId, answer }));
      return;
    }
    case 'measure-resources': {
      ports.measure((total) => post({ input: 'resources-measured', total }));
      return;
    }
    case 'observe': {
      ports.observe(effect.event);
      return;
    }
    case 'halt': {
      ports.halt(effect.halt);
      return;
    }
    default:
      return unreachable(effect, 'agent effect');
  }
}
