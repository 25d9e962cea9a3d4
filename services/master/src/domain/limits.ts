/** Bounds on everything that peers and clients can make grow. Beyond them calls are refused with a remedy, and peers are cut off. */
export const LIMITS = {
  /** Agents the cluster remembers, whatever their state. */
  agentsMax: 100_000,
  /** Frameworks that may come back. */
  frameworksMax: 10_000,
  /** Ids of finished frameworks; beyond it the oldest is forgotten in the registry, too. */
  tombstonesMax: 10_000,
  rolesPerFrameworkMax: 100,
  labelsMax: 100,
  /** Groups of smallest quantities of one role of a framework. */
  minimumGroupsMax: 32,
  /** Constraints of a framework, over all its roles. */
  constraintsPerFrameworkMax: 500,
  /** Bytes of a name, host name, address or label. */
  textBytesMax: 4_096,
  /** Characters of what a framework or an agent says of itself, as JSON: a write to the registry holds it with room to spare. */
  infoTextMax: 64 * 1024,
  /** Finished frameworks that one write to the registry forgets; it takes 100 changes. */
  forgottenPerWriteMax: 50,
  /** Tasks of one framework, with those that ended and were not acknowledged yet. */
  tasksPerFrameworkMax: 500_000,
  /** Tasks that one agent may report when it registers. */
  reportedTasksMax: 100_000,
  /** Bytes of a task's command, arguments and environment together. */
  commandBytesMax: 64 * 1024,
  /** Roles that operators said something about. */
  rolesMax: 10_000,
  /** Roles in one order, so that one write to the registry takes it. */
  roleUpdatesMax: 100,
  /** Orders about roles that wait for the one before. */
  roleOrdersMax: 100,
  /** Hosts of the whitelist, and of the maintenance schedule. */
  hostnamesMax: 10_000,
  /** Characters of either as JSON, and of what one order about roles writes: a write to the registry holds it with room to spare. */
  clusterTextMax: 256 * 1024,
  /** Faults of one order that its refusal lists: it travels in the status of a call. */
  problemsToldMax: 25,
  /** Faults of a framework's call that its result lists. */
  callProblemsMax: 100,
  /** Characters of a sentence about something that was refused: it may name what a client sent. */
  messageTextMax: 1_024,
  /** Answers of frameworks to a maintenance that one look at it tells. */
  maintenanceAnswersMax: 10_000,
  offersPerAgentMax: 1_000,
  /** Refusals that are remembered for one framework, role and agent. */
  filtersPerAgentMax: 10,
  /** Filters last at most a year (mesos-semantics O4). */
  refuseMsMax: 365 * 24 * 3_600_000,
  /** Results of calls that are remembered for one framework, so that a repeated call has no second effect. */
  callResultsMax: 1_000,
  /** Characters of them together; beyond it the oldest are forgotten before there are as many. */
  callResultsTextMax: 512 * 1024,
  completedTasksMax: 1_000,
  completedFrameworksMax: 50,
  /** Tasks, over all frameworks, whose reconciliation waits for an agent. */
  pendingAnswersMax: 100_000,
  /** The same for one framework. */
  pendingPerFrameworkMax: 20_000,
  /** Reconciliations of one session that wait for the one under way, and calls that wait for the same. */
  reconciliationsMax: 100,
  /** Tasks that they name, where more than one waits. */
  reconciledTasksMax: 20_000,
  /** Bytes of a status without its data and message, roughly. */
  statusBytes: 300,
  /** Bytes that wait for a gateway beyond which long answers through it pause, and for the allocator beyond which it is told no more changes for now; far below
   *  what a link takes before it is cut off. */
  backlogBytesMax: 1024 * 1024,
  /** Statuses of the master's own that wait for a framework's next session. */
  unheardMax: 10_000,
  /** Kills that are remembered for one agent. */
  killsPerAgentMax: 10_000,
  /** Kills of one task that its agent has yet to confirm. */
  killsPerTaskMax: 100,
  fileQueriesPerAgentMax: 100,
  fileQueryMs: 30_000,
  /** Queries and watches of one gateway that are open at once. */
  queriesPerGatewayMax: 1_000,
  /** Changes that a watch can go back to. */
  changesMax: 10_000,
  /** Proposals of the allocator that may be unanswered. */
  allocatorCredits: 1_000,
  /** Questions of operators that the allocator has yet to answer. */
  allocatorQuestionsMax: 16,
  /** A stream that did not say who it is by then is ended. */
  introductionMs: 60_000,
} as const;
