import type { Log } from '@parley/common/logging';
import type { Telemetry } from '@parley/common/telemetry';
import type { OperationsEvent } from '../../domain/operator/operations-events';

type Rows = {
  readonly [Kind in OperationsEvent['event']]: (event: Extract<OperationsEvent, { event: Kind }>) => void;
};

/** Log lines and counters of what operators ordered. */
export function operationsRows({ log, telemetry }: { readonly log: Log; readonly telemetry: Telemetry }): Rows {
  const orders = telemetry.counter('parley.master.orders', {
    unit: '{order}',
    description:
      'Orders of operators that took effect, by what they were about: roles, whitelist, deactivation, maintenance.',
  });
  const inverseOffers = telemetry.counter('parley.master.inverse_offers', {
    unit: '{inverse_offer}',
    description: 'Inverse offers by what became of them: made, accepted, declined.',
  });
  return {
    'roles-updated': ({ roles }) => {
      orders.add(1, { about: 'roles' });
      log.info({ roles }, 'weights, quotas or packings of roles changed');
    },
    'whitelist-updated': ({ hosts }) => {
      orders.add(1, { about: 'whitelist' });
      log.info({ hosts }, 'whitelist changed');
    },
    'agent-deactivated': ({ agentId, deactivated }) => {
      orders.add(1, { about: 'deactivation' });
      log.info({ agentId }, deactivated ? 'agent deactivated' : 'agent reactivated');
    },
    'maintenance-updated': ({ windows }) => {
      orders.add(1, { about: 'maintenance' });
      log.info({ windows }, 'maintenance schedule changed');
    },
    'maintenance-phase': ({ phase, startsAt }) => {
      log.info({ phase, startsAt }, 'maintenance window goes on to its next phase');
    },
    'inverse-offer-made': ({ agentId, frameworkId }) => {
      inverseOffers.add(1, { outcome: 'made' });
      log.debug({ agentId, frameworkId }, 'framework asked to leave an agent');
    },
    'inverse-offer-answered': ({ agentId, frameworkId, answer }) => {
      inverseOffers.add(1, { outcome: answer });
      log.debug({ agentId, frameworkId, answer }, 'framework answered an inverse offer');
    },
  };
}
