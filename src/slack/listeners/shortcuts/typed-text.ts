/** A message's text as its author typed it: Slack marks up numbers, addresses and mentions, and escapes three characters. */
export function typedText(text: string): string {
  return text
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, label: string | undefined) => label ?? address(target))
    .replaceAll('```', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** Of mentions without a label only an id is known, which is nobody's number or name. */
function address(target: string): string {
  return /^[@#!]/.test(target) ? '' : target.replace(/^(tel|mailto):/, '');
}
