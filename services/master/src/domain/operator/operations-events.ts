import type { MaintenanceAnswer } from '@parley/common/contract';
import type { AgentId, FrameworkId, WallMs } from '@parley/common/kernel';
import type { PlannedWindow } from '../maintenance/planned-window';

/** What operators brought about, and what frameworks said to it. */
export type OperationsEvent =
  | { readonly event: 'roles-updated'; readonly roles: number }
  /** `hosts`: undefined when every host is offered. */
  | { readonly event: 'whitelist-updated'; readonly hosts: number | undefined }
  | { readonly event: 'agent-deactivated'; readonly agentId: AgentId; readonly deactivated: boolean }
  | { readonly event: 'maintenance-updated'; readonly windows: number }
  | { readonly event: 'maintenance-phase'; readonly phase: PlannedWindow['phase']; readonly startsAt: WallMs }
  | { readonly event: 'inverse-offer-made'; readonly agentId: AgentId; readonly frameworkId: FrameworkId }
  | {
      readonly event: 'inverse-offer-answered';
      readonly agentId: AgentId;
      readonly frameworkId: FrameworkId;
      readonly answer: MaintenanceAnswer['answer'];
    };
