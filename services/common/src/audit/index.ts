export { canonicalText, digestOfAgent } from './agent-digest';
export type { AuditedAgent, AuditedHolding } from './agent-digest';
export { fnv1a32 } from './fnv';
