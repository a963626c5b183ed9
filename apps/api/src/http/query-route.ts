import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { type ProjectionId } from '#libs/projections';

/** The metadata under which a route says what it draws on. */
export const DRAWS_ON = 'draws-on';

interface QueryRouteOptions {
  /** The request itself declares `minPosition`. */
  readonly declaresPosition?: boolean;
  /** The projections whose tables the answer is made of; when left out, any. Others neither delay it nor date it back. */
  readonly drawsOn?: readonly ProjectionId[];
}

/** A route that answers a question, in Chinese words; every one can wait for a command's position. */
export const QueryRoute = (summary: string, { declaresPosition = false, drawsOn }: QueryRouteOptions = {}) =>
  applyDecorators(
    SetMetadata(DRAWS_ON, drawsOn),
    ApiOperation({ summary }),
    ApiHeader({
      name: 'Prefer',
      required: false,
      description: 'wait=秒数：等待 minPosition 的上限，默认 5 秒，最多 60 秒',
    }),
    ...(declaresPosition
      ? []
      : [
          ApiQuery({
            name: 'minPosition',
            required: false,
            description: '命令答复中的 position：读到该位置之后再答复',
          }),
        ]),
    ApiOkResponse({ description: '答复；asOf 说明截至第几号事件' }),
  );
