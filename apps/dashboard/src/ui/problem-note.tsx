import { Alert, Button } from 'antd';
import { Problem } from '../http.js';

/** Says in the server's words why there is nothing to show, where it would have been shown. */
export function ProblemNote({ error, retry }: { error: Error; retry?: () => unknown }) {
  const [title, detail] = error instanceof Problem ? [error.title, error.detail] : ['页面出错', error.message];
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={title}
      description={detail}
      action={
        retry && (
          <Button size="small" onClick={() => void retry()}>
            重试
          </Button>
        )
      }
    />
  );
}
