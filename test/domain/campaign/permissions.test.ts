import { describe, expect, test } from 'vitest';
import {
  isUncertain,
  type Member,
  type Roles,
  whyNotAdminister,
  whyNotApprove,
  whyNotCancel,
  whyNotCreate,
  whyNotSee,
} from '../../../src/domain/campaign/permissions.ts';
import type { UserId } from '../../../src/domain/ids.ts';
import { aPerson } from '../../support/builders.ts';

const author = 'U-author' as UserId;
const editor = 'U-editor' as UserId;
const campaign = { createdBy: author, lastEditedBy: editor };

const listed: Roles = {
  creators: ['U-creator', 'S-creators'],
  approvers: ['U-approver', 'S-approvers'],
  admins: ['U-admin', 'S-admins'],
};
const open: Roles = { creators: [], approvers: [], admins: [] };

function person(changes: Partial<Member> = {}): Member {
  return aPerson({ id: 'U-anybody' as UserId, name: 'Ada', ...changes });
}

const withId = (id: string) => person({ id: id as UserId });
const people: Record<string, Member | undefined> = {
  anybody: person(),
  author: withId(author),
  editor: withId(editor),
  creator: withId('U-creator'),
  approver: withId('U-approver'),
  admin: withId('U-admin'),
  'one of the creators’ group': person({ groups: ['S-creators'] }),
  'one of the approvers’ group': person({ groups: ['S-approvers'] }),
  'one of the admins’ group': person({ groups: ['S-admins'] }),
  'an author who approves': person({ id: author, groups: ['S-approvers', 'S-admins'] }),
  'an editor who approves': person({ id: editor, groups: ['S-approvers'] }),
  unknown: undefined,
};

/** create, approve, administer: with listed roles, then with none listed. */
const matrix: Record<string, string> = {
  anybody: '- - - + + n',
  author: '- own - + own n',
  editor: '- own - + own n',
  creator: '+ - - + + n',
  approver: '+ + - + + n',
  admin: '+ + + + + n',
  'one of the creators’ group': '+ - - + + n',
  'one of the approvers’ group': '+ + - + + n',
  'one of the admins’ group': '+ + + + + n',
  'an author who approves': '+ own + + own n',
  'an editor who approves': '+ own - + own n',
  unknown: '? ? ? ? ? ?',
};

const codes: Record<string, string | undefined> = {
  '+': undefined,
  '-': 'not_allowed',
  own: 'own_campaign',
  '?': 'unknown_person',
  n: 'no_admin',
};

function refusals(who: Member | undefined, roles: Roles): (string | undefined)[] {
  return [whyNotCreate(who, roles), whyNotApprove(who, campaign, roles), whyNotAdminister(who, roles)].map(
    (refusal) => refusal?.code,
  );
}

describe('who may create, approve and administer', () => {
  test.each(Object.entries(matrix))('%s, where roles are named and then where none are: %s', (name, row) => {
    const expected = row.split(' ').map((cell) => codes[cell]);
    expect([...refusals(people[name], listed), ...refusals(people[name], open)]).toEqual(expected);
  });

  test.each(['isBot', 'isDeactivated', 'isGuest', 'isExternal'] as const)(
    'is nobody who %s, whatever list they are on',
    (flag) => {
      for (const [name, someone] of Object.entries(people)) {
        if (!someone) continue;
        for (const roles of [listed, open]) {
          const found = refusals({ ...someone, [flag]: true }, roles);
          const approve = /author|editor/.test(name) ? 'own_campaign' : 'not_a_member';
          expect([name, found]).toEqual([name, ['not_a_member', approve, 'not_a_member']]);
        }
      }
    },
  );

  test('is told to whoever may not, with what to do', () => {
    for (const name of ['anybody', 'author', 'unknown']) {
      expect(whyNotApprove(people[name], campaign, listed)?.sentence).toMatch(/Ask|Try/);
    }
  });
});

