import type { Epoch, LaunchId } from '@parley/common/kernel';
import type { AgentIdentity, KillIntent, LaunchSummary, ProcessIdentity, SandboxKey, StatusRecord } from './launches';

/**
 * What the agent stores, in order. Every record sets something and none counts, so that reading one twice changes nothing: a
 * journal that is being compacted may hold the effect of a record and, behind it, the record again.
 */
export type AgentRecord =
  | { readonly record: 'identity'; readonly identity: AgentIdentity }
  | { readonly record: 'epoch'; readonly epoch: Epoch }
  /** The intent to run a task: stored before anything of it exists. */
  | { readonly record: 'launch'; readonly launch: LaunchSummary }
  /** Its supervisor exists and waits: stored before the go-ahead. */
  | { readonly record: 'process'; readonly launchId: LaunchId; readonly process: ProcessIdentity }
  | { readonly record: 'kill'; readonly launchId: LaunchId; readonly kill: KillIntent }
  | { readonly record: 'update'; readonly launchId: LaunchId; readonly update: StatusRecord }
  | { readonly record: 'acknowledged'; readonly launchId: LaunchId; readonly number: number }
  /** The launch has ended and nobody is owed news of it; its sandbox stays for a while. */
  | { readonly record: 'forgotten'; readonly launchId: LaunchId }
  /** A launch that ended and whose sandbox is still there. */
  | { readonly record: 'ended'; readonly sandbox: SandboxKey }
  /** The sandbox is gone; no launch up to this one may ever run again. */
  | { readonly record: 'cleaned'; readonly launchId: LaunchId };
