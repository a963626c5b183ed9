import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { adoptTokenOfAddress } from './session.js';
import './style/page.css';
import './style/table.css';
import './style/views.css';
import './style/life.css';
import './style/print.css';
import { THEME } from './style/theme.js';

dayjs.locale('zh-cn');
adoptTokenOfAddress();
addEventListener('hashchange', adoptTokenOfAddress);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={THEME} componentSize="small" button={{ autoInsertSpace: false }}>
      <App />
    </ConfigProvider>
  </StrictMode>,
);
