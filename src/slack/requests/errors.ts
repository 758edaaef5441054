import { randomBytes } from 'node:crypto';
import { type AnyMiddlewareArgs, type Context, type Middleware, MultipleListenerError } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { CampaignError, FormError, type FormField } from '../../domain/campaign-error.ts';
import type { UserId } from '../../domain/ids.ts';
import { StorageError } from '../../ports/store.ts';
import type { Log } from '../../ports/world.ts';
import { describeError } from '../api/describe-error.ts';
import { missingScopeSentence } from '../api/scopes.ts';
import { missingScope, platformCode, readFailure } from '../api/slack-failure.ts';
import { homeProblem } from '../ui/home/home.ts';
import { bugMessage, problemMessage } from '../ui/messages/problem.ts';
import { noticeModal } from '../ui/modals/notice.ts';
import { asWritten } from '../ui/parts/message.ts';
import { fieldErrors, isElsewhere } from './field-errors.ts';
import { type Interaction, interactionOf } from './interaction.ts';
import { attemptOf, type Refused } from './refusals.ts';
import { showView } from './show-view.ts';
import { tooLate } from './too-late.ts';

/**
 * What the person is told: a broken rule word for word, a press that came too late or a missing permission by name, and
 * a bug as a reference that also stands in the log.
 */
type Problem = { sentence: string; fields: ReadonlyMap<FormField, string>; error: CampaignError | undefined };

/** The only place where a listener's error becomes an answer: under the fields, in the modal, or as an ephemeral message. */
export function answerErrors(log: Log, onRefused: (refused: Refused) => void): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    try {
      await args.next();
    } catch (thrown) {
      const error = thrown instanceof MultipleListenerError ? thrown.originals[0] : thrown;
      if (error instanceof CampaignError) {
        onRefused({ person: args.context.userId, attempt: attemptOf(args.body), code: error.code });
      }
      const problem = readProblem(error, log);
      await answer(args, problem).catch((failure) => {
        log.warn({ cause: describeError(failure) }, 'A person could not be told what went wrong');
      });
    }
  };
}

/** See `formAgain` of the interaction. */
export function ifItFails(context: Context, show: NonNullable<Interaction['formAgain']>): void {
  interactionOf(context).formAgain = show;
}

/** See `problemInModal` of the interaction. */
export function inModal(context: Context): void {
  interactionOf(context).problemInModal = true;
}

function readProblem(error: unknown, log: Log): Problem {
  if (error instanceof FormError) return { sentence: error.message, fields: error.problems, error };
  if (error instanceof CampaignError) {
    const fields = new Map(error.field ? [[error.field, error.message]] : []);
    return { sentence: error.message, fields, error };
  }
  const late = tooLate(error);
  if (late !== undefined) {
    log.info({ code: platformCode(error) }, 'An answer came too late for Slack');
    return { sentence: late, fields: new Map(), error: undefined };
  }
  const needed = missingScope(error);
  if (needed !== undefined) {
    log.warn({ needed }, missingScopeSentence(needed));
    return { sentence: missingScopeSentence(needed), fields: new Map(), error: undefined };
  }
  const failure = readFailure(error);
  if (failure?.kind === 'rate_limited' || failure?.kind === 'doubtful') {
    log.warn({ failure }, 'Slack did not take an answer');
    return { sentence: slackBusy, fields: new Map(), error: undefined };
  }
  if (error instanceof StorageError) {
    log.error(describeError(error), 'What a person wanted could not be stored');
    return { sentence: notStored, fields: new Map(), error: undefined };
  }
  const reference = randomBytes(4).toString('hex');
  log.error({ reference, ...describeError(error) }, 'A listener failed');
  return { sentence: bugMessage(reference).text, fields: new Map(), error: undefined };
}

const slackBusy = 'Slack takes nothing from Trickle just now, so its answer could not be shown. Try again in a minute.';

const notStored =
  'Trickle cannot save anything now, so this was not done, and nothing is sent meanwhile. Ask whoever runs it to look at its disk, then try again.';

