import { GetFunnelHandler } from './queries/funnel/get-funnel.js';
import { GetPipelineHandler } from './queries/pipeline/get-pipeline.js';

export * from './queries/funnel/funnel.query.js';
export * from './queries/funnel/get-funnel.js';
export * from './queries/pipeline/get-pipeline.js';
export * from './queries/pipeline/pipeline.query.js';

export const pipelineQueryHandlers = [GetPipelineHandler, GetFunnelHandler];
