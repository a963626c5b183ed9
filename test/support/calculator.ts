/**
 * A pocket calculator for the arithmetic in receipts: numbers, `+ - × ÷` and brackets, the usual precedence. It shares
 * nothing with the code that writes the receipts, so that it can contradict them.
 * @throws SyntaxError for anything else.
 */
export function calculate(text: string): number {
  const tokens = text.match(/\d+(\.\d+)?|[-+×÷()]/g) ?? [];
  if (tokens.join('') !== text) throw new SyntaxError(`not plain arithmetic: ${text}`);
  let at = 0;
  const next = () => tokens[at++];
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') value = next() === '+' ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[at] === '×' || tokens[at] === '÷') value = next() === '×' ? value * factor() : value / factor();
    return value;
  };
  const factor = (): number => {
    const token = next();
    if (token === '-') return -factor();
    if (token === '(') {
      const value = sum();
      if (next() !== ')') throw new SyntaxError(`unclosed bracket: ${text}`);
      return value;
    }
    const value = Number(token);
    if (token === undefined || Number.isNaN(value)) throw new SyntaxError(`a number is missing: ${text}`);
    return value;
  };
  const value = sum();
  if (at !== tokens.length) throw new SyntaxError(`unexpected ${tokens[at]}: ${text}`);
  return value;
}

/** A receipt's arithmetic and the figure it states: `45÷52×25≈21.63461538，…` is 45÷52×25 and 21.63461538. */
export function statedArithmetic(formula: string): { expression: string; stated: number } | undefined {
  const found = /(?:^|，)([-\d.+×÷()]+)[=≈](-?[\d.]+)/.exec(formula);
  return found ? { expression: found[1] as string, stated: Number(found[2]) } : undefined;
}
