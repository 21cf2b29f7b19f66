/**
 * The number that a text writes in plain digits, with a sign and a decimal point at most and no more than 15 digits on
 * either side; `undefined` for any other text, such as `0x10`, `1e3` or a blank one.
 *
 * @internal
 */
export const numberIn = (text: string): number | undefined =>
  /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
