import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessEvent } from '../../ports';
import { RealMachine } from '../../testing/real-machine';
import { runtimeContract, sandboxKey, startOf, Watched } from '../../testing/runtime-contract';
import { PROC } from './proc';
import { SUPERVISOR } from './process-runtime';

jest.setTimeout(30_000);

describe('a runtime of real processes', () => {
  runtimeContract(async () => RealMachine.make());
});

describe('real processes', () => {
  let machine: RealMachine;
  beforeEach(async () => {
    machine = await RealMachine.make();
  });
  afterEach(async () => {
    await machine.close();
  });

  const sandboxOf = (number: number, file: string): string => {
    const key = sandboxKey(number);
    return join(machine.workDir, 'sandboxes', key.frameworkId, key.taskId, key.launchId, file);
  };

  test('given a command, when it runs, then its output, its data and its environment are those of its sandbox', async () => {
    const watched = new Watched(machine);
    const start = startOf(1, 'cat task-data; echo "$PARLEY_TASK_ID $OWN"; env >&2; pwd');

    await watched.started({
      ...start,
      data: Buffer.from('the input\n'),
      command: {
        ...start.command,
        environment: [
          { name: 'OWN', value: 'mine' },
          { name: 'PARLEY_TASK_ID', value: 'forged' },
        ],
      },
    });
    await watched.ended(1);

    const sandbox = sandboxOf(1, '');
    expect(readFileSync(sandboxOf(1, 'stdout'), 'utf8')).toBe(
      `the input\ntask-1 mine\n${sandbox.replace(/\/$/, '')}\n`,
    );
    const environment = readFileSync(sandboxOf(1, 'stderr'), 'utf8');
    expect(environment).toContain('PARLEY_FRAMEWORK_ID=F-1\n');
    expect(environment).toContain('PARLEY_AGENT_ID=agent-1\n');
    expect(environment).not.toContain('PARLEY_AGENT_LOG_LEVEL');
  });

  test('given a program with arguments, when it runs, then it gets them untouched', async () => {
    const watched = new Watched(machine);
    const command = {
      shell: false,
      value: 'printf',
      arguments: ['printf', '%s|', 'a b', '$HOME', ''],
      environment: [],
    };

    await watched.started(startOf(1, command));
    await watched.ended(1);

    expect(readFileSync(sandboxOf(1, 'stdout'), 'utf8')).toBe('a b|$HOME||');
  });

  test('given a program that does not exist, when it is started, then it ends with status 127', async () => {
    const watched = new Watched(machine);

    await watched.started(startOf(1, { shell: false, value: '/no/such/program', arguments: [], environment: [] }));

    expect((await watched.ended(1)).found).toEqual({ end: 'exited', status: 127 });
  });

  test('given a sandbox that cannot be made, when a launch is prepared, then its start has failed', async () => {
    const watched = new Watched(machine);
    const start = startOf(1, 'exit 0');
    const blocked = { ...start, sandbox: { ...start.sandbox, taskId: 'x'.repeat(300) as typeof start.sandbox.taskId } };

    watched.runtime.prepare(blocked);
    await machine.until(() => watched.events.length > 0);

    expect(watched.events.map((event) => event.event)).toEqual(['start-failed']);
  });

  test('given a command whose child left its session, when it is killed, then the whole tree is gone', async () => {
    const watched = new Watched(machine);
    const { launchId } = sandboxKey(1);
    await watched.started(startOf(1, 'setsid sleep 1000 & (setsid sh -c "sleep 1000 & sleep 1000" &) ; sleep 1000'));
    await machine.until(() => machine.processesOf(launchId).length >= 6);

    watched.runtime.signal(launchId, 'kill');
    await watched.ended(1);
    await machine.until(() => machine.processesOf(launchId).length === 0);

    expect(machine.processesOf(launchId)).toEqual([]);
  });

  test('given a command that leaves a child behind, when it ends by itself, then the child is killed in good time', async () => {
    const watched = new Watched(machine);
    const { launchId } = sandboxKey(1);
    await watched.started(startOf(1, 'setsid sleep 1000 & exit 0'));

    const ended = await watched.ended(1);
    await machine.until(() => machine.processesOf(launchId).length === 0);

    expect(ended.found).toEqual({ end: 'exited', status: 0 });
  });

  test('given two launches, when one is killed, then the other runs on', async () => {
    const watched = new Watched(machine);
    await watched.started(startOf(1, 'sleep 1000'));
    await watched.started(startOf(2, 'sleep 1000'));

    watched.runtime.signal(sandboxKey(1).launchId, 'kill');
    await watched.ended(1);

    expect(machine.processesOf(sandboxKey(2).launchId).length).toBeGreaterThan(0);
    expect(watched.eventsOf(2).map((event) => event.event)).toEqual(['prepared', 'started']);
  });

  test('given a supervisor that is killed by somebody else, when it is gone, then the launch vanished and its command with it', async () => {
    const watched = new Watched(machine);
    const { launchId } = sandboxKey(1);
    const { pid } = await watched.started(startOf(1, 'sleep 1000'));
    await machine.until(() => machine.processesOf(launchId).length >= 3);

    process.kill(pid, 'SIGKILL');
    const ended = await watched.ended(1);
    await machine.until(() => machine.processesOf(launchId).length === 0);

    expect(ended.found).toEqual({ end: 'vanished', started: true, sameBoot: true });
  });

  test('given a work directory whose name is not ASCII, when a command leaves a child behind, then that is killed too', async () => {
    const abroad = await RealMachine.make('parley-läufe-日-');
    try {
      const watched = new Watched(abroad);
      const { launchId } = sandboxKey(1);
      await watched.started(startOf(1, 'setsid sleep 1000 & exec sleep 1000'));
      await abroad.until(() => abroad.processesOf(launchId).length >= 3);
      const all = abroad.processesOf(launchId);

      watched.runtime.signal(launchId, 'kill');
      await watched.ended(1);
      await abroad.until(() => all.every((pid) => PROC.readProcess(pid)?.zombie !== false));
    } finally {
      await abroad.close();
    }
  });

  test('given a supervisor that cannot leave the exit status, when its command ends, then the status is known all the same', async () => {
    const watched = new Watched(machine);
    const status = join(machine.workDir, 'runs', `${sandboxKey(1).launchId}.status`);

    await watched.started(startOf(1, `ln -sf /dev/null '${status}'; exit 3`));

    expect((await watched.ended(1)).found).toEqual({ end: 'exited', status: 3 });
    expect(readFileSync(status, 'utf8')).toBe('');
  });

  test('given a supervisor whose agent has died, when its command ends, then the exit status is left synced under its last name', async () => {
    const run = join(machine.workDir, 'runs', 'orphan');
    const [go, line] = [join(machine.workDir, 'go'), 'until [ -e ../go ]; do sleep 0.02; done; exit 4'];
    machine.open(() => undefined);
    writeFileSync(`${run}.word`, 'go\n');
    // The shell in between is the agent: it is gone once the command has begun, and the supervisor gets another parent.
    const agent = '/bin/sh "$0" "$1" shell "$2" <"$1.word" & until [ -e "$1.status" ]; do sleep 0.02; done';
    execFileSync('/bin/sh', ['-c', agent, SUPERVISOR, run, line], {
      cwd: join(machine.workDir, 'runs'),
      stdio: 'ignore',
    });

    writeFileSync(go, '');
    await machine.until(() => existsSync(`${run}.exit`));

    expect(readFileSync(`${run}.exit`, 'utf8')).toBe('4 end\n');
    expect(existsSync(`${run}.status`)).toBe(false);
  });

  test('given a machine that cannot tell of processes, when a command is adopted, then it counts as alive until it is seen to be gone', async () => {
    const first = new Watched(machine);
    const process = await first.started(startOf(1, 'sleep 0.3; exit 5'));
    const faults: string[] = [];
    const events: ProcessEvent[] = [];
    let failures = 2;
    const readProcess: typeof PROC.readProcess = (pid) => {
      if ((failures -= 1) >= 0) throw new Error('EMFILE: too many open files');
      return PROC.readProcess(pid);
    };
    const onFault = (message: string): void => void faults.push(message);
    const second = machine.open((event) => events.push(event), { table: { ...PROC, readProcess }, onFault });

    second.adopt(sandboxKey(1), process);
    await machine.until(() => events.some((event) => event.event === 'ended'));

    expect(events).toMatchObject([{ event: 'started' }, { event: 'ended', found: { end: 'exited', status: 5 } }]);
    expect(faults).toHaveLength(2);
  });

  test('given a launch that ended, when it is forgotten and cleaned up, then nothing of it is left on the disk', async () => {
    const watched = new Watched(machine);
    await watched.started(startOf(1, 'echo some output'));
    await watched.ended(1);

    watched.runtime.forget(sandboxKey(1).launchId);
    watched.runtime.cleanUp(sandboxKey(1));
    const left = (): boolean =>
      existsSync(join(machine.workDir, 'sandboxes', 'F-1')) ||
      existsSync(join(machine.workDir, 'runs', '1-1-1.status'));
    await machine.until(() => !left());

    expect(left()).toBe(false);
  });
});
