// Original file: parley/master/v1/gateway_link.proto

import type { StateBegin as _parley_operator_v1_StateBegin, StateBegin__Output as _parley_operator_v1_StateBegin__Output } from '../../../parley/operator/v1/StateBegin';
import type { StateChunk as _parley_operator_v1_StateChunk, StateChunk__Output as _parley_operator_v1_StateChunk__Output } from '../../../parley/operator/v1/StateChunk';
import type { StateEnd as _parley_operator_v1_StateEnd, StateEnd__Output as _parley_operator_v1_StateEnd__Output } from '../../../parley/operator/v1/StateEnd';
import type { StateChanges as _parley_operator_v1_StateChanges, StateChanges__Output as _parley_operator_v1_StateChanges__Output } from '../../../parley/operator/v1/StateChanges';
import type { OperatorDone as _parley_master_v1_OperatorDone, OperatorDone__Output as _parley_master_v1_OperatorDone__Output } from '../../../parley/master/v1/OperatorDone';
import type { CallProblem as _parley_scheduler_v1_CallProblem, CallProblem__Output as _parley_scheduler_v1_CallProblem__Output } from '../../../parley/scheduler/v1/CallProblem';
import type { ListFilesResponse as _parley_operator_v1_ListFilesResponse, ListFilesResponse__Output as _parley_operator_v1_ListFilesResponse__Output } from '../../../parley/operator/v1/ListFilesResponse';
import type { ReadFileResponse as _parley_operator_v1_ReadFileResponse, ReadFileResponse__Output as _parley_operator_v1_ReadFileResponse__Output } from '../../../parley/operator/v1/ReadFileResponse';
import type { FileProblem as _parley_master_v1_FileProblem, FileProblem__Output as _parley_master_v1_FileProblem__Output } from '../../../parley/master/v1/FileProblem';
import type { GetWhitelistResponse as _parley_operator_v1_GetWhitelistResponse, GetWhitelistResponse__Output as _parley_operator_v1_GetWhitelistResponse__Output } from '../../../parley/operator/v1/GetWhitelistResponse';
import type { GetMaintenanceResponse as _parley_operator_v1_GetMaintenanceResponse, GetMaintenanceResponse__Output as _parley_operator_v1_GetMaintenanceResponse__Output } from '../../../parley/operator/v1/GetMaintenanceResponse';
import type { ExplainOffersResponse as _parley_operator_v1_ExplainOffersResponse, ExplainOffersResponse__Output as _parley_operator_v1_ExplainOffersResponse__Output } from '../../../parley/operator/v1/ExplainOffersResponse';
import type { GetSharesResponse as _parley_operator_v1_GetSharesResponse, GetSharesResponse__Output as _parley_operator_v1_GetSharesResponse__Output } from '../../../parley/operator/v1/GetSharesResponse';
import type { Long } from '@grpc/proto-loader';

/**
 * An answer to an operator, or a part of one.
 */
export interface OperatorAnswer {
  /**
   * As in the question.
   */
  'requestId'?: (number | string | Long);
  /**
   * Begins a snapshot.
   */
  'stateBegin'?: (_parley_operator_v1_StateBegin | null);
  /**
   * A part of a snapshot.
   */
  'state'?: (_parley_operator_v1_StateChunk | null);
  /**
   * Ends a snapshot.
   */
  'stateEnd'?: (_parley_operator_v1_StateEnd | null);
  /**
   * What has changed.
   */
  'changes'?: (_parley_operator_v1_StateChanges | null);
  /**
   * It was done.
   */
  'done'?: (_parley_master_v1_OperatorDone | null);
  /**
   * It was refused.
   */
  'refused'?: (_parley_scheduler_v1_CallProblem | null);
  /**
   * What is in a folder.
   */
  'files'?: (_parley_operator_v1_ListFilesResponse | null);
  /**
   * What is in a file.
   */
  'data'?: (_parley_operator_v1_ReadFileResponse | null);
  /**
   * Why files cannot be shown.
   */
  'fileProblem'?: (_parley_master_v1_FileProblem | null);
  /**
   * Which hosts are offered.
   */
  'whitelist'?: (_parley_operator_v1_GetWhitelistResponse | null);
  /**
   * The schedule of maintenance.
   */
  'maintenance'?: (_parley_operator_v1_GetMaintenanceResponse | null);
  /**
   * Why there are no offers, in parts.
   */
  'explained'?: (_parley_operator_v1_ExplainOffersResponse | null);
  /**
   * Who has which share, in parts.
   */
  'shares'?: (_parley_operator_v1_GetSharesResponse | null);
  /**
   * The answer. Exactly one member is set. `state…` and `changes` go on; `explained` and `shares` say which part is their last; every
   * other answer is the last of its question.
   */
  'answer'?: "stateBegin"|"state"|"stateEnd"|"changes"|"done"|"refused"|"files"|"data"|"fileProblem"|"whitelist"|"maintenance"|"explained"|"shares";
}

/**
 * An answer to an operator, or a part of one.
 */
export interface OperatorAnswer__Output {
  /**
   * As in the question.
   */
  'requestId': (string);
  /**
   * Begins a snapshot.
   */
  'stateBegin'?: (_parley_operator_v1_StateBegin__Output | null);
  /**
   * A part of a snapshot.
   */
  'state'?: (_parley_operator_v1_StateChunk__Output | null);
  /**
   * Ends a snapshot.
   */
  'stateEnd'?: (_parley_operator_v1_StateEnd__Output | null);
  /**
   * What has changed.
   */
  'changes'?: (_parley_operator_v1_StateChanges__Output | null);
  /**
   * It was done.
   */
  'done'?: (_parley_master_v1_OperatorDone__Output | null);
  /**
   * It was refused.
   */
  'refused'?: (_parley_scheduler_v1_CallProblem__Output | null);
  /**
   * What is in a folder.
   */
  'files'?: (_parley_operator_v1_ListFilesResponse__Output | null);
  /**
   * What is in a file.
   */
  'data'?: (_parley_operator_v1_ReadFileResponse__Output | null);
  /**
   * Why files cannot be shown.
   */
  'fileProblem'?: (_parley_master_v1_FileProblem__Output | null);
  /**
   * Which hosts are offered.
   */
  'whitelist'?: (_parley_operator_v1_GetWhitelistResponse__Output | null);
  /**
   * The schedule of maintenance.
   */
  'maintenance'?: (_parley_operator_v1_GetMaintenanceResponse__Output | null);
  /**
   * Why there are no offers, in parts.
   */
  'explained'?: (_parley_operator_v1_ExplainOffersResponse__Output | null);
  /**
   * Who has which share, in parts.
   */
  'shares'?: (_parley_operator_v1_GetSharesResponse__Output | null);
  /**
   * The answer. Exactly one member is set. `state…` and `changes` go on; `explained` and `shares` say which part is their last; every
   * other answer is the last of its question.
   */
  'answer'?: "stateBegin"|"state"|"stateEnd"|"changes"|"done"|"refused"|"files"|"data"|"fileProblem"|"whitelist"|"maintenance"|"explained"|"shares";
}
