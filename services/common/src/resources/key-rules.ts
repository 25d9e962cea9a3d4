import { idProblem } from '../kernel';
import { DEFAULT_ROLE, isBelow, validateRoleName } from '../roles/role-name';
import { keyOf, kindOf } from './kinds';
import type { ResourceKind } from './kinds';
import { nameProblem } from './rules';

/** At most this many reservations on top of each other. */
export const RESERVATIONS_MAX = 8;

const FORMS = 'cpus, cpus(eng), cpus(eng,eng/backend), cpus<revocable> or disk(eng)<shared:data-1>';

/** What a key is checked for: itself, and what kind of value it stands for. */
interface Entry {
  readonly name: string;
  readonly kind: 'scalar' | 'ranges' | 'set';
}

/** Why a resource cannot have this key and kind of value, or undefined when it can (mesos-semantics R1–R3, R8, R10, R14, R16). */
export function keyProblem(entry: Entry): string | undefined {
  const kind = kindOf(entry.name);
  if (keyOf(kind) !== entry.name) return `"${shortened(entry.name)}" is written in no known way; write it as ${FORMS}`;
  const problem = nameProblem({ name: kind.name, kind: entry.kind });
  return problem ?? reservationsProblem(kind) ?? sharedProblem(entry, kind);
}

function reservationsProblem({ name, reservations }: ResourceKind): string | undefined {
  if (reservations.length > RESERVATIONS_MAX) {
    return `${name} has ${String(reservations.length)} reservations, at most ${String(RESERVATIONS_MAX)} are allowed`;
  }
  for (const [index, role] of reservations.entries()) {
    if (role === DEFAULT_ROLE) return `${name} cannot be reserved for "*", which is everybody; write ${name} alone`;
    const problem = validateRoleName(role);
    if (problem !== undefined) return `${name} is reserved for the role "${shortened(role)}", which ${problem}`;
    const before = reservations[index - 1];
    if (before !== undefined && !isBelow(role, before)) {
      return `${name} is reserved for ${before} and then for ${role}, which is not below it; refine it for a role such as ${before}/…`;
    }
  }
  return undefined;
}

function sharedProblem(entry: Entry, { name, revocable, shared }: ResourceKind): string | undefined {
  if (shared === '') return undefined;
  if (entry.kind !== 'scalar') return `${name} cannot be shared; only a quantity can, such as disk(eng)<shared:data-1>`;
  if (revocable) return `${name} cannot be both shared and revocable; leave one of them out`;
  const problem = idProblem(shared);
  return problem === undefined ? undefined : `${name} is shared under an id which ${problem}`;
}

/** Keeps messages readable when the faulty text is long. */
function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 97)}...`;
}
