import { Type } from 'class-transformer';
import { IntegerField, TextField } from './fields.js';

const LARGEST_PAGE = 500;

/** What every query may ask for. */
export class ReadRequest {
  @TextField('命令答复中的 position：读到该位置之后再答复', 19, { optional: true }) minPosition?: string;
}

/** As of which event or day: what was known then. */
export const AsOfField = () =>
  TextField('按当时所知：事件序号，或日期 YYYY-MM-DD（该日终了时所知）', 20, { optional: true });

/** A query that can be put to the past. */
export class AsOfRequest extends ReadRequest {
  @AsOfField() asOf?: string;
}

/** A query that is answered page by page. */
export class PageRequest extends ReadRequest {
  @TextField('上一页答复中的 next', 200, { optional: true }) cursor?: string;
  @Type(() => Number) @IntegerField('每页行数', 1, LARGEST_PAGE, { optional: true }) limit?: number;
}
