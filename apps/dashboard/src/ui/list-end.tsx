import { Button } from 'antd';

interface Props {
  readonly count: number;
  /** What is counted, as `个`. */
  readonly measure: string;
  readonly nothing: string;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => unknown;
}

/** Where a list ends: how many rows stand above, and the way to more. */
export function ListEnd({ count, measure, nothing, hasMore, isLoading, onMore }: Props) {
  return (
    <p className="list-end">
      {count === 0 ? nothing : `已列 ${count} ${measure}${hasMore ? '' : '，已全部列出'}`}
      {hasMore && (
        <Button loading={isLoading} onClick={() => void onMore()}>
          更多
        </Button>
      )}
    </p>
  );
}
