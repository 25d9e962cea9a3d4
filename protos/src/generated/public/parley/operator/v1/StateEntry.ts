// Original file: parley/operator/v1/operator_state.proto

import type { AgentView as _parley_operator_v1_AgentView, AgentView__Output as _parley_operator_v1_AgentView__Output } from '../../../parley/operator/v1/AgentView';
import type { FrameworkView as _parley_operator_v1_FrameworkView, FrameworkView__Output as _parley_operator_v1_FrameworkView__Output } from '../../../parley/operator/v1/FrameworkView';
import type { TaskView as _parley_operator_v1_TaskView, TaskView__Output as _parley_operator_v1_TaskView__Output } from '../../../parley/operator/v1/TaskView';
import type { OfferView as _parley_operator_v1_OfferView, OfferView__Output as _parley_operator_v1_OfferView__Output } from '../../../parley/operator/v1/OfferView';
import type { RoleView as _parley_operator_v1_RoleView, RoleView__Output as _parley_operator_v1_RoleView__Output } from '../../../parley/operator/v1/RoleView';
import type { AgentRemoved as _parley_operator_v1_AgentRemoved, AgentRemoved__Output as _parley_operator_v1_AgentRemoved__Output } from '../../../parley/operator/v1/AgentRemoved';
import type { FrameworkRemoved as _parley_operator_v1_FrameworkRemoved, FrameworkRemoved__Output as _parley_operator_v1_FrameworkRemoved__Output } from '../../../parley/operator/v1/FrameworkRemoved';
import type { TaskRemoved as _parley_operator_v1_TaskRemoved, TaskRemoved__Output as _parley_operator_v1_TaskRemoved__Output } from '../../../parley/operator/v1/TaskRemoved';

/**
 * One thing in the cluster, or the end of one.
 */
export interface StateEntry {
  /**
   * An agent.
   */
  'agent'?: (_parley_operator_v1_AgentView | null);
  /**
   * A framework.
   */
  'framework'?: (_parley_operator_v1_FrameworkView | null);
  /**
   * A task.
   */
  'task'?: (_parley_operator_v1_TaskView | null);
  /**
   * An open offer.
   */
  'offer'?: (_parley_operator_v1_OfferView | null);
  /**
   * A role.
   */
  'role'?: (_parley_operator_v1_RoleView | null);
  /**
   * An agent that is no longer known.
   */
  'agentRemoved'?: (_parley_operator_v1_AgentRemoved | null);
  /**
   * A framework that is no longer known.
   */
  'frameworkRemoved'?: (_parley_operator_v1_FrameworkRemoved | null);
  /**
   * A task that is no longer known.
   */
  'taskRemoved'?: (_parley_operator_v1_TaskRemoved | null);
  /**
   * What it is. Exactly one member is set, unless it is of a kind that is newer than the reader: ignore it then.
   */
  'entry'?: "agent"|"framework"|"task"|"offer"|"role"|"agentRemoved"|"frameworkRemoved"|"taskRemoved";
}

/**
 * One thing in the cluster, or the end of one.
 */
export interface StateEntry__Output {
  /**
   * An agent.
   */
  'agent'?: (_parley_operator_v1_AgentView__Output | null);
  /**
   * A framework.
   */
  'framework'?: (_parley_operator_v1_FrameworkView__Output | null);
  /**
   * A task.
   */
  'task'?: (_parley_operator_v1_TaskView__Output | null);
  /**
   * An open offer.
   */
  'offer'?: (_parley_operator_v1_OfferView__Output | null);
  /**
   * A role.
   */
  'role'?: (_parley_operator_v1_RoleView__Output | null);
  /**
   * An agent that is no longer known.
   */
  'agentRemoved'?: (_parley_operator_v1_AgentRemoved__Output | null);
  /**
   * A framework that is no longer known.
   */
  'frameworkRemoved'?: (_parley_operator_v1_FrameworkRemoved__Output | null);
  /**
   * A task that is no longer known.
   */
  'taskRemoved'?: (_parley_operator_v1_TaskRemoved__Output | null);
  /**
   * What it is. Exactly one member is set, unless it is of a kind that is newer than the reader: ignore it then.
   */
  'entry'?: "agent"|"framework"|"task"|"offer"|"role"|"agentRemoved"|"frameworkRemoved"|"taskRemoved";
}
