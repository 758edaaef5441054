/** Only signs, as a phone sends them for a reaction; letters and digits are a person's own words. */
export function isReactionsEmoji(text: string): boolean {
  const rest = text.replace(/[\d#*]\ufe0f?\u20e3/g, '').replace(/\p{Extended_Pictographic}/gu, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}
