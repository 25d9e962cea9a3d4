import { resources, scalarMilli } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

const MIB = 1024 * 1024;
const GIB_IN_MIB = 1024;

/** What the machine says of itself; undefined where it cannot be found out. */
export interface HostFacts {
  readonly cpus: number | undefined;
  readonly memoryBytes: number | undefined;
  /** Size of the file system that holds the work directory. */
  readonly diskBytes: number | undefined;
}

/** What an operator wrote in `--resources`: the quantities, and the names mentioned at all (`disk:0` says that there is none). */
export interface StatedResources {
  readonly resources: Resources;
  readonly names: readonly string[];
}

/** Nothing stated: everything is detected. */
export const NOTHING_STATED: StatedResources = { resources: resources({}), names: [] };

/**
 * All that the agent has to offer (mesos-semantics R5): what is stated, completed for those of cpus, mem, disk and ports that were
 * not mentioned. Of memory 1 GiB (of disk 5 GiB) stays with the machine, or half when there is little.
 */
export function totalResources(stated: StatedResources, facts: HostFacts): Resources {
  const detected = detectedScalars(facts);
  const mentioned = new Set(stated.names);
  const scalars: [string, number][] = Object.entries(detected).filter(([name]) => !mentioned.has(name));
  for (const name of stated.resources.scalars.keys()) scalars.push([name, scalarMilli(stated.resources, name)]);
  const ranges = new Map(stated.resources.ranges);
  if (!mentioned.has('ports')) ranges.set('ports', [{ begin: 31_000, end: 32_000 }]);
  return resources({ scalars, ranges, sets: stated.resources.sets });
}

function detectedScalars(facts: HostFacts): { readonly cpus: number; readonly mem: number; readonly disk: number } {
  return {
    cpus: (facts.cpus ?? 1) * 1000,
    mem: mebibytesLeft(facts.memoryBytes, { missing: GIB_IN_MIB, enough: 2 * GIB_IN_MIB, kept: GIB_IN_MIB }) * 1000,
    disk:
      mebibytesLeft(facts.diskBytes, { missing: 10 * GIB_IN_MIB, enough: 10 * GIB_IN_MIB, kept: 5 * GIB_IN_MIB }) *
      1000,
  };
}

interface Keep {
  readonly missing: number;
  readonly enough: number;
  readonly kept: number;
}

function mebibytesLeft(bytes: number | undefined, keep: Keep): number {
  if (bytes === undefined) return keep.missing;
  const whole = Math.floor(bytes / MIB);
  return whole >= keep.enough ? whole - keep.kept : Math.floor(whole / 2);
}
