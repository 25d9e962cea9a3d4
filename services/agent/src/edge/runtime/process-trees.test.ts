import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SystemClock } from '@parley/common/actor';
import type { LaunchId } from '@parley/common/kernel';
import { PROC } from './proc';
import { LAUNCH_MARKER, ProcessTrees } from './process-trees';

test('given a machine out of descriptors, when a tree is to be killed, then the fault is reported and the tree is killed later', async () => {
  const sandbox = `/sandboxes/of-process-${String(process.pid)}`;
  const child = spawn('sleep', ['1000'], { detached: true, stdio: 'ignore', env: { [LAUNCH_MARKER]: sandbox } });
  const ended = once(child, 'exit');
  const faults: unknown[] = [];
  const lack = new Error("EMFILE: too many open files, scandir '/proc'");
  let failures = 1;
  const listPids = (): readonly number[] => {
    if ((failures -= 1) >= 0) throw lack;
    return PROC.listPids();
  };
  const trees = new ProcessTrees({
    clock: new SystemClock(),
    onFault: (_message, error) => faults.push(error),
    table: { ...PROC, listPids },
  });

  trees.ended({ launchId: '1-1-1' as LaunchId, sandbox }, true);

  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(faults).toEqual([lack]);
  trees.close();
});
