// Original file: parley/allocator/v1/allocator_session.proto

import type { SessionBegin as _parley_allocator_v1_SessionBegin, SessionBegin__Output as _parley_allocator_v1_SessionBegin__Output } from '../../../parley/allocator/v1/SessionBegin';
import type { Role as _parley_allocator_v1_Role, Role__Output as _parley_allocator_v1_Role__Output } from '../../../parley/allocator/v1/Role';
import type { Agent as _parley_allocator_v1_Agent, Agent__Output as _parley_allocator_v1_Agent__Output } from '../../../parley/allocator/v1/Agent';
import type { AgentRemoved as _parley_allocator_v1_AgentRemoved, AgentRemoved__Output as _parley_allocator_v1_AgentRemoved__Output } from '../../../parley/allocator/v1/AgentRemoved';
import type { Framework as _parley_allocator_v1_Framework, Framework__Output as _parley_allocator_v1_Framework__Output } from '../../../parley/allocator/v1/Framework';
import type { FrameworkRemoved as _parley_allocator_v1_FrameworkRemoved, FrameworkRemoved__Output as _parley_allocator_v1_FrameworkRemoved__Output } from '../../../parley/allocator/v1/FrameworkRemoved';
import type { Allocation as _parley_allocator_v1_Allocation, Allocation__Output as _parley_allocator_v1_Allocation__Output } from '../../../parley/allocator/v1/Allocation';
import type { Filter as _parley_allocator_v1_Filter, Filter__Output as _parley_allocator_v1_Filter__Output } from '../../../parley/allocator/v1/Filter';
import type { FiltersCleared as _parley_allocator_v1_FiltersCleared, FiltersCleared__Output as _parley_allocator_v1_FiltersCleared__Output } from '../../../parley/allocator/v1/FiltersCleared';
import type { SnapshotEnd as _parley_allocator_v1_SnapshotEnd, SnapshotEnd__Output as _parley_allocator_v1_SnapshotEnd__Output } from '../../../parley/allocator/v1/SnapshotEnd';
import type { Offered as _parley_allocator_v1_Offered, Offered__Output as _parley_allocator_v1_Offered__Output } from '../../../parley/allocator/v1/Offered';
import type { Refused as _parley_allocator_v1_Refused, Refused__Output as _parley_allocator_v1_Refused__Output } from '../../../parley/allocator/v1/Refused';
import type { Credits as _parley_allocator_v1_Credits, Credits__Output as _parley_allocator_v1_Credits__Output } from '../../../parley/allocator/v1/Credits';
import type { Ping as _parley_allocator_v1_Ping, Ping__Output as _parley_allocator_v1_Ping__Output } from '../../../parley/allocator/v1/Ping';
import type { Explain as _parley_allocator_v1_Explain, Explain__Output as _parley_allocator_v1_Explain__Output } from '../../../parley/allocator/v1/Explain';
import type { GetShares as _parley_allocator_v1_GetShares, GetShares__Output as _parley_allocator_v1_GetShares__Output } from '../../../parley/allocator/v1/GetShares';
import type { Audit as _parley_allocator_v1_Audit, Audit__Output as _parley_allocator_v1_Audit__Output } from '../../../parley/allocator/v1/Audit';

/**
 * One thing the master tells the allocator. Entities are the whole present truth about something, never a difference: being told
 * twice changes nothing.
 */
