// `npm start`: a cluster of separate processes on this machine, and a word count that runs on it. See --help.
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import commandLine from './command-line.cjs';
import preparation from './preparation.cjs';
import processes from './processes.cjs';
import requirements from './requirements.cjs';
import session from './session.cjs';
import wordCount from './word-count.cjs';

const ABOUT = `npm start -- [options]
Starts a Parley cluster on this machine (one master, one allocator, one framework-gateway, three agents, each its own process), counts the words of
a folder's text files on it, and stays up until Ctrl-C. Its logs and sandboxes lie below .parley/ while it runs.`;

const OPTIONS = {
  input: {
    value: 'DIR',
    doc: 'the folder whose text files are counted; by default this repository',
    check: folderProblem,
  },
  all: { doc: 'counts up to 8 MiB of them instead of 400 KiB' },
  'exit-when-done': { doc: 'stops when the words are counted, with exit code 0 if that went well' },
  'state-dir': {
    value: 'DIR',
    doc: 'where state and logs go and stay; by default a folder that is removed at the end',
  },
};

/** Small shares, so that three agents on one machine do not promise what it has three times. Their ports do not overlap. */
const AGENTS = [1, 2, 3].map((number) => ({
  name: `agent-${number}`,
  resources: `cpus:1;mem:512;disk:1024;ports:[${31_000 + number * 100}-${31_099 + number * 100}]`,
}));

function folderProblem(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    ? undefined
    : 'expected a folder that exists';
}

async function startCluster(cluster) {
  await cluster.startAllocator(5070);
  await cluster.startMasters(['master'], 5050);
  await cluster.startGateway('gateway', 5060);
  await Promise.all(AGENTS.map((agent) => cluster.startAgent(agent)));
}

function tellAddresses(cluster) {
  const [gateway] = cluster.gatewayAddresses;
  console.log(`
the gateway, for frameworks and operators:  ${gateway}
the master:                                 ${cluster.masterAddresses.join(', ')}
the allocator:                              ${cluster.addresses.get('allocator')}`);
}

const FAILOVER = 'npm run cluster -- --masters 3 --etcd --agents 3 --demo failover';

/** While the cluster is up, what can be done with it; else, what can be started. */
function tellNextSteps(cluster, staysUp) {
  const [gateway] = cluster.gatewayAddresses;
  const state = `http://${gateway}/parley.operator.v1.OperatorService/GetState`;
  const commands = staysUp
    ? [
        `node services/sdk/dist/examples/hello.js ${gateway}`,
        `npx buf curl --http2-prior-knowledge --protocol grpc -d '{}' ${state}`,
        FAILOVER,
      ]
    : ['npm start', 'npm start -- --input docs', FAILOVER];
  if (staysUp) console.log(`logs and sandboxes:                         ${relative(process.cwd(), cluster.stateDir)}`);
  console.log(`\nThree commands to try next${staysUp ? ', in another terminal' : ''}:\n  ${commands.join('\n  ')}`);
}

const problem = requirements.systemProblem(process);
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}
const options = commandLine.optionsOrExit(ABOUT, OPTIONS);
const work = async ({ cluster, untilStopped, signal }) => {
  await preparation.prepare((line) => console.log(line));
  const input = resolve(options.input ?? processes.ROOT);
  await wordCount.checkInput(input, signal);
  console.log('starting one master, one allocator, one framework-gateway and three agents');
  await startCluster(cluster);
  await wordCount.countWords({ cluster, input, all: options.all, signal });
  const staysUp = options['exit-when-done'] === undefined;
  if (staysUp) tellAddresses(cluster);
  tellNextSteps(cluster, staysUp);
  if (!staysUp) return 0;
  console.log('\nThe cluster stays up until Ctrl-C.');
  await untilStopped;
  return 0;
};
process.exitCode = await session.runSession({ purpose: 'start', stateDir: options['state-dir'], work });
