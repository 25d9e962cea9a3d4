import type { AgentId, FrameworkId, LaunchId, TaskId } from '@parley/common/kernel';
import type { CommandInfo } from '@parley/common/tasks';
import type { ProcessIdentity, SandboxKey } from '../domain/launches';
import type { ProcessEvent, ProcessStart, Runtime } from '../ports';

/** A machine for one test, on which runtimes can be opened one after the other, as agents are. */
export interface RuntimeBench {
  /** Opens a runtime; one that was open before is dropped, as with an agent that died. */
  open(deliver: (event: ProcessEvent) => void): Runtime;
  /** Lets time pass until the condition holds; rejects when it does not for far too long. */
  until(condition: () => boolean): Promise<void>;
  /** Stops whatever the test left running. */
  close(): Promise<void>;
}

/** A launch's number within a test, as the key of its sandbox. */
export function sandboxKey(number: number): SandboxKey {
  return {
    frameworkId: 'F-1' as FrameworkId,
    taskId: `task-${String(number)}` as TaskId,
    launchId: `1-1-${String(number)}` as LaunchId,
  };
}

/** A shell line. */
export function shell(value: string): CommandInfo {
  return { shell: true, value, arguments: [], environment: [] };
}

/** A start of a shell line, or of any other command. */
export function startOf(number: number, command: string | CommandInfo): ProcessStart {
  return {
    sandbox: sandboxKey(number),
    agentId: 'agent-1' as AgentId,
    command: typeof command === 'string' ? shell(command) : command,
    data: new Uint8Array(0),
  };
}

/** One runtime of a bench, with all that it told. */
export class Watched {
  readonly events: ProcessEvent[] = [];
  readonly runtime: Runtime;
  readonly #bench: RuntimeBench;

  constructor(bench: RuntimeBench) {
    this.#bench = bench;
    this.runtime = bench.open((event) => this.events.push(event));
  }

  eventsOf(number: number): readonly ProcessEvent[] {
    const { launchId } = sandboxKey(number);
    return this.events.filter((event) => event.launchId === launchId);
  }

  async prepared(start: ProcessStart): Promise<ProcessIdentity> {
    const { launchId } = start.sandbox;
    this.runtime.prepare(start);
    const found = (): ProcessEvent | undefined =>
      this.events.find((event) => event.launchId === launchId && event.event === 'prepared');
    await this.#bench.until(() => found() !== undefined);
    const event = found();
    if (event?.event !== 'prepared') throw new Error(`launch ${launchId} was not prepared`);
    return event.process;
  }

  /** Prepares and releases; resolves once the command runs. */
  async started(start: ProcessStart): Promise<ProcessIdentity> {
    const process = await this.prepared(start);
    this.runtime.release(start.sandbox.launchId);
    await this.#bench.until(() =>
      this.events.some((each) => each.launchId === start.sandbox.launchId && each.event === 'started'),
    );
    return process;
  }

  async ended(number: number): Promise<Extract<ProcessEvent, { event: 'ended' }>> {
    const found = (): ProcessEvent | undefined => this.eventsOf(number).find((event) => event.event === 'ended');
    await this.#bench.until(() => found() !== undefined);
    const event = found();
    if (event?.event !== 'ended') throw new Error(`launch ${String(number)} has not ended`);
    return event;
  }
}

/** What every runtime promises; run against the real and the simulated one. */
export function runtimeContract(makeBench: () => Promise<RuntimeBench>): void {
  let bench: RuntimeBench;
  beforeEach(async () => {
    bench = await makeBench();
  });
  afterEach(async () => {
    await bench.close();
  });

  test.each([
    ['exit 0', 0],
    ['exit 3', 3],
    ['sleep 0.05; exit 7', 7],
    ['false', 1],
  ])('given the command %p, when it ran, then it ends with status %d', async (line, status) => {
    const watched = new Watched(bench);

    await watched.started(startOf(1, line));
    const ended = await watched.ended(1);

    expect(ended.found).toEqual({ end: 'exited', status });
    expect(watched.eventsOf(1).map((event) => event.event)).toEqual(['prepared', 'started', 'ended']);
  });

  test('given a command that writes status-data, when it ends, then the data come with its end', async () => {
    const watched = new Watched(bench);

    await watched.started(startOf(1, `printf 'the result' > "$PARLEY_SANDBOX/status-data"`));
    const ended = await watched.ended(1);

    expect(Buffer.from(ended.data).toString()).toBe('the result');
  });

  test('given a running command, when it is terminated, then it ends by signal 15', async () => {
    const watched = new Watched(bench);
    await watched.started(startOf(1, 'exec sleep 1000'));

    watched.runtime.signal(sandboxKey(1).launchId, 'terminate');

    expect((await watched.ended(1)).found).toEqual({ end: 'exited', status: 143 });
  });

  test('given a command that ignores the polite signal, when it is killed, then it ends by signal 9', async () => {
    const watched = new Watched(bench);
    await watched.started(startOf(1, "trap '' TERM; sleep 1000"));

    watched.runtime.signal(sandboxKey(1).launchId, 'terminate');
    watched.runtime.signal(sandboxKey(1).launchId, 'kill');

    expect((await watched.ended(1)).found).toEqual({ end: 'exited', status: 137 });
  });

  test('given a supervisor without go-ahead, when it is killed, then its command never runs and nothing is said', async () => {
    const watched = new Watched(bench);
    await watched.prepared(startOf(1, 'exit 0'));

    watched.runtime.signal(sandboxKey(1).launchId, 'kill');
    watched.runtime.release(sandboxKey(1).launchId);
    await watched.started(startOf(2, 'exit 0'));
    await watched.ended(2);

    expect(watched.eventsOf(1).map((event) => event.event)).toEqual(['prepared']);
  });

  test('given a running command, when another agent adopts it, then that one hears of its running and its end', async () => {
    const first = new Watched(bench);
    const process = await first.started(startOf(1, 'sleep 0.3; exit 5'));

    const second = new Watched(bench);
    second.runtime.adopt(sandboxKey(1), process);
    const ended = await second.ended(1);

    expect(ended.found).toEqual({ end: 'exited', status: 5 });
    expect(second.eventsOf(1).map((event) => event.event)).toEqual(['started', 'ended']);
  });

  test('given a command that ended while no agent was there, when it is adopted, then its status is still known', async () => {
    const first = new Watched(bench);
    const process = await first.started(startOf(1, `printf 'kept' > "$PARLEY_SANDBOX/status-data"; exit 4`));
    await first.ended(1);

    const second = new Watched(bench);
    second.runtime.adopt(sandboxKey(1), process);
    const ended = await second.ended(1);

    expect(ended.found).toEqual({ end: 'exited', status: 4 });
    expect(Buffer.from(ended.data).toString()).toBe('kept');
  });

  test('given an adopted command, when it is killed, then it ends', async () => {
    const first = new Watched(bench);
    const process = await first.started(startOf(1, 'exec sleep 1000'));
    const second = new Watched(bench);
    second.runtime.adopt(sandboxKey(1), process);

    second.runtime.signal(sandboxKey(1).launchId, 'kill');

    expect((await second.ended(1)).found).toEqual({ end: 'exited', status: 137 });
  });

  test('given a launch of which nothing is left, when it is adopted, then it vanished before it began', async () => {
    const watched = new Watched(bench);
    const identity = { pid: 2 ** 22 + 1, startTime: 1, bootId: 'another-boot' };

    watched.runtime.adopt(sandboxKey(1), identity);

    expect((await watched.ended(1)).found).toEqual({ end: 'vanished', started: false, sameBoot: false });
  });
}
