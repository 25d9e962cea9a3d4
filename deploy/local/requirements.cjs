'use strict';

/** The oldest Node that the services run on, as package.json says. */
const NODE_MIN = [20, 19];

/**
 * Why a cluster cannot run on this system, in one sentence with the remedy; undefined when it can.
 * @param {{ platform: string, versions: { node: string } }} system
 */
function systemProblem({ platform, versions }) {
  if (platform !== 'linux')
    return `Parley runs on Linux; this is ${platform}. Run it in a Linux virtual machine or container, for example with Docker or WSL.`;
  const [major = 0, minor = 0] = versions.node.split('.').map(Number);
  if (major < NODE_MIN[0] || (major === NODE_MIN[0] && minor < NODE_MIN[1]))
    return `Parley needs Node ${NODE_MIN.join('.')} or newer; this is ${versions.node}. Install a newer one, for example with: npx -y node@22 deploy/local/start.mjs`;
  return undefined;
}

module.exports = { systemProblem };
