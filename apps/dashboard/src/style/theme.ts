import { type ThemeConfig } from 'antd';

/** Colours that the charts share with the styles. */
export const INK = '#1f2933';
export const MUTED = '#5b6772';
export const BLUE = '#1d4f7c';
/** Bars: light enough for a line to be seen across them. */
export const BAR = '#6d9bc3';
export const ACCENT = '#9a3412';

export const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: BLUE,
    colorText: INK,
    colorTextPlaceholder: '#6b7782',
    colorBorder: '#b4bec8',
    borderRadius: 3,
    fontFamily: FONT,
    fontSize: 14,
    controlHeightSM: 28,
    // Figures are read, not admired: nothing slides or fades in.
    motion: false,
  },
};
