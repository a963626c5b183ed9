import { Input } from 'antd';
import { useEffect, useId, useState } from 'react';

/** How long typing must rest before the answer follows, in milliseconds. */
const TYPING_REST = 250;

interface Props {
  readonly name: string;
  readonly placeholder?: string;
  readonly width?: number;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A text to look for; what it finds follows the typing. */
export function TextField({ name, placeholder, width = 220, value, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return;
    const rest = setTimeout(() => onChange(text), TYPING_REST);
    return () => clearTimeout(rest);
  });
  return (
    <span className="field">
      <label className="field-name" htmlFor={id}>
        {name}
      </label>
      <Input
        id={id}
        type="search"
        allowClear
        placeholder={placeholder}
        style={{ width }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  );
}
