import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly clearable?: boolean;
  readonly onChange: (day: string | undefined) => void;
}

/** A business day, typed or picked. */
export function DayField({ label, value, clearable = false, onChange }: Props) {
  return (
    <DatePicker
      aria-label={label}
      placeholder="选择日期"
      style={{ width: 124 }}
      value={value ? dayjs(value) : null}
      allowClear={clearable}
      onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
    />
  );
}
