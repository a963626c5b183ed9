/**
 * The one place that imports the protocol's classes. They are CommonJS that Node cannot see named exports in, hence
 * the default imports.
 */
import streamsServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import serverFeaturesServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossipServices from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import monitoringServices from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import operationsServices from '@eventstore/db-client/generated/operations_grpc_pb.js';
import persistentServices from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import projectionsServices from '@eventstore/db-client/generated/projections_grpc_pb.js';
import usersServices from '@eventstore/db-client/generated/users_grpc_pb.js';

export { default as streams } from '@eventstore/db-client/generated/streams_pb.js';
export { default as shared } from '@eventstore/db-client/generated/shared_pb.js';
export { default as rpcStatus } from '@eventstore/db-client/generated/status_pb.js';
export { default as rpcCode } from '@eventstore/db-client/generated/code_pb.js';
export { default as serverFeatures } from '@eventstore/db-client/generated/serverfeatures_pb.js';
export { default as wellKnownAny } from 'google-protobuf/google/protobuf/any_pb.js';
export { default as wellKnownEmpty } from 'google-protobuf/google/protobuf/empty_pb.js';

export const { StreamsService } = streamsServices;
export const { ServerFeaturesService } = serverFeaturesServices;
export const { GossipService } = gossipServices;
export const { MonitoringService } = monitoringServices;
export const { OperationsService } = operationsServices;
export const { PersistentSubscriptionsService } = persistentServices;
export const { ProjectionsService } = projectionsServices;
export const { UsersService } = usersServices;

export type * as StreamsMessages from '@eventstore/db-client/generated/streams_pb.js';
export type * as SharedMessages from '@eventstore/db-client/generated/shared_pb.js';
export type * as StatusMessages from '@eventstore/db-client/generated/status_pb.js';
