import { type Source } from '../api.js';
import { shortId } from '../format.js';

/** Where a record came from. */
export function SourceWords({ source }: { source: Source }) {
  if (source.kind === 'api') return '接口录入';
  return (
    <>
      导入第 {source.row} 行
      <div className="muted" title={source.file}>
        文件 <code>{shortId(source.file)}</code>
      </div>
    </>
  );
}
