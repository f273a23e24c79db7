const THIN = '\u202f';
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A count with thin separators: `20 000`. */
export function count(value: number): string {
  return whole.format(value).replaceAll(',', THIN);
}

/** A number with at most so many decimals, and thin separators. */
export function decimal(value: number, decimals: number): string {
  return value
    .toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .replaceAll(',', THIN);
}

/** A share as per cent with one decimal; never 100 % or 0 % unless it is exactly that. */
export function percent(share: number, decimals = 1): string {
  const step = 10 ** -decimals;
  const value = share * 100;
  const shown = share < 1 ? Math.min(value, 100 - step) : value;
  const floor = share > 0 ? Math.max(shown, step) : shown;
  return `${floor.toFixed(share === 0 || share === 1 ? 0 : decimals)}${THIN}%`;
}

/** `1 unit`, `2 units`. */
export function counted(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A difference with its sign, with a true minus. */
export function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : value < 0 ? `\u2212${text}` : text;
}
