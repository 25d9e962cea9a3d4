// Original file: parley/master/v1/agent_link.proto

import type { Registered as _parley_master_v1_Registered, Registered__Output as _parley_master_v1_Registered__Output } from '../../../parley/master/v1/Registered';
import type { RegistrationRefused as _parley_master_v1_RegistrationRefused, RegistrationRefused__Output as _parley_master_v1_RegistrationRefused__Output } from '../../../parley/master/v1/RegistrationRefused';
import type { LaunchOrder as _parley_master_v1_LaunchOrder, LaunchOrder__Output as _parley_master_v1_LaunchOrder__Output } from '../../../parley/master/v1/LaunchOrder';
import type { KillOrder as _parley_master_v1_KillOrder, KillOrder__Output as _parley_master_v1_KillOrder__Output } from '../../../parley/master/v1/KillOrder';
import type { UpdateAcknowledged as _parley_master_v1_UpdateAcknowledged, UpdateAcknowledged__Output as _parley_master_v1_UpdateAcknowledged__Output } from '../../../parley/master/v1/UpdateAcknowledged';
import type { ShutdownFramework as _parley_master_v1_ShutdownFramework, ShutdownFramework__Output as _parley_master_v1_ShutdownFramework__Output } from '../../../parley/master/v1/ShutdownFramework';
import type { AgentPing as _parley_master_v1_AgentPing, AgentPing__Output as _parley_master_v1_AgentPing__Output } from '../../../parley/master/v1/AgentPing';
import type { FileQuery as _parley_master_v1_FileQuery, FileQuery__Output as _parley_master_v1_FileQuery__Output } from '../../../parley/master/v1/FileQuery';
import type { AgentGoAway as _parley_master_v1_AgentGoAway, AgentGoAway__Output as _parley_master_v1_AgentGoAway__Output } from '../../../parley/master/v1/AgentGoAway';

/**
 * One thing the master tells an agent.
 */
export interface AgentLinkResponseItem {
  /**
   * The agent is admitted.
   */
  'registered'?: (_parley_master_v1_Registered | null);
  /**
   * The agent is not admitted.
   */
  'refused'?: (_parley_master_v1_RegistrationRefused | null);
  /**
   * A task to run.
   */
  'launch'?: (_parley_master_v1_LaunchOrder | null);
  /**
   * A task to end.
   */
  'kill'?: (_parley_master_v1_KillOrder | null);
  /**
   * A status update that its framework has taken notice of.
   */
  'acknowledge'?: (_parley_master_v1_UpdateAcknowledged | null);
  /**
   * All tasks of a framework are to be ended.
   */
  'shutdownFramework'?: (_parley_master_v1_ShutdownFramework | null);
  /**
   * Asks for a sign of life.
   */
  'ping'?: (_parley_master_v1_AgentPing | null);
  /**
   * A question about files.
   */
  'fileQuery'?: (_parley_master_v1_FileQuery | null);
  /**
   * The master stops leading on purpose.
   */
  'goAway'?: (_parley_master_v1_AgentGoAway | null);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "registered"|"refused"|"launch"|"kill"|"acknowledge"|"shutdownFramework"|"ping"|"fileQuery"|"goAway";
}

/**
 * One thing the master tells an agent.
 */
export interface AgentLinkResponseItem__Output {
  /**
   * The agent is admitted.
   */
  'registered'?: (_parley_master_v1_Registered__Output | null);
  /**
   * The agent is not admitted.
   */
  'refused'?: (_parley_master_v1_RegistrationRefused__Output | null);
  /**
   * A task to run.
   */
  'launch'?: (_parley_master_v1_LaunchOrder__Output | null);
  /**
   * A task to end.
   */
  'kill'?: (_parley_master_v1_KillOrder__Output | null);
  /**
   * A status update that its framework has taken notice of.
   */
  'acknowledge'?: (_parley_master_v1_UpdateAcknowledged__Output | null);
  /**
   * All tasks of a framework are to be ended.
   */
  'shutdownFramework'?: (_parley_master_v1_ShutdownFramework__Output | null);
  /**
   * Asks for a sign of life.
   */
  'ping'?: (_parley_master_v1_AgentPing__Output | null);
  /**
   * A question about files.
   */
  'fileQuery'?: (_parley_master_v1_FileQuery__Output | null);
  /**
   * The master stops leading on purpose.
   */
  'goAway'?: (_parley_master_v1_AgentGoAway__Output | null);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "registered"|"refused"|"launch"|"kill"|"acknowledge"|"shutdownFramework"|"ping"|"fileQuery"|"goAway";
}