async function answer(args: Parameters<Middleware<AnyMiddlewareArgs>>[0], problem: Problem): Promise<void> {
  if (!('ack' in args)) return answerAtHome(args, problem);
  if ('view' in args && args.body.type === 'view_submission') return answerForm(args, problem);

  await args.ack?.();
  if ('action' in args && 'view' in args.body && args.body.view) return answerInModal(args, problem);
  if (args.body.type === 'view_closed') return;
  for (const say of placesToSay(args, problem)) {
    // The next place is for when this one is closed: a used-up trigger, an expired address.
    const isSaid = await say().then(
      () => true,
      () => false,
    );
    if (isSaid) return;
  }
  const person = args.context.userId;
  if (person) await sayTo(args.client, person as UserId, problem.sentence);
}

/** A modal where one was to open, then a message that only the person sees. */
function placesToSay(args: Parameters<Middleware<AnyMiddlewareArgs>>[0], problem: Problem) {
  const { sentence } = problem;
  const places: (() => Promise<unknown>)[] = [];
  const trigger = 'trigger_id' in args.body ? args.body.trigger_id : undefined;
  if (interactionOf(args.context).problemInModal && trigger) {
    const view = problemModal(problem);
    places.push(() => args.client.views.open({ trigger_id: trigger, view }));
  }
  if ('respond' in args && typeof args.respond === 'function') {
    const { respond } = args;
    const said = {
      ...problemMessage(sentence),
      ...asWritten,
      ...threadOf(args.body),
      response_type: 'ephemeral',
      replace_original: false,
    } as const;
    places.push(() => respond(said));
  }
  return places;
}

/** A rule is no failure: nothing went wrong, and nothing was done. */
function problemModal({ error, sentence }: Problem): ModalView {
  return noticeModal(error ? 'Nothing was changed' : 'That did not work', sentence);
}

/** A person who pressed a button in a thread looks there, not at the channel's end. */
function threadOf(body: object): { thread_ts?: string } {
  const thread: unknown = 'message' in body ? Object(body.message).thread_ts : undefined;
  return typeof thread === 'string' ? { thread_ts: thread } : {};
}

type FormArgs = Extract<Parameters<Middleware<AnyMiddlewareArgs>>[0], { view: unknown }>;

async function answerForm({ ack, body, client, context }: FormArgs, problem: Problem): Promise<void> {
  const { acknowledgement, formAgain } = interactionOf(context);
  if (acknowledgement?.acknowledged) {
    const view = formAgain && problem.error ? formAgain(problem.error, true) : problemModal(problem);
    return showView(client, { viewId: body.view.id, person: body.user.id as UserId, view, orSay: problem.sentence });
  }

  const inputs = body.view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id ?? '');
  const { error } = problem;
  if (error && formAgain && isElsewhere(problem, inputs)) {
    return ack({ response_action: 'update', view: formAgain(error, false) });
  }
  const errors = error && fieldErrors(problem, inputs);
  if (errors) return ack({ response_action: 'errors', errors });
  return ack({ response_action: 'update', view: problemModal(problem) });
}

type ActionArgs = Extract<Parameters<Middleware<AnyMiddlewareArgs>>[0], { action: unknown }>;

/** The Home tab says why it shows nothing; a request of before the start only comes too late to change it. */
async function answerAtHome(args: Parameters<Middleware<AnyMiddlewareArgs>>[0], problem: Problem): Promise<void> {
  const { userId } = args.context;
  if (!('event' in args) || args.event.type !== 'app_home_opened' || !userId) return;
  if (problem.error?.code === 'of_before_the_start') return;
  await args.client.views.publish({ user_id: userId, view: homeProblem(problem.sentence) });
}

/** On top of the button's modal, or where there is none; if no modal fits there any more, in a direct message. */
async function answerInModal({ body, client }: ActionArgs, problem: Problem): Promise<void> {
  const view = problemModal(problem);
  const shown = { trigger_id: ('trigger_id' in body ? body.trigger_id : undefined) ?? '', view };
  const isAtHome = 'view' in body && body.view?.type === 'home';
  await (isAtHome ? client.views.open(shown) : client.views.push(shown)).catch(() =>
    sayTo(client, body.user.id as UserId, problem.sentence),
  );
}

async function sayTo(client: WebClient, person: UserId, sentence: string): Promise<void> {
  await client.chat.postMessage({ channel: person, ...problemMessage(sentence), ...asWritten });
}
