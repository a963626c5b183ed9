import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';

/** A route that answers a question, in Chinese words; every one can wait for a command's position. */
export const QueryRoute = (summary: string, { declaresPosition = false } = {}) =>
  applyDecorators(
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
