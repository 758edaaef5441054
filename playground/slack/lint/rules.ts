/** Where a broken rule is told: a JSON pointer and Slack's sentence. */
export type Report = (pointer: string, message: string) => void;
export type Rule = (value: unknown, at: string, report: Report) => void;
export type Rules = Readonly<Record<string, Rule>>;

export const anything: Rule = () => undefined;

export const boolean: Rule = (value, at, report) => {
  if (typeof value !== 'boolean') report(at, 'must be a boolean');
};

/** A string of `min` to `max` characters, both included. */
export function string(max: number, min = 1): Rule {
  return (value, at, report) => {
    if (typeof value !== 'string') return report(at, 'must be a string');
    if (value.length > max) report(at, `must be less than ${max + 1} characters`);
    if (value.length < min) report(at, `must be more than ${min - 1} characters`);
  };
}

export function matching(pattern: RegExp, called: string): Rule {
  return (value, at, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(at, `must be ${called}`);
  };
}

export function integer(min: number, max: number): Rule {
  return (value, at, report) => {
    if (!Number.isInteger(value)) return report(at, 'must be an integer');
    if (Number(value) < min) report(at, `must be at least ${min}`);
    if (Number(value) > max) report(at, `must be at most ${max}`);
  };
}

export function oneOf(...allowed: readonly (string | number)[]): Rule {
  return (value, at, report) => {
    if (!allowed.some((one) => one === value)) report(at, `must be one of: ${allowed.join(', ')}`);
  };
}

export function list(item: Rule, max: number, min = 1): Rule {
  return (value, at, report) => {
    if (!Array.isArray(value)) return report(at, 'must be an array');
    if (value.length > max) report(at, `no more than ${max} items allowed`);
    if (value.length < min) report(at, `must have at least ${min} items`);
    value.forEach((one, index) => {
      item(one, `${at}/${index}`, report);
    });
  };
}

/** An object with exactly these fields: Slack refuses a view or a block with a field it does not know. */
export function object(required: Rules, optional: Rules = {}): Rule {
  return (value, at, report) => {
    if (!isObject(value)) return report(at, 'must be an object');
    for (const field of Object.keys(required)) {
      if (value[field] === undefined || value[field] === null) report(at, `missing required field: ${field}`);
    }
    for (const [field, part] of Object.entries(value)) {
      const rule = own(required, field) ?? own(optional, field);
      if (!rule) report(at, `invalid additional property: ${field}`);
      if (rule && part !== undefined && part !== null) rule(part, `${at}/${field}`, report);
    }
  };
}

/** Chooses the rule by the object's `type`; a type that is not listed is a problem. */
export function byType(rules: Rules): Rule {
  return (value, at, report) => {
    if (!isObject(value)) return report(at, 'must be an object');
    const rule = typeof value.type === 'string' ? own(rules, value.type) : undefined;
    if (!rule) return report(`${at}/type`, `unsupported type: ${String(value.type)}`);
    rule(value, at, report);
  };
}

export function both(...rules: readonly Rule[]): Rule {
  return (value, at, report) => {
    for (const rule of rules) rule(value, at, report);
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(rules: Rules, field: string): Rule | undefined {
  return Object.hasOwn(rules, field) ? rules[field] : undefined;
}
