import type { Attribute, FaultDomain, OfferConstraint } from '../contract';
import { unreachable } from '../kernel';
import type { Problem } from '../kernel';
import { PATTERN_BYTES_MAX, compilePattern } from './pattern';

/** At most this many groups for one role. */
const CONSTRAINT_GROUPS_MAX = 32;
/** At most this many constraints in one group. */
const CONSTRAINTS_PER_GROUP_MAX = 32;

const ATTRIBUTE_NAME_BYTES_MAX = 128;

/** An agent, as far as constraints speak of it. */
export interface ConstraintSubject {
  readonly hostname: string;
  readonly domain: FaultDomain | undefined;
  readonly attributes: readonly Attribute[];
}

/** Whether a role may be offered an agent. Remembers nothing between calls. */
export type ConstraintPredicate = (agent: ConstraintSubject) => boolean;

type Groups = readonly (readonly OfferConstraint[])[];
type Test = (value: Value) => boolean;
/** What a selector finds: a text, something that is there but no text, or nothing. */
type Value = string | typeof NO_TEXT | undefined;

const NO_TEXT = Symbol('no text');
const EVERY_AGENT: ConstraintPredicate = () => true;

/** All that is wrong with the groups of one role (mesos-semantics §3.11, §5.1). `where` is their path, such as `info.offer_settings[0].constraint_groups`. */
export function validateConstraints(groups: Groups, where: string): readonly Problem[] {
  if (groups.length > CONSTRAINT_GROUPS_MAX) {
    return [{ field: where, message: `must be at most ${String(CONSTRAINT_GROUPS_MAX)} groups` }];
  }
  return groups.flatMap((group, index) => groupProblems(group, `${where}[${String(index)}]`));
}

/**
 * The groups as a test of agents: every constraint of at least one group holds; without groups every agent passes. The groups were
 * found sound before; a pattern that is not matches nothing.
 */
export function compileConstraints(groups: Groups): ConstraintPredicate {
  if (groups.length === 0) return EVERY_AGENT;
  const compiled = groups.map((group) => group.map(compileConstraint));
  return (agent) => compiled.some((group) => group.every((holds) => holds(agent)));
}

function groupProblems(group: readonly OfferConstraint[], where: string): readonly Problem[] {
  if (group.length === 0) {
    return [{ field: where, message: 'must hold at least one constraint; leave the group out to allow every agent' }];
  }
  if (group.length > CONSTRAINTS_PER_GROUP_MAX) {
    return [{ field: where, message: `must hold at most ${String(CONSTRAINTS_PER_GROUP_MAX)} constraints` }];
  }
  return group.flatMap((constraint, index) => constraintProblems(constraint, `${where}.constraints[${String(index)}]`));
}

function constraintProblems({ selector, predicate }: OfferConstraint, where: string): readonly Problem[] {
  const problems: Problem[] = [];
  if (selector.select === 'attribute' && !isName(selector.name)) {
    const message = `must be an attribute's name of 1 to ${String(ATTRIBUTE_NAME_BYTES_MAX)} bytes`;
    problems.push({ field: `${where}.attribute`, message });
  }
  switch (predicate.test) {
    case 'exists':
    case 'not-exists':
      break;
    case 'equals':
    case 'not-equals':
      if (Buffer.byteLength(predicate.text) > PATTERN_BYTES_MAX) {
        problems.push({ field: `${where}.text`, message: `must be at most ${String(PATTERN_BYTES_MAX)} bytes` });
      }
      break;
    case 'matches':
    case 'not-matches': {
      const compiled = compilePattern(predicate.pattern);
      if (!compiled.ok) problems.push({ field: `${where}.text`, message: compiled.problem });
      break;
    }
    default:
      unreachable(predicate, 'predicate');
  }
  return problems;
}

function isName(name: string): boolean {
  return name.length > 0 && Buffer.byteLength(name) <= ATTRIBUTE_NAME_BYTES_MAX;
}

function compileConstraint({ selector, predicate }: OfferConstraint): ConstraintPredicate {
  const test = compileTest(predicate);
  switch (selector.select) {
    case 'attribute': {
      const { name } = selector;
      return (agent) => test(attributeOf(agent, name));
    }
    case 'hostname':
      return (agent) => test(agent.hostname);
    case 'region':
      return (agent) => test(agent.domain?.region);
    case 'zone':
      return (agent) => test(agent.domain?.zone);
    default:
      return unreachable(selector, 'selector');
  }
}

function compileTest(predicate: OfferConstraint['predicate']): Test {
  switch (predicate.test) {
    case 'exists':
      return (value) => value !== undefined;
    case 'not-exists':
      return (value) => value === undefined;
    case 'equals':
      return onText((text) => text === predicate.text, { missing: false });
    case 'not-equals':
      return onText((text) => text !== predicate.text, { missing: true });
    case 'matches': {
      const matches = matcherOf(predicate.pattern);
      return onText(matches, { missing: false });
    }
    case 'not-matches': {
      const matches = matcherOf(predicate.pattern);
      return onText((text) => !matches(text), { missing: true });
    }
    default:
      return unreachable(predicate, 'predicate');
  }
}

/** A test of texts. What is there but no text passes every such test, so that a framework is not shut out by how an agent writes a value. */
function onText(test: (text: string) => boolean, otherwise: { readonly missing: boolean }): Test {
  return (value) => {
    if (value === undefined) return otherwise.missing;
    return value === NO_TEXT || test(value);
  };
}

function matcherOf(pattern: string): (text: string) => boolean {
  const compiled = compilePattern(pattern);
  return compiled.ok ? compiled.matches : () => false;
}

/** The first attribute of that name. */
function attributeOf({ attributes }: ConstraintSubject, name: string): Value {
  const found = attributes.find((attribute) => attribute.name === name);
  if (found === undefined) return undefined;
  return found.kind === 'text' ? found.text : NO_TEXT;
}
