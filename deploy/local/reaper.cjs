'use strict';

// Ends what a launcher left running when it was itself killed. A shell waits for the end of the launcher's pipe, so that waiting costs nothing;
// only then this program is run: node reaper.cjs STATE_DIR

const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { killTasks, killWhere } = require('./processes.cjs');

/** Marks every process of a cluster; its value is the cluster's state folder. */
const MARK = 'PARLEY_LOCAL_CLUSTER';

/**
 * Sees to it that nothing of a cluster outlives this process, however it ends. Returns what calls that off.
 * @param {string} stateDir
 * @returns {() => void}
 */
function reapAfterwards(stateDir) {
  const script = 'cat > /dev/null; exec "$0" "$1" "$2"';
  const args = ['-c', script, process.execPath, join(__dirname, 'reaper.cjs'), stateDir];
  const shell = spawn('/bin/sh', args, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  shell.on('error', () => undefined);
  shell.unref();
  shell.stdin.unref();
  return () => shell.kill('SIGKILL');
}

if (require.main === module) {
  const [, , stateDir] = process.argv;
  // Agents first: without them nobody starts another task.
  killWhere((environment) => environment.includes(`\0${MARK}=${stateDir}\0`));
  killTasks(stateDir);
}

module.exports = { MARK, reapAfterwards };
