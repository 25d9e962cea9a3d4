import type { Chance } from '../../worlds/simulated/chance';

const CPUS = ['0.1', '0.5', '1', '1.5', '2'];
const MEM = ['32', '128', '256', '600'];

/** Resources that some task of a simulation asks for. */
export function someResources(chance: Chance): string {
  return `cpus:${chance.pick(CPUS) ?? '1'};mem:${chance.pick(MEM) ?? '64'}`;
}

/** A command that some task of a simulation runs: mostly short, sometimes failing, sometimes deaf to the polite signal. */
export function someCommand(chance: Chance): string {
  const seconds = chance.happens(0.2) ? chance.between(10, 40) : chance.between(1, 50) / 10;
  const draw = chance.next();
  if (draw < 0.15) return `sleep ${seconds}; exit ${chance.between(1, 100)}`;
  if (draw < 0.25) return `trap '' TERM; sleep ${seconds}`;
  if (draw < 0.35) return `sleep ${seconds}; printf done > status-data`;
  return `sleep ${seconds}`;
}