describe('a user group that cannot be read', () => {
  const unread = (id: string, why: 'no_permission' | 'gone' | 'unreachable' = 'gone') =>
    person({ unreadGroups: [{ id, why }] });

  test.each([
    ['S-creators', whyNotCreate(unread('S-creators'), listed)],
    ['S-approvers', whyNotCreate(unread('S-approvers'), listed)],
    ['S-approvers', whyNotApprove(unread('S-approvers'), campaign, listed)],
    ['S-admins', whyNotApprove(unread('S-admins'), campaign, listed)],
    ['S-admins', whyNotAdminister(unread('S-admins'), listed)],
  ])('%s is what is named, not the person', (id, refusal) => {
    expect(refusal).toMatchObject({ code: 'group_unread', sentence: expect.stringContaining(`user group \`${id}\``) });
    expect(isUncertain(refusal!)).toBe(true);
  });

  test.each([
    ['no_permission', '`usergroups:read`: ask your Slack admin to reinstall'],
    ['gone', 'was deleted or disabled: ask your Slack admin to restore it'],
    ['unreachable', 'try again in a minute'],
  ] as const)('because it is %s says who can mend it', (why, mend) => {
    expect(whyNotApprove(unread('S-approvers', why), campaign, listed)?.sentence).toContain(mend);
  });

  test('says nothing where it decides nothing', () => {
    expect(whyNotCreate(unread('S-creators'), open)).toBeUndefined();
    expect(whyNotApprove({ ...unread('S-approvers'), id: author }, campaign, listed)?.code).toBe('own_campaign');
    expect(whyNotApprove({ ...unread('S-approvers'), id: 'U-approver' as UserId }, campaign, listed)).toBeUndefined();
    expect(whyNotApprove(unread('S-creators'), campaign, listed)?.code).toBe('not_allowed');
    expect(whyNotCreate({ ...unread('S-creators'), isGuest: true }, listed)?.code).toBe('not_a_member');
  });
});

describe('who may see campaigns', () => {
  const seen = (who: string, roles: Roles) => whyNotSee(people[who], roles)?.code;

  test('is whoever may write or approve', () => {
    const may = ['creator', 'approver', 'admin', 'one of the creators’ group', 'one of the approvers’ group'];
    expect(may.map((who) => seen(who, listed))).toEqual(may.map(() => undefined));
    expect(seen('anybody', listed)).toBe('not_allowed');
    expect(seen('unknown', listed)).toBe('unknown_person');
  });

  test('is everybody where everybody may write or approve', () => {
    for (const open of ['creators', 'approvers'] as const) {
      expect(seen('anybody', { ...listed, [open]: [] })).toBeUndefined();
    }
  });
});

describe('who may never approve a campaign', () => {
  test.each([
    ['everybody who edited it', { ...campaign, editedBy: [editor, 'U-approver' as UserId, author] }],
    ['who submitted it', { ...campaign, submittedBy: 'U-approver' as UserId }],
  ])('is %s', (_, edited) => {
    expect(whyNotApprove(people.approver, campaign, listed)).toBeUndefined();
    expect(whyNotApprove(people.approver, edited, listed)?.code).toBe('own_campaign');
    expect(whyNotApprove(people['one of the approvers’ group'], edited, listed)).toBeUndefined();
  });
});

describe('who may end somebody else’s campaign', () => {
  const never = { ...campaign, submittedAt: null, sentBack: null };
  const submitted = { ...never, submittedAt: '2026-03-02T09:00:00.000Z', submittedBy: author };
  const stages = [
    { ...never, status: 'draft' },
    { ...submitted, submittedAt: null, status: 'draft' },
    { ...submitted, status: 'pending_approval' },
    { ...submitted, status: 'running' },
  ] as const;
  const ends = (who: string, roles: Roles) =>
    stages.map((stage) => whyNotCancel(people[who], stage, roles)?.code ?? 'may').join(' ');

  test.each([
    ['creator', 'not_yours not_yours not_yours may', 'not_yours not_yours may may'],
    ['approver', 'not_yours may may may', 'not_yours not_yours may may'],
    ['admin', 'may may may may', 'not_yours not_yours may may'],
    ['author', 'not_allowed not_allowed not_allowed not_allowed', 'may may may may'],
    ['editor', 'not_allowed not_allowed not_allowed not_allowed', 'may may may may'],
    ['anybody', 'not_allowed not_allowed not_allowed not_allowed', 'not_yours not_yours may may'],
  ])(
    'of %s is asked for a draft, one that was withdrawn, what waits for approval, what runs: %s; with nobody named: %s',
    (who, named, nobody) => {
      expect(ends(who, listed)).toBe(named);
      expect(ends(who, open)).toBe(nobody);
    },
  );
});
