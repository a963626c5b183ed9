interface Props {
  readonly children: string;
  /** `open`: still on its way; `done`: ended well; `ended`: ended otherwise. */
  readonly tone?: 'open' | 'done' | 'ended';
}

/** Where a thing stands. */
export function StatusTag({ children, tone = 'open' }: Props) {
  return <span className={`stage status-${tone}`}>{children}</span>;
}
