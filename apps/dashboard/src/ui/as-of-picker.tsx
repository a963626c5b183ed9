import { Button, Input, Select, Tooltip } from 'antd';
import { useState } from 'react';
import { type AsOf } from '../api.js';
import { DayField } from './day-field.js';

interface Props {
  /** A `seq`, a day, or nothing for the present. */
  readonly value: string | undefined;
  readonly current: AsOf | undefined;
  readonly onChange: (value: string | undefined) => void;
}

type Kind = 'now' | 'day' | 'seq';

/** Chooses what was known when: now, by the end of a day, or up to an event of the log. */
export function AsOfPicker({ value, current, onChange }: Props) {
  const [kind, setKind] = useState<Kind>(kindOf(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    // The address changed from outside, as by the browser's back button.
    setShown(value);
    setKind(kindOf(value));
  }
  const choose = (next: Kind) => {
    setKind(next);
    if (next === 'now') onChange(undefined);
  };
  return (
    <span className="field" role="group" aria-label="截至">
      <span className="field-name">截至</span>
      <Select
        aria-label="截至方式"
        value={kind}
        onChange={choose}
        style={{ width: 92 }}
        options={[
          { value: 'now', label: '此刻' },
          { value: 'day', label: '某日末' },
          { value: 'seq', label: '某号事件' },
        ]}
      />
      {kind === 'day' && (
        <DayField label="截至日" value={kindOf(value) === 'day' ? value : undefined} onChange={onChange} />
      )}
      {kind === 'seq' && (
        <SeqField key={value} value={kindOf(value) === 'seq' ? value : undefined} onChange={onChange} />
      )}
      {kind === 'now' && current && current.seq !== '0' && (
        <Tooltip title="以后记录的事件不再改变这一页；链接可以转给他人核对">
          <Button onClick={() => onChange(current.seq)}>定格</Button>
        </Tooltip>
      )}
    </span>
  );
}

function SeqField({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const [text, setText] = useState(value ?? '');
  const commit = () => {
    if (/^\d+$/.test(text) && text !== value) onChange(text);
  };
  return (
    <Input
      aria-label="事件序号"
      inputMode="numeric"
      placeholder="序号"
      style={{ width: 88 }}
      value={text}
      status={text && !/^\d+$/.test(text) ? 'error' : ''}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}

const kindOf = (value: string | undefined): Kind => (!value ? 'now' : value.includes('-') ? 'day' : 'seq');
