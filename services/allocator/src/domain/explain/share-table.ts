import type { FrameworkShare, RoleShare } from '@parley/common/contract';
import type { Quantities, ResourceNames } from '@parley/common/quantities';

import type { Claim, RoleEntrant } from '../claim';
import type { Competition } from '../competition';

/** What the table of shares is made of; all of it may change while the table is being made. */
export interface ShareSource {
  readonly competition: Competition;
  readonly names: ResourceNames;
  /** For how long a role has starved, in milliseconds; 0 when it does not. */
  starvingMs(role: string): number;
}

/** A line of the table. */
export type ShareEntry =
  { readonly of: 'role'; readonly share: RoleShare } | { readonly of: 'framework'; readonly share: FrameworkShare };

/** The table of shares: each role, those above before those below, and after each role its frameworks. */
export function* shareTable(source: ShareSource): Generator<ShareEntry> {
  for (const entrant of source.competition.entrants()) {
    const claims = [...entrant.own.claims.values()].filter(({ subscribed }) => subscribed);
    yield { of: 'role', share: roleShare(source, entrant, claims.length) };
    for (const claim of claims) yield { of: 'framework', share: frameworkShare(source, claim) };
  }
}

function roleShare(source: ShareSource, entrant: RoleEntrant, frameworks: number): RoleShare {
  const { role, weight, share, held } = entrant;
  const dominant = dominantName(source, held);
  return { role, weight, share, dominant, frameworks, starvingMs: source.starvingMs(role) };
}

function frameworkShare(source: ShareSource, claim: Claim): FrameworkShare {
  const { frameworkId, role, share, held, wants } = claim;
  return { frameworkId, role, share, dominant: dominantName(source, held), competes: wants };
}

/** The resource of which the largest part of the cluster is held; empty when nothing is held of anything that counts. */
function dominantName({ competition, names }: ShareSource, held: Quantities): string {
  let largest = 0;
  let dominant = '';
  for (let number = 0; number < held.length; number += 1) {
    const all = competition.total[number] ?? 0;
    const part = all > 0 ? (held[number] ?? 0) / all : 0;
    if (part <= largest) continue;
    largest = part;
    dominant = names.nameOf(number);
  }
  return dominant;
}
