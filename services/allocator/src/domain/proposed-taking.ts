import type { Quantities } from '@parley/common/quantities';

import type { AgentEntry, Taking } from './agent-entry';
import type { Amounts } from './amounts';
import type { Claim } from './claim';

/** What one open proposal takes of an agent. */
export class ProposedTaking implements Taking {
  readonly agent: AgentEntry;
  readonly claim: Claim;
  readonly amounts: Amounts;
  /** The one that was proposed of the same agent before it and is open still; owned by the ledger. */
  before: ProposedTaking | undefined;

  constructor({ agent, claim, amounts }: Pick<ProposedTaking, 'agent' | 'claim' | 'amounts'>) {
    this.agent = agent;
    this.claim = claim;
    this.amounts = amounts;
  }

  get offered(): Quantities {
    return this.amounts.weighed;
  }
}
