import { Select } from 'antd';
import { useUnits } from '../queries.js';

interface Props {
  readonly name: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [code: string, name: string])[];
  readonly width?: number;
  /** What no choice means. */
  readonly all?: string;
  readonly onChange: (code: string | undefined) => void;
}

/** A choice of one code, or of all. */
export function SelectField({ name, value, options, width = 120, all = '全部', onChange }: Props) {
  return (
    <span className="field">
      <span className="field-name">{name}</span>
      <Select
        aria-label={name}
        style={{ width }}
        popupMatchSelectWidth={false}
        value={value ?? ''}
        options={[{ value: '', label: all }, ...options.map(([code, label]) => ({ value: code, label }))]}
        onChange={(code) => onChange(code || undefined)}
      />
    </span>
  );
}

/** A choice of one unit, or of all. */
export function UnitSelect({ name = '单位', ...props }: Omit<Props, 'name' | 'options'> & { readonly name?: string }) {
  const { data: units = [] } = useUnits();
  return (
    <SelectField
      name={name}
      options={units.map(({ code, name: label }) => [code, label] as const)}
      width={148}
      {...props}
    />
  );
}
