import { limits } from './limits.ts';
import { anything, boolean, both, byType, isObject, object, oneOf, type Rule, string } from './rules.ts';

export const plainText = (max: number): Rule => byType({ plain_text: plainObject(max) });

/** Plain text or mrkdwn. */
export const anyText = (max: number): Rule => byType({ plain_text: plainObject(max), mrkdwn: mrkdwnObject(max) });

export const mrkdwn = (max: number): Rule => byType({ mrkdwn: mrkdwnObject(max) });

function plainObject(max: number): Rule {
  return object({ type: anything, text: string(max) }, { emoji: boolean });
}

function mrkdwnObject(max: number): Rule {
  return object({ type: anything, text: string(max) }, { verbatim: boolean });
}

export const confirm: Rule = object(
  { text: anyText(limits.confirmText) },
  {
    title: plainText(limits.confirmTitle),
    confirm: plainText(limits.confirmButton),
    deny: plainText(limits.confirmButton),
    style: oneOf('primary', 'danger'),
  },
);

/** An option of a select or an overflow menu: plain text only. */
export const plainOption: Rule = object(
  { text: plainText(limits.optionText), value: string(limits.optionValue) },
  { description: plainText(limits.optionText) },
);

export const overflowOption: Rule = object(
  { text: plainText(limits.optionText), value: string(limits.optionValue) },
  { description: plainText(limits.optionText), url: string(limits.url) },
);

/** An option of radio buttons or checkboxes, which may be mrkdwn. */
export const choiceOption: Rule = object(
  { text: anyText(limits.optionText), value: string(limits.optionValue) },
  { description: anyText(limits.optionText) },
);

const slackFile: Rule = both(object({}, { id: string(limits.id), url: string(limits.url) }), (value, at, report) => {
  if (isObject(value) && (value.id === undefined) === (value.url === undefined))
    report(at, 'must have exactly one of: id, url');
});

/** `image_url` or `slack_file`, one of them. */
export const imageSource: Rule = (value, at, report) => {
  if (!isObject(value)) return;
  if ((value.image_url === undefined) === (value.slack_file === undefined))
    report(at, 'must have exactly one of: image_url, slack_file');
};

export const imageFields = { image_url: string(limits.url), slack_file: slackFile };

export const dispatchConfig: Rule = object(
  {},
  {
    trigger_actions_on: (value, at, report) => {
      const known = ['on_enter_pressed', 'on_character_entered'];
      if (!Array.isArray(value) || value.length === 0 || !value.every((one) => known.includes(one)))
        report(at, `must be a list of: ${known.join(', ')}`);
    },
  },
);
