/** Who reads: the names they know, and the zone they live in. */
export type Reader = {
  readonly names: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly nowMs: number;
};

/** A moment in the words of Slack's date format: "{time} {date_short_pretty}" becomes "10:05 AM today". */
export function moment(seconds: number, format: string, reader: Reader): string {
  const at = new Date(seconds * 1_000);
  const date = (options: Intl.DateTimeFormatOptions) =>
    at.toLocaleDateString('en-US', { timeZone: reader.zone, ...options });
  const forms: Record<string, () => string> = {
    time: () => clockTime(at.getTime(), reader.zone),
    time_secs: () => clockTime(at.getTime(), reader.zone, true),
    date: () => date({ month: 'long', day: 'numeric', year: 'numeric' }),
    date_num: () => at.toLocaleDateString('sv-SE', { timeZone: reader.zone }),
    date_short: () => date({ month: 'short', day: 'numeric', year: 'numeric' }),
    date_long: () => date({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }),
  };
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const bare = name.replace(/_pretty$/, '');
    const day = name.endsWith('_pretty') ? nearDay(at, reader) : undefined;
    return day ?? forms[bare]?.() ?? whole;
  });
}

/** "10:05 AM" */
export function clockTime(ms: number, zone: string, seconds = false): string {
  return new Date(ms).toLocaleTimeString('en-US', {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
  });
}

function nearDay(at: Date, { nowMs, zone }: Reader): string | undefined {
  const day = (ms: number) => new Date(ms).toLocaleDateString('sv-SE', { timeZone: zone });
  const dayMs = 86_400_000;
  if (day(at.getTime()) === day(nowMs)) return 'today';
  if (day(at.getTime()) === day(nowMs - dayMs)) return 'yesterday';
  if (day(at.getTime()) === day(nowMs + dayMs)) return 'tomorrow';
}

const emoji: Readonly<Record<string, string>> = {
  white_check_mark: '✅',
  warning: '⚠️',
  x: '❌',
  hourglass_flowing_sand: '⏳',
  double_vertical_bar: '⏸️',
  rotating_light: '🚨',
  tada: '🎉',
  eyes: '👀',
  wave: '👋',
  smile: '😄',
  thumbsup: '👍',
  '+1': '👍',
};

export function emojiNamed(name: string): string | undefined {
  return emoji[name];
}