export interface SessionRequestItem {
  /**
   * The first item of every session.
   */
  'begin'?: (_parley_allocator_v1_SessionBegin | null);
  /**
   * A role.
   */
  'role'?: (_parley_allocator_v1_Role | null);
  /**
   * An agent, new or changed.
   */
  'agent'?: (_parley_allocator_v1_Agent | null);
  /**
   * An agent that is no longer there; what was held of it is forgotten with it.
   */
  'agentRemoved'?: (_parley_allocator_v1_AgentRemoved | null);
  /**
   * A framework, new or changed.
   */
  'framework'?: (_parley_allocator_v1_Framework | null);
  /**
   * A framework that is no longer there; what it held is forgotten with it.
   */
  'frameworkRemoved'?: (_parley_allocator_v1_FrameworkRemoved | null);
  /**
   * What a framework holds on an agent.
   */
  'allocation'?: (_parley_allocator_v1_Allocation | null);
  /**
   * A refusal that holds for a while.
   */
  'filter'?: (_parley_allocator_v1_Filter | null);
  /**
   * Refusals that no longer hold.
   */
  'filtersCleared'?: (_parley_allocator_v1_FiltersCleared | null);
  /**
   * The snapshot is complete: proposals are welcome from here on.
   */
  'end'?: (_parley_allocator_v1_SnapshotEnd | null);
  /**
   * A proposal became an offer.
   */
  'offered'?: (_parley_allocator_v1_Offered | null);
  /**
   * A proposal was refused.
   */
  'refused'?: (_parley_allocator_v1_Refused | null);
  /**
   * More proposals may be sent.
   */
  'credits'?: (_parley_allocator_v1_Credits | null);
  /**
   * Asks for a sign of life.
   */
  'ping'?: (_parley_allocator_v1_Ping | null);
  /**
   * Asks why there are no offers. Only for allocators that said they can explain.
   */
  'explain'?: (_parley_allocator_v1_Explain | null);
  /**
   * Asks for the table of shares. Only for allocators that said they have one.
   */
  'getShares'?: (_parley_allocator_v1_GetShares | null);
  /**
   * Compares what the allocator has been told. Only for allocators that said they can.
   */
  'audit'?: (_parley_allocator_v1_Audit | null);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "begin"|"role"|"agent"|"agentRemoved"|"framework"|"frameworkRemoved"|"allocation"|"filter"|"filtersCleared"|"end"|"offered"|"refused"|"credits"|"ping"|"explain"|"getShares"|"audit";
}

/**
 * One thing the master tells the allocator. Entities are the whole present truth about something, never a difference: being told
 * twice changes nothing.
 */
export interface SessionRequestItem__Output {
  /**
   * The first item of every session.
   */
  'begin'?: (_parley_allocator_v1_SessionBegin__Output);
  /**
   * A role.
   */
  'role'?: (_parley_allocator_v1_Role__Output);
  /**
   * An agent, new or changed.
   */
  'agent'?: (_parley_allocator_v1_Agent__Output);
  /**
   * An agent that is no longer there; what was held of it is forgotten with it.
   */
  'agentRemoved'?: (_parley_allocator_v1_AgentRemoved__Output);
  /**
   * A framework, new or changed.
   */
  'framework'?: (_parley_allocator_v1_Framework__Output);
  /**
   * A framework that is no longer there; what it held is forgotten with it.
   */
  'frameworkRemoved'?: (_parley_allocator_v1_FrameworkRemoved__Output);
  /**
   * What a framework holds on an agent.
   */
  'allocation'?: (_parley_allocator_v1_Allocation__Output);
  /**
   * A refusal that holds for a while.
   */
  'filter'?: (_parley_allocator_v1_Filter__Output);
  /**
   * Refusals that no longer hold.
   */
  'filtersCleared'?: (_parley_allocator_v1_FiltersCleared__Output);
  /**
   * The snapshot is complete: proposals are welcome from here on.
   */
  'end'?: (_parley_allocator_v1_SnapshotEnd__Output);
  /**
   * A proposal became an offer.
   */
  'offered'?: (_parley_allocator_v1_Offered__Output);
  /**
   * A proposal was refused.
   */
  'refused'?: (_parley_allocator_v1_Refused__Output);
  /**
   * More proposals may be sent.
   */
  'credits'?: (_parley_allocator_v1_Credits__Output);
  /**
   * Asks for a sign of life.
   */
  'ping'?: (_parley_allocator_v1_Ping__Output);
  /**
   * Asks why there are no offers. Only for allocators that said they can explain.
   */
  'explain'?: (_parley_allocator_v1_Explain__Output);
  /**
   * Asks for the table of shares. Only for allocators that said they have one.
   */
  'getShares'?: (_parley_allocator_v1_GetShares__Output);
  /**
   * Compares what the allocator has been told. Only for allocators that said they can.
   */
  'audit'?: (_parley_allocator_v1_Audit__Output);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "begin"|"role"|"agent"|"agentRemoved"|"framework"|"frameworkRemoved"|"allocation"|"filter"|"filtersCleared"|"end"|"offered"|"refused"|"credits"|"ping"|"explain"|"getShares"|"audit";
}
