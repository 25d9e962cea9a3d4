'use strict';

// A cluster of separate processes on this machine, over built services. Node built-ins only.

const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { ManagedProcess, ROOT, freePort, killTasks } = require('./processes.cjs');
const { MARK, reapAfterwards } = require('./reaper.cjs');

/** The program of a service, as `npm run build` leaves it. */
const mainOf = (service) => join(ROOT, 'services', service, 'dist', 'main.js');

const LISTENING = /"message":"listening"/;
const HOST = '127.0.0.1';
const ATTEMPTS_MAX = 3;

/**
 * The processes of one cluster. Everything it writes lies in its state folder, and every port is one that was free. Nothing of it outlives the
 * process that made it, however that ends.
 */
class LocalCluster {
  #callOffReaper;

  /** @param {import('./local-cluster.cjs').LocalClusterOptions} options */
  constructor({ stateDir, flags = {}, onFailed }) {
    this.stateDir = stateDir;
    this.flags = flags;
    this.onFailed = onFailed;
    this.logDir = join(stateDir, 'logs');
    /** By name, so that nobody is started twice. */
    this.etcds = new Map();
    this.masters = new Map();
    this.allocators = new Map();
    this.gateways = new Map();
    this.agents = new Map();
    /** Addresses by process name. */
    this.addresses = new Map();
    mkdirSync(this.logDir, { recursive: true });
    this.#callOffReaper = reapAfterwards(stateDir);
  }

  /** What is added to the environment of everything that belongs to the cluster. */
  get mark() {
    return { [MARK]: this.stateDir };
  }

  /** Addresses of the masters, as peers are told of them. */
  get masterAddresses() {
    return [...this.masters.keys()].map((name) => this.addresses.get(name));
  }

  /** Addresses of the gateways: where frameworks and operators go. */
  get gatewayAddresses() {
    return [...this.gateways.keys()].map((name) => this.addresses.get(name));
  }

  /** One etcd of its own, for tests and demonstrations: its data goes with the state folder. */
  async startEtcd(program) {
    const [client, peer] = [await freePort(), await freePort()];
    const [clientUrl, peerUrl] = [`http://${HOST}:${client}`, `http://${HOST}:${peer}`];
    const args = [
      ['--name', 'etcd'],
      ['--data-dir', join(this.stateDir, 'etcd')],
      ['--listen-client-urls', clientUrl],
      ['--advertise-client-urls', clientUrl],
      ['--listen-peer-urls', peerUrl],
      ['--initial-advertise-peer-urls', peerUrl],
      ['--initial-cluster', `etcd=${peerUrl}`],
    ].flat();
    const etcd = this.#process('etcd', { command: program, args, ready: /ready to serve client requests/ });
    this.etcds.set('etcd', etcd);
    this.addresses.set('etcd', `${HOST}:${client}`);
    await etcd.start();
  }

  async startAllocator(preferredPort) {
    const make = (listen) => this.#service('allocator', 'allocator', { listen });
    await this.#listening(this.allocators, { name: 'allocator', preferredPort, make });
  }

  /** Has masters that are started afterwards use an allocator that somebody else runs, in place of one of the cluster's own. */
  useAllocator(address) {
    this.addresses.set('allocator', address);
  }

  /** Starts masters, all at once: with an etcd started before they elect a leader, else there must be one alone. */
  async startMasters(names, preferredPort) {
    const port = names.length === 1 ? preferredPort : undefined;
    const start = (name) => {
      const make = (listen) => this.#service('master', name, { ...this.#coordination(name), listen });
      return this.#listening(this.masters, { name, preferredPort: port, make });
    };
    await Promise.all(names.map(start));
  }

  async startGateway(name, preferredPort) {
    const masters = this.masterAddresses.join(',');
    const make = (listen) => this.#service('framework-gateway', name, { listen, masters });
    await this.#listening(this.gateways, { name, preferredPort, make });
  }

  /** Starts an agent; done when it is registered. */
  async startAgent({ name, resources }) {
    const settings = {
      masters: this.masterAddresses.join(','),
      'work-dir': this.agentDir(name),
      hostname: name,
      resources,
    };
    // Nothing but the agent itself knows how to end its tasks: it is asked to, and then ends too.
    const agent = this.#service('agent', name, settings, {
      ready: /"message":"registered with the leader"/,
      stopSignal: 'SIGUSR1',
    });
    this.agents.set(name, agent);
    await agent.start();
  }

  /** Where an agent keeps what it remembers, and its sandboxes. */
  agentDir(name) {
    return join(this.stateDir, name);
  }

  /** Ends everything: agents with their tasks first, then the services, then what is left of the tasks. */
  async stop() {
    await stopAll(this.agents);
    await Promise.all([this.gateways, this.masters, this.allocators].map(stopAll));
    await stopAll(this.etcds);
    killTasks(this.stateDir);
    this.#callOffReaper();
  }

  /** For the very end of this process, when there is no time to wait. */
  stopNow() {
    for (const group of [this.agents, this.gateways, this.masters, this.allocators, this.etcds]) {
      for (const process of group.values()) process.killNow();
    }
    killTasks(this.stateDir);
    this.#callOffReaper();
  }

  #coordination(name) {
    const etcd = this.addresses.get('etcd');
    const where =
      etcd === undefined
        ? { coordination: 'standalone', 'data-dir': join(this.stateDir, name) }
        : { coordination: 'etcd', etcd };
    return { ...where, allocator: this.addresses.get('allocator') };
  }

  /** Starts what `make` gives for an address. A port that was free may be taken before the process gets there: then another one is tried. */
  async #listening(group, { name, preferredPort, make }) {
    for (let attempt = 1; ; attempt += 1) {
      const address = `${HOST}:${await freePort(attempt === 1 ? preferredPort : undefined)}`;
      const process = make(address);
      this.addresses.set(name, address);
      group.set(name, process);
      try {
        return await process.start();
      } catch (error) {
        if (attempt === ATTEMPTS_MAX || !process.output.includes('cannot listen on')) throw error;
      }
    }
  }

  #service(service, name, settings, more = {}) {
    const all = Object.entries({ ...settings, ...this.flags[service] });
    const args = [mainOf(service), ...all.map(([flag, value]) => `--${flag}=${value}`)];
    return this.#process(name, { command: process.execPath, args, ready: LISTENING, ...more });
  }

  #process(name, spec) {
    return new ManagedProcess({ name, logDir: this.logDir, onFailed: this.onFailed, env: this.mark, ...spec });
  }
}

const stopAll = (group) => Promise.all([...group.values()].map((process) => process.stop()));

module.exports = { LocalCluster };
