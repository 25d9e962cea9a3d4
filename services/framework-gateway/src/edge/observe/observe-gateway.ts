import { childTraceparent, epochText } from '@parley/common/kernel';
import type { Clock, WallMs } from '@parley/common/kernel';
import type { Log } from '@parley/common/logging';
import type { Telemetry } from '@parley/common/telemetry';
import type { GatewayEvent } from '../../domain/events';

type Row<Name extends GatewayEvent['event']> = (event: Extract<GatewayEvent, { event: Name }>, log: Log) => void;

/** One log line per event. Info is for leadership, warn for what operators should know of, all that happens per stream or call is debug. */
const ROWS: { readonly [Name in GatewayEvent['event']]: Row<Name> } = {
  'session-opened': ({ event: _, ...fields }, log) => {
    log.debug(fields, 'session opened');
  },
  'session-subscribed': ({ event: _, ...fields }, log) => {
    log.info(fields, 'framework subscribed');
  },
  'session-ended': ({ event: _, ...fields }, log) => {
    log.info(fields, 'session ended');
  },
  'session-closed': ({ event: _, ...fields }, log) => {
    log.info(fields, 'client closed its session');
  },
  'session-refused': ({ event: _, ...fields }, log) => {
    log.warn(fields, 'session refused');
  },
  'call-refused': ({ event: _, ...fields }, log) => {
    log.debug(fields, 'call refused');
  },
  'session-interrupted': ({ event: _, ...fields }, log) => {
    log.debug(fields, 'session interrupted with the link');
  },
  'offers-delivered': ({ session, frameworkId, offers }, log) => {
    log.debug({ session, frameworkId, offers: offers.length }, 'offers delivered');
  },
  'offers-declined': ({ event: _, ...fields }, log) => {
    log.warn(fields, 'offers declined that the session has no room for');
  },
  'leader-followed': ({ address, epoch }, log) => {
    log.info({ address, epoch: epochText(epoch) }, 'leader followed');
  },
  'leader-lost': ({ because }, log) => {
    log.warn({ because }, 'leader lost');
  },
  'foreign-cluster': ({ event: _, ...fields }, log) => {
    log.warn(
      fields,
      'master of another cluster ignored; correct --masters or --cluster-id, or restart the gateway if the cluster was replaced',
    );
  },
  'batch-dropped': ({ because }, log) => {
    log.debug({ because }, 'batch dropped');
  },
  'operator-asked': ({ event: _, ...fields }, log) => {
    log.debug(fields, 'operator request taken');
  },
  'operator-refused': ({ event: _, ...fields }, log) => {
    log.debug(fields, 'operator request refused');
  },
};

/** Where what happened is told. */
export interface Observers {
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
}

/** Makes the observer that turns events into log lines, one counter of events by name, and one span per offer that is handed to a framework. */
export function observeGateway({ log, telemetry, clock }: Observers): (event: GatewayEvent) => void {
  const events = telemetry.counter('parley.gateway.events', {
    unit: '{event}',
    description: 'Events of a framework gateway by name.',
  });
  return (event) => {
    events.add(1, { event: event.event });
    // The row belongs to the event's own name; the compiler cannot follow that through the look-up.
    const row = ROWS[event.event] as (event: GatewayEvent, log: Log) => void;
    row(event, log);
    if (event.event === 'offers-delivered') recordOffers(event, telemetry, clock.wall());
  };
}

function recordOffers(
  { offers, frameworkId }: Extract<GatewayEvent, { event: 'offers-delivered' }>,
  telemetry: Telemetry,
  at: WallMs,
): void {
  for (const { offerId, traceparent } of offers) {
    telemetry.span({
      name: 'gateway.offer',
      context: childTraceparent(traceparent, 'gateway.offer'),
      parent: traceparent,
      startedAt: at,
      endedAt: at,
      attributes: { 'parley.offer_id': offerId, 'parley.framework_id': frameworkId },
    });
  }
}
