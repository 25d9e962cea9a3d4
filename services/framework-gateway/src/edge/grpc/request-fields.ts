import type { OperatorQuery } from '@parley/common/contract';

/**
 * The path of a field as the operator's request has it, for a path in the question that was made of the request: operators have a request for
 * each side of a role where the leader has one question for all, and the words of the wire are not everywhere those of the question.
 */
export function fieldOfRequest(query: OperatorQuery, field: string): string {
  switch (query.query) {
    case 'update-roles':
      return field
        .replace(/^updates/, listOf(query))
        .replace('.quota.guarantee', '.quota.guarantees')
        .replace('.quota.limit', '.quota.limits');
    case 'update-whitelist':
      return `whitelist.${field}`;
    default:
      return field;
  }
}

/** All orders of one request are about the same side of roles. */
function listOf({ updates }: Extract<OperatorQuery, { query: 'update-roles' }>): string {
  const [first] = updates;
  if (first?.weight !== undefined) return 'weights';
  return first?.packing === undefined ? 'quotas' : 'packings';
}
