import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEtcd } from '@parley/common/testing';
import { readOptions } from '../../deploy/local/command-line.cjs';
import { ManagedProcess, until } from '../../deploy/local/processes.cjs';
import { systemProblem } from '../../deploy/local/requirements.cjs';
import { removeLeftovers } from '../../deploy/local/session.cjs';
import { runNode } from './program';

const ETCD = findEtcd(process.env);
const whenEtcd = ETCD === undefined ? test.skip : test; // PARLEY_ETCD

const START = 'deploy/local/start.mjs';
const CLUSTER = 'deploy/local/cluster.mjs';
const JOB_MS = 90_000;

jest.setTimeout(2 * JOB_MS);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-launcher-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A folder with a few words in it. */
function fewWords(): string {
  const input = join(folder, 'input');
  mkdirSync(input);
  writeFileSync(join(input, 'a.txt'), 'pease porridge hot, pease porridge cold,\n'.repeat(500));
  writeFileSync(join(input, 'b.txt'), 'some like it hot, some like it cold\n'.repeat(500));
  return input;
}

/** Processes of this machine that mention a path in their command line or environment. */
function processesOf(path: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  return pids.filter((pid) =>
    [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`].some((file) => textOf(file).includes(path)),
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    // It ended while the list was read.
    return '';
  }
}

describe('what the launcher asks of the machine', () => {
  test.each([
    ['darwin', '22.1.0', /^Parley runs on Linux; this is darwin\./],
    ['linux', '18.20.4', /^Parley needs Node 20\.19 or newer; this is 18\.20\.4\. Install a newer one/],
    ['linux', '20.18.9', /^Parley needs Node 20\.19 or newer/],
  ])('given %s with Node %s, when it is checked, then one sentence says what is needed', (platform, node, sentence) => {
    expect(systemProblem({ platform, versions: { node } })).toMatch(sentence);
  });

  test.each(['20.19.0', '20.20.2', '22.0.0', '26.10.0'])(
    'given Linux with Node %s, when it is checked, then all is well',
    (node) => {
      expect(systemProblem({ platform: 'linux', versions: { node } })).toBeUndefined();
    },
  );

  test.each([START, CLUSTER])(
    'given another system than Linux, when %s is run, then it says so and does nothing',
    async (program) => {
      const elsewhere = 'data:text/javascript,Object.defineProperty(process, "platform", { value: "win32" })';

      const { code, output } = await runNode(['--import', elsewhere, program]);

      expect(code).toBe(1);
      expect(output).toMatch(/^Parley runs on Linux; this is win32\. .*\n$/);
    },
  );
});

describe('the command line of the launcher', () => {
  const options = { input: { value: 'DIR', doc: '' }, all: { doc: '' } };

  test('given values in both forms and a switch, when they are read, then each is there', () => {
    expect(readOptions(['--input', 'here', '--all'], options)).toEqual({
      values: { input: 'here', all: true },
      problems: [],
    });
    expect(readOptions(['--input=here=there'], options)).toEqual({ values: { input: 'here=there' }, problems: [] });
  });

  test('given several faults, when they are read, then all are told', () => {
    expect(readOptions(['--bogus', 'stray', '--all=1', '--input'], options).problems).toEqual([
      '--bogus: there is no such option',
      'stray: there is no such option',
      '--all takes no value',
      '--input: expected DIR',
    ]);
  });

  test.each([
    [
      START,
      ['--bogus', '--input=/no/such/folder'],
      ['--bogus: there is no such option', '--input=/no/such/folder: expected a folder'],
    ],
    [
      CLUSTER,
      ['--masters=0', '--demo=chess'],
      ['--masters=0: expected a number', '--demo=chess: the only one is failover'],
    ],
    [
      CLUSTER,
      ['--policy=fifo', '--priorities=prod', '--allocator=7070'],
      [
        '--policy=fifo: expected one of drf',
        '--priorities=prod: expected roles',
        '--allocator=7070: expected HOST:PORT',
      ],
    ],
    [CLUSTER, ['--allocator=127.0.0.1:7070', '--policy=drf'], ['has its own settings; leave out one of the two']],
    [CLUSTER, ['--priorities=prod=10'], ['add --policy strict-priority']],
    [CLUSTER, ['--masters=3'], ['more than one master needs --etcd']],
    [CLUSTER, ['--demo=failover'], ['add --masters 3 --etcd']],
  ])('given %s %j, when it is run, then it tells each fault and ends with 78', async (program, args, faults) => {
    const { code, output } = await runNode([program, ...args]);

    expect(code).toBe(78);
    for (const fault of faults) expect(output).toContain(fault);
  });

  test('given no etcd on PATH, when a cluster with etcd is asked for, then one sentence says how to get it', async () => {
    const env = { PATH: folder, PARLEY_ETCD: '' };

    const { code, output } = await runNode([CLUSTER, '--masters=3', '--etcd'], { env });

    expect(code).toBe(78);
    expect(output).toMatch(
      /^the command line is not valid:\n {2}--etcd: there is no etcd on PATH; install it .*apt-get/,
    );
  });

  test('given PARLEY_ETCD with a path to nothing, when a cluster with etcd is asked for, then that is told', async () => {
    const { code, output } = await runNode([CLUSTER, '--masters=3', '--etcd'], { env: { PARLEY_ETCD: '/nope' } });

    expect(code).toBe(78);
    expect(output).toContain('--etcd: there is no program /nope, which PARLEY_ETCD names');
  });
});

describe('what a failed launcher leaves', () => {
  test('given folders of launchers that are gone, when the next one begins, then only the latest is left, and what others use', () => {
    const gone = 2 ** 30; // more than Linux ever gives
    const names = [`start-${gone}`, `start-${gone + 1}`, `cluster-${gone + 2}`, `start-${process.pid}`, 'mine'];
    for (const [index, name] of names.entries()) {
      mkdirSync(join(folder, name));
      utimesSync(join(folder, name), index, index);
    }

    removeLeftovers(folder);

    expect(readdirSync(folder).sort()).toEqual([`cluster-${gone + 2}`, 'mine', `start-${process.pid}`]);
  });

  test('given a program that does not exist, when it is started, then one sentence says so', async () => {
    const none = new ManagedProcess({ name: 'none', command: '/no/such', args: [], logDir: folder, ready: /up/ });

    await expect(none.start()).rejects.toThrow('none was not started: there is no program /no/such');
  });
});

describe('npm start', () => {
  test('given a folder with words, when two are started side by side, then both count them, end with 0 and leave nothing', async () => {
    const input = fewWords();
    const states = ['one', 'two'].map((name) => join(folder, name));

    const ends = await Promise.all(
      states.map((state) =>
        runNode([START, '--exit-when-done', '--input', input, '--state-dir', state], { withinMs: JOB_MS }),
      ),
    );

    for (const { code, output } of ends) {
      expect(output).toContain('the ten most frequent words:');
      expect(code).toBe(0);
      expect(output).toContain('  1000 hot\n');
      expect(output).toMatch(/it took \d+ offers, \d+ map and \d+ reduce tasks/);
      expect(output).toMatch(/\d+ tasks on agent-\d \(agent-\S+\)\n/);
      expect(output).toContain('Three commands to try next');
      expect(output).not.toContain('the gateway, for frameworks and operators');
    }
    expect(processesOf(folder)).toEqual([]);
  });

  test('given a folder without words, when they are to be counted, then it says so, ends with 1 and leaves nothing', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);

    const { code, output } = await runNode(
      [START, '--exit-when-done', '--input', empty, '--state-dir', join(folder, 'state')],
      {
        withinMs: JOB_MS,
      },
    );

    expect(code).toBe(1);
    expect(output).toContain(`the word count failed: there are no text files below ${empty}`);
    expect(output).toContain('the sample job failed (exit code 1)');
    expect(output).not.toContain('starting one master');
    expect(processesOf(folder)).toEqual([]);
  });

  /** The launcher, with its cluster up for good. */
  async function launcherThatStaysUp(): Promise<ManagedProcess> {
    const launcher = new ManagedProcess({
      name: 'launcher',
      command: process.execPath,
      args: [START, '--input', fewWords(), '--state-dir', join(folder, 'state')],
      logDir: folder,
      ready: /stays up until Ctrl-C/,
      readyMs: JOB_MS,
    });
    await launcher.start();
    expect(processesOf(join(folder, 'state')).length).toBeGreaterThanOrEqual(7);
    return launcher;
  }

  test('given a cluster that stays up, when Ctrl-C is pressed, then it ends well and leaves nothing', async () => {
    const launcher = await launcherThatStaysUp();

    await launcher.stop('SIGINT', 20_000);

    expect(launcher.output).toContain('stopping the cluster');
    expect(processesOf(folder)).toEqual([]);
  });

  test('given a cluster that stays up, when the launcher is killed, then nothing outlives it', async () => {
    const launcher = await launcherThatStaysUp();

    await launcher.kill();

    await until(() => processesOf(folder).length === 0, 10_000);
    expect(processesOf(folder)).toEqual([]);
  });
});

describe('npm run cluster', () => {
  whenEtcd(
    'given three masters, when the leading one is killed in the middle of a word count, then the count is complete',
    async () => {
      const { code, output } = await runNode(
        [CLUSTER, '--masters=3', '--etcd', '--agents=3', '--demo=failover', `--state-dir=${join(folder, 'state')}`],
        { withinMs: JOB_MS },
      );

      expect(output).toContain('the ten most frequent words:');
      expect(code).toBe(0);
      const [, took] = /the leader master-\d was killed in the middle; master-\d led after (\d+) ms/.exec(output) ?? [];
      // A lease of 5 s and half a second more, and what a busy machine takes.
      expect(Number(took)).toBeLessThan(8_000);
      expect(processesOf(folder)).toEqual([]);
    },
  );
});
