// Original file: parley/master/v1/agent_link.proto

import type { RegisterBegin as _parley_master_v1_RegisterBegin, RegisterBegin__Output as _parley_master_v1_RegisterBegin__Output } from '../../../parley/master/v1/RegisterBegin';
import type { RegisterTasks as _parley_master_v1_RegisterTasks, RegisterTasks__Output as _parley_master_v1_RegisterTasks__Output } from '../../../parley/master/v1/RegisterTasks';
import type { RegisterEnd as _parley_master_v1_RegisterEnd, RegisterEnd__Output as _parley_master_v1_RegisterEnd__Output } from '../../../parley/master/v1/RegisterEnd';
import type { ResourcesReport as _parley_master_v1_ResourcesReport, ResourcesReport__Output as _parley_master_v1_ResourcesReport__Output } from '../../../parley/master/v1/ResourcesReport';
import type { AgentStatusUpdate as _parley_master_v1_AgentStatusUpdate, AgentStatusUpdate__Output as _parley_master_v1_AgentStatusUpdate__Output } from '../../../parley/master/v1/AgentStatusUpdate';
import type { LaunchStored as _parley_master_v1_LaunchStored, LaunchStored__Output as _parley_master_v1_LaunchStored__Output } from '../../../parley/master/v1/LaunchStored';
import type { KillStored as _parley_master_v1_KillStored, KillStored__Output as _parley_master_v1_KillStored__Output } from '../../../parley/master/v1/KillStored';
import type { AgentPong as _parley_master_v1_AgentPong, AgentPong__Output as _parley_master_v1_AgentPong__Output } from '../../../parley/master/v1/AgentPong';
import type { FileAnswer as _parley_master_v1_FileAnswer, FileAnswer__Output as _parley_master_v1_FileAnswer__Output } from '../../../parley/master/v1/FileAnswer';

/**
 * One thing an agent tells the master. A link begins with register_begin, register_tasks any number of times, register_end.
 */
export interface AgentLinkRequestItem {
  /**
   * Begins a registration.
   */
  'registerBegin'?: (_parley_master_v1_RegisterBegin | null);
  /**
   * What the agent runs, or still has to report about.
   */
  'registerTasks'?: (_parley_master_v1_RegisterTasks | null);
  /**
   * Ends a registration.
   */
  'registerEnd'?: (_parley_master_v1_RegisterEnd | null);
  /**
   * What the agent has, now.
   */
  'resources'?: (_parley_master_v1_ResourcesReport | null);
  /**
   * A status update on its way to its framework.
   */
  'statusUpdate'?: (_parley_master_v1_AgentStatusUpdate | null);
  /**
   * A launch is durable on the agent.
   */
  'launchStored'?: (_parley_master_v1_LaunchStored | null);
  /**
   * A kill is durable on the agent.
   */
  'killStored'?: (_parley_master_v1_KillStored | null);
  /**
   * A sign of life.
   */
  'pong'?: (_parley_master_v1_AgentPong | null);
  /**
   * The answer to a question about files.
   */
  'fileAnswer'?: (_parley_master_v1_FileAnswer | null);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "registerBegin"|"registerTasks"|"registerEnd"|"resources"|"statusUpdate"|"launchStored"|"killStored"|"pong"|"fileAnswer";
}

/**
 * One thing an agent tells the master. A link begins with register_begin, register_tasks any number of times, register_end.
 */
export interface AgentLinkRequestItem__Output {
  /**
   * Begins a registration.
   */
  'registerBegin'?: (_parley_master_v1_RegisterBegin__Output);
  /**
   * What the agent runs, or still has to report about.
   */
  'registerTasks'?: (_parley_master_v1_RegisterTasks__Output);
  /**
   * Ends a registration.
   */
  'registerEnd'?: (_parley_master_v1_RegisterEnd__Output);
  /**
   * What the agent has, now.
   */
  'resources'?: (_parley_master_v1_ResourcesReport__Output);
  /**
   * A status update on its way to its framework.
   */
  'statusUpdate'?: (_parley_master_v1_AgentStatusUpdate__Output);
  /**
   * A launch is durable on the agent.
   */
  'launchStored'?: (_parley_master_v1_LaunchStored__Output);
  /**
   * A kill is durable on the agent.
   */
  'killStored'?: (_parley_master_v1_KillStored__Output);
  /**
   * A sign of life.
   */
  'pong'?: (_parley_master_v1_AgentPong__Output);
  /**
   * The answer to a question about files.
   */
  'fileAnswer'?: (_parley_master_v1_FileAnswer__Output);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "registerBegin"|"registerTasks"|"registerEnd"|"resources"|"statusUpdate"|"launchStored"|"killStored"|"pong"|"fileAnswer";
}
