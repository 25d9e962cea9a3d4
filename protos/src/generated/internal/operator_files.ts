import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { FileEntry as _parley_operator_v1_FileEntry, FileEntry__Output as _parley_operator_v1_FileEntry__Output } from './parley/operator/v1/FileEntry';
import type { ListFilesRequest as _parley_operator_v1_ListFilesRequest, ListFilesRequest__Output as _parley_operator_v1_ListFilesRequest__Output } from './parley/operator/v1/ListFilesRequest';
import type { ListFilesResponse as _parley_operator_v1_ListFilesResponse, ListFilesResponse__Output as _parley_operator_v1_ListFilesResponse__Output } from './parley/operator/v1/ListFilesResponse';
import type { ReadFileRequest as _parley_operator_v1_ReadFileRequest, ReadFileRequest__Output as _parley_operator_v1_ReadFileRequest__Output } from './parley/operator/v1/ReadFileRequest';
import type { ReadFileResponse as _parley_operator_v1_ReadFileResponse, ReadFileResponse__Output as _parley_operator_v1_ReadFileResponse__Output } from './parley/operator/v1/ReadFileResponse';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  parley: {
    operator: {
      v1: {
        FileEntry: MessageTypeDefinition<_parley_operator_v1_FileEntry, _parley_operator_v1_FileEntry__Output>
        ListFilesRequest: MessageTypeDefinition<_parley_operator_v1_ListFilesRequest, _parley_operator_v1_ListFilesRequest__Output>
        ListFilesResponse: MessageTypeDefinition<_parley_operator_v1_ListFilesResponse, _parley_operator_v1_ListFilesResponse__Output>
        ReadFileRequest: MessageTypeDefinition<_parley_operator_v1_ReadFileRequest, _parley_operator_v1_ReadFileRequest__Output>
        ReadFileResponse: MessageTypeDefinition<_parley_operator_v1_ReadFileResponse, _parley_operator_v1_ReadFileResponse__Output>
      }
    }
  }
}

