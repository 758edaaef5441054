/** Networks by the code that receipts bear (country and network), where many of our texts go. */
const names: Readonly<Record<string, string>> = {
  310260: 'T-Mobile US',
  310120: 'T-Mobile US (Sprint)',
  310410: 'AT&T',
  310280: 'AT&T',
  310004: 'Verizon',
  310012: 'Verizon',
  311480: 'Verizon',
  311580: 'US Cellular',
  302720: 'Rogers',
  302610: 'Bell',
  302220: 'Telus',
  23410: 'O2 UK',
  23415: 'Vodafone UK',
  23420: 'Three UK',
  23430: 'EE',
  26201: 'Telekom',
  26202: 'Vodafone',
  26203: 'O2',
};

export function networkName(code: string): string {
  return names[code] ?? `network ${code}`;
}
