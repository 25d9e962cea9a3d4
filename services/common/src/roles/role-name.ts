/** The role of frameworks that name none. It has no parent, no children, and cannot be part of another name. */
export const DEFAULT_ROLE = '*';

const ROLE_BYTES_MAX = 255;

/**
 * Why a text cannot name a role, in words that follow "role …", or undefined when it can (mesos-semantics R6, R7). Levels are
 * parted by "/": `eng/backend` lies below `eng`.
 */
export function validateRoleName(name: string): string | undefined {
  if (name === DEFAULT_ROLE) return undefined;
  if (name.length === 0) return 'must not be empty; leave the role out for the default role "*"';
  if (Buffer.byteLength(name) > ROLE_BYTES_MAX) return `must be at most ${String(ROLE_BYTES_MAX)} bytes`;
  if (/[\s\p{Cc}\\]/u.test(name)) return 'must not contain white space, control characters or "\\"';
  if (name.startsWith('/') || name.endsWith('/')) return 'must not begin or end with "/"';
  if (name.includes('//')) return 'must not contain "//"';
  return levelsOf(name)
    .map(levelProblem)
    .find((problem) => problem !== undefined);
}

/** The levels of a sound role name, the topmost first. */
export function levelsOf(role: string): readonly string[] {
  return role.split('/');
}

/** The role one level up, or undefined for a top-level role. */
export function parentOf(role: string): string | undefined {
  const end = role.lastIndexOf('/');
  return end === -1 ? undefined : role.slice(0, end);
}

/** All roles above this one, the nearest first; empty for a top-level role. */
export function ancestorsOf(role: string): readonly string[] {
  const ancestors: string[] = [];
  for (let above = parentOf(role); above !== undefined; above = parentOf(above)) ancestors.push(above);
  return ancestors;
}

/** Whether `role` lies below `above`, at any depth. No role lies below itself. */
export function isBelow(role: string, above: string): boolean {
  return role.length > above.length + 1 && role.startsWith(above) && role.charAt(above.length) === '/';
}

function levelProblem(level: string): string | undefined {
  if (level === '.' || level === '..') return `must not have "${level}" as a level`;
  if (level === DEFAULT_ROLE) return 'must not have "*" as a level; "*" stands alone';
  return level.startsWith('-') ? 'must not have a level that begins with "-"' : undefined;
}
