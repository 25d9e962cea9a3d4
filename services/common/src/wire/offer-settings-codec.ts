import type {
  ConstraintGroup as WireConstraintGroup,
  ConstraintGroup__Output,
} from '@parley/protos/internal/parley/types/v1/ConstraintGroup';
import type {
  MinimumGroup as WireMinimumGroup,
  MinimumGroup__Output,
} from '@parley/protos/internal/parley/types/v1/MinimumGroup';
import type {
  OfferConstraint as WireOfferConstraint,
  OfferConstraint__Output,
} from '@parley/protos/internal/parley/types/v1/OfferConstraint';
import type {
  OfferMinimum as WireOfferMinimum,
  OfferMinimum__Output,
} from '@parley/protos/internal/parley/types/v1/OfferMinimum';
import type {
  OfferSettings as WireOfferSettings,
  OfferSettings__Output,
} from '@parley/protos/internal/parley/types/v1/OfferSettings';
import type { OfferConstraint, OfferSettings } from '../contract';
import { MalformedMessage } from '../kernel';
import type { Resources } from '../resources';
import { CONSTRAINT_SELECTOR, CONSTRAINT_TEST } from './enums';
import { messages, optionalMessage, someText, text } from './readers';
import { decodeResources, encodeResources } from './resources-codec';
import type { Wire } from './wire-form';

/** Every agent has a host name. */
const NEVER_HOLDS: OfferConstraint = { selector: { select: 'hostname' }, predicate: { test: 'not-exists' } };

type Constraints = readonly (readonly OfferConstraint[])[];

/** A framework's rules for its offers, on the wire. */
export function encodeOfferSettings(settings: OfferSettings): WireOfferSettings {
  return {
    role: settings.role,
    minAllocatable: encodeMinimum(settings.minAllocatable),
    constraintGroups: encodeConstraintGroups(settings.constraintGroups),
  };
}

/** A framework's rules for its offers, off the wire. */
export function decodeOfferSettings(wire: Wire<OfferSettings__Output>): OfferSettings {
  return {
    role: someText(wire.role, 'role'),
    minAllocatable: decodeMinimum(wire.minAllocatable),
    constraintGroups: decodeConstraintGroups(wire.constraintGroups),
  };
}

/** Groups of minimum quantities, on the wire. */
export function encodeMinimumGroups(groups: readonly Resources[]): WireMinimumGroup[] {
  return groups.map((group) => ({ resources: encodeResources(group) }));
}

/** Groups of minimum quantities, off the wire. */
export function decodeMinimumGroups(
  wire: readonly Wire<MinimumGroup__Output>[] | null | undefined,
  field: string,
): readonly Resources[] {
  return messages(wire, field, (group) => decodeResources(group.resources, 'resources'));
}

/** A minimum that replaces the cluster's, on the wire; null where none does. */
export function encodeMinimum(groups: readonly Resources[] | undefined): WireOfferMinimum | null {
  return groups === undefined ? null : { groups: encodeMinimumGroups(groups) };
}

/** A minimum that replaces the cluster's, off the wire; undefined where none does. */
export function decodeMinimum(wire: Wire<OfferMinimum__Output> | null | undefined): readonly Resources[] | undefined {
  return optionalMessage(wire, 'min_allocatable', (minimum) => decodeMinimumGroups(minimum.groups, 'groups'));
}

/** Constraints on the wire. */
export function encodeConstraintGroups(groups: Constraints): WireConstraintGroup[] {
  return groups.map((group) => ({ constraints: group.map(encodeConstraint) }));
}

/** Constraints off the wire. Whether a pattern can be used is judged where it is used. */
export function decodeConstraintGroups(wire: readonly Wire<ConstraintGroup__Output>[] | null | undefined): Constraints {
  return messages(wire, 'constraint_groups', (group) => messages(group.constraints, 'constraints', decodeConstraint));
}

/** Constraints off the wire for a reader that may be older than their writer: a constraint with a selector or test that is not known here does not hold. */
export function knownConstraintGroups(wire: readonly Wire<ConstraintGroup__Output>[] | null | undefined): Constraints {
  return messages(wire, 'constraint_groups', (group) =>
    messages(group.constraints, 'constraints', (constraint) =>
      isKnown(constraint) ? decodeConstraint(constraint) : NEVER_HOLDS,
    ),
  );
}

function isKnown(wire: Wire<OfferConstraint__Output>): boolean {
  const { selector, test } = wire;
  return CONSTRAINT_SELECTOR.knownFromWire(selector) !== undefined && CONSTRAINT_TEST.knownFromWire(test) !== undefined;
}

function encodeConstraint({ selector, predicate }: OfferConstraint): WireOfferConstraint {
  return {
    selector: CONSTRAINT_SELECTOR.toWire(selector.select),
    attribute: selector.select === 'attribute' ? selector.name : '',
    test: CONSTRAINT_TEST.toWire(predicate.test),
    text: 'text' in predicate ? predicate.text : 'pattern' in predicate ? predicate.pattern : '',
  };
}

function decodeConstraint(wire: Wire<OfferConstraint__Output>): OfferConstraint {
  return { selector: decodeSelector(wire), predicate: decodePredicate(wire) };
}

function decodeSelector(wire: Wire<OfferConstraint__Output>): OfferConstraint['selector'] {
  const select = CONSTRAINT_SELECTOR.fromWire(wire.selector, 'selector');
  if (select === 'attribute') return { select, name: someText(wire.attribute, 'attribute') };
  mustBeEmpty(wire.attribute, 'attribute');
  return { select };
}

function decodePredicate(wire: Wire<OfferConstraint__Output>): OfferConstraint['predicate'] {
  const test = CONSTRAINT_TEST.fromWire(wire.test, 'test');
  if (test === 'equals' || test === 'not-equals') return { test, text: text(wire.text, 'text') };
  if (test === 'matches' || test === 'not-matches') return { test, pattern: text(wire.text, 'text') };
  mustBeEmpty(wire.text, 'text');
  return { test };
}

function mustBeEmpty(value: string | null | undefined, field: string): void {
  if (text(value, field) !== '') throw new MalformedMessage(field, 'must be empty with this selector or test');
}
