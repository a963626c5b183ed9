import { Button, Input } from 'antd';
import { useState } from 'react';
import { signIn, wasRefused } from '../session.js';
import { PageTitle } from './page-title.js';

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Asks for an access token and says where one comes from. */
export function SignIn() {
  const [token, setToken] = useState('');
  const isToken = JWT.test(token.trim());
  return (
    <main className="sign-in">
      <PageTitle>登录</PageTitle>
      <h1>招商引资台账</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isToken) signIn(token);
        }}
      >
        <label htmlFor="token">访问令牌</label>
        <Input.TextArea
          id="token"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          rows={5}
          placeholder="粘贴访问令牌"
          value={token}
          status={token && !isToken ? 'warning' : ''}
          onChange={(event) => setToken(event.target.value)}
        />
        <p className="hint" role="status">
          {hintFor(token, isToken)}
        </p>
        <Button type="primary" htmlType="submit" size="middle" disabled={!isToken}>
          进入
        </Button>
      </form>
      <p>没有令牌？请向管理员索取，或在服务所在的机器上签发：</p>
      <pre>npm run ledger -- token --role auditor --unit 单位代码</pre>
    </main>
  );
}

function hintFor(token: string, isToken: boolean): string {
  if (token && !isToken) return '这不像一枚完整的令牌：令牌由三段组成，以点号相连。';
  if (!token && wasRefused()) return '令牌未被接受：可能已过期，或不是本服务签发的。';
  return '令牌只保存在本标签页，关闭即失效。';
}
