import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEtcd, startEtcd } from '@parley/common/testing';
import { ManagedProcess, freePort } from '../../deploy/local/processes.cjs';
import { runService } from './program';

const ETCD = findEtcd(process.env);
const whenEtcd = ETCD === undefined ? test.skip : test; // PARLEY_ETCD

jest.setTimeout(60_000);

let folder: string;
let file: string;
const started: ManagedProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-bad-'));
  file = join(folder, 'file');
  writeFileSync(file, '');
});

afterEach(async () => {
  for (const process of started.splice(0)) await process.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** A service that stays up until the test is over. */
async function runningService(service: string, ready: RegExp, flags: readonly string[]): Promise<ManagedProcess> {
  const args = [`services/${service}/dist/main.js`, ...flags];
  const name = `${service}-${started.length}`;
  const process_ = new ManagedProcess({ name, command: process.execPath, args, logDir: folder, ready });
  started.push(process_);
  await process_.start();
  return process_;
}

describe('a command line with faults', () => {
  test.each([
    ['master', ['--bogus', '--ping=soon', '--lease-ttl=1'], ['--bogus', '--ping="soon"', '--lease-ttl="1"']],
    [
      'allocator',
      ['--bogus', '--policy=chess', '--safety-pass=1'],
      ['--bogus', '--policy="chess"', '--safety-pass="1"'],
    ],
    ['framework-gateway', ['--bogus', '--masters=x', '--heartbeat=1'], ['--bogus', '--masters="x"', '--heartbeat="1"']],
    ['agent', ['--bogus', '--resources=cpus:x', '--masters='], ['--bogus', '--resources="cpus:x"', '--masters=""']],
  ])(
    'given a %s with three faults, when it is started, then it names all of them and ends with 78',
    async (service, flags, faults) => {
      const { code, output } = await runService(service, ...flags);

      expect(code).toBe(78);
      for (const fault of faults) expect(output).toContain(`  ${fault}: `);
      expect(output).toContain('--help');
    },
  );

  test.each(['master', 'allocator', 'framework-gateway'])(
    'given a %s without --insecure, when it is to listen where others reach it, then it refuses and says why',
    async (service) => {
      const { code, output } = await runService(service, '--listen=0.0.0.0:0');

      expect(code).toBe(78);
      expect(output).toMatch(/--listen=0\.0\.0\.0:0: anyone who reaches .*add --insecure/);
    },
  );
});

describe('a port that is taken', () => {
  let taken: Server;
  let port: number;

  beforeEach(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    port = (taken.address() as AddressInfo).port;
  });

  afterEach(() => {
    taken.close();
  });

  test.each([
    ['master', ['--data-dir']],
    ['allocator', []],
    ['framework-gateway', []],
  ])('given a %s, when its port is taken, then it says so in one line and ends', async (service, folderFlags) => {
    const flags = folderFlags.map((flag) => `${flag}=${join(folder, 'data')}`);

    const { code, output } = await runService(service, `--listen=127.0.0.1:${port}`, ...flags);

    expect(code).toBe(1);
    expect(output).toContain(`cannot listen on 127.0.0.1:${port}`);
    expect(output).toContain('Free the port or choose another listen address.');
    // Of grpc-js's own words for it, there are none.
    expect(output).not.toContain('No address added');
  });
});

describe('a directory that cannot be used', () => {
  test.each([
    ['a file', () => `${file}/agent`],
    ['/proc', () => '/proc/parley/agent'],
  ])(
    'given a work directory below %s, when an agent is started, then it says so in one line and ends',
    async (_, at) => {
      const { code, output } = await runService('agent', `--work-dir=${at()}`);

      expect(code).toBe(78);
      expect(output.trim().split('\n')).toEqual([
        expect.stringMatching(/^cannot keep records in .*choose another directory\.$/),
      ]);
    },
  );

  test('given a data directory below a file, when a master is started, then it says so in one line and ends', async () => {
    const { code, output } = await runService('master', '--listen=127.0.0.1:0', `--data-dir=${file}/master`);

    expect(code).toBe(78);
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/^cannot keep records in .*choose another directory\.$/),
    ]);
  });

  test('given an agent that runs, when another one is started over its work directory, then the second one refuses', async () => {
    const flags = [`--masters=127.0.0.1:${await freePort()}`, `--work-dir=${folder}/agent`];
    const first = await runningService('agent', /"message":"agent is up"/, flags);

    const { code, output } = await runService('agent', ...flags);

    expect(code).toBe(78);
    expect(output).toMatch(
      new RegExp(`is in use by process ${first.pid ?? ''}\\. Stop that process, or choose another directory\\.`),
    );
  });
});

describe('a cluster that is not the one that was meant', () => {
  const master = (clusterId: string, port: number): string[] => [
    `--cluster-id=${clusterId}`,
    `--data-dir=${folder}/${clusterId}`,
    `--listen=127.0.0.1:${port}`,
  ];

  test('given the data of one cluster, when a master of another is started over it, then it refuses and says which', async () => {
    const first = await runningService('master', /"message":"listening"/, master('one', await freePort()));
    await first.stop();

    const { code, output } = await runService(
      'master',
      '--cluster-id=two',
      `--data-dir=${folder}/one`,
      '--listen=127.0.0.1:0',
    );

    expect(code).toBe(78);
    expect(output).toMatch(
      /belongs to cluster "one", not to "two"\. Point this master at the registry of its own cluster/,
    );
  });

  test('given an agent of one cluster, when it meets the master of another, then it says what to do and does not register', async () => {
    const port = await freePort();
    const workDir = `--work-dir=${folder}/agent`;
    const first = await runningService('master', /"message":"listening"/, master('one', port));
    const agent = await runningService('agent', /registered with the leader/, [`--masters=127.0.0.1:${port}`, workDir]);
    await agent.stop();
    await first.stop();
    await runningService('master', /"message":"listening"/, master('two', port));

    const again = await runningService('agent', /master of another cluster ignored; correct --masters/, [
      `--masters=127.0.0.1:${port}`,
      workDir,
    ]);

    expect(again.output).not.toContain('registered with the leader');
  });

  whenEtcd(
    'given the registry of one cluster in etcd, when a master of another uses it, then it refuses and says which',
    async () => {
      const etcd = await startEtcd({ binary: ETCD ?? '', nodes: 1, clusterDir: folder });
      try {
        const flags = ['--coordination=etcd', `--etcd=${etcd.endpoints.join(',')}`, '--listen=127.0.0.1:0'];
        await runningService('master', /"message":"listening"/, ['--cluster-id=one', ...flags]);

        const { code, output } = await runService('master', '--cluster-id=two', ...flags);

        expect(code).toBe(78);
        expect(output).toMatch(
          /belongs to cluster "one", not to "two"\. Point this master at the registry of its own cluster/,
        );
      } finally {
        await etcd.stop();
      }
    },
  );

  test('given no etcd where one is configured, when a master is started, then it says so in one line and ends', async () => {
    const address = `127.0.0.1:${await freePort()}`;

    const { code, output } = await runService(
      'master',
      '--listen=127.0.0.1:0',
      '--coordination=etcd',
      `--etcd=${address}`,
      '--etcd-start-timeout=1s',
    );

    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(
        new RegExp(`^etcd at ${address} does not serve within 1000 ms .*Start it, correct the endpoints`),
      ),
    ]);
  });
});
