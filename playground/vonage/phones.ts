import type { AcceptedMessage } from './oracle.ts';

/** One text in a phone's list, seen from the phone. */
export type PhoneText = {
  direction: 'received' | 'sent';
  /** The number at the other end, without +. */
  with: string;
  text: string;
  at: number;
};

export type Phone = {
  /** Without +. */
  readonly number: string;
  readonly messages: readonly PhoneText[];
  /** Sends a text; without `to` it answers the last number that wrote. */
  text(text: string, options?: { to?: string }): void;
};

/** A text on its way from a phone to one of the account's numbers. */
export type InboundText = {
  from: string;
  to: string;
  text: string;
};

export type Phones = {
  /** All phones that ever got or sent a text, or were asked for. */
  readonly list: Phone[];
  /** The phone with that number, made on first use. */
  phone(number: string): Phone;
  /** Puts an accepted message on its phone. */
  receive(message: AcceptedMessage): Phone;
};

/** The phones of this world; `send` carries what they write to Vonage. */
export function createPhones(now: () => number, defaultTo: () => string, send: (text: InboundText) => void): Phones {
  const phones = new Map<string, Phone & { messages: PhoneText[] }>();

  function phone(given: string) {
    const number = given.replace(/\D/g, '');
    const known = phones.get(number);
    if (known) return known;

    const messages: PhoneText[] = [];
    const made = {
      number,
      messages,
      text(text: string, { to }: { to?: string } = {}) {
        const lastSender = messages.findLast((message) => message.direction === 'received')?.with;
        const target = to?.replace(/\D/g, '') ?? lastSender ?? defaultTo();
        messages.push({ direction: 'sent', with: target, text, at: now() });
        send({ from: number, to: target, text });
      },
    };
    phones.set(number, made);
    return made;
  }

  return {
    get list() {
      return [...phones.values()];
    },
    phone,
    receive(message) {
      const receiver = phone(message.to);
      receiver.messages.push({ direction: 'received', with: message.from, text: message.text, at: now() });
      return receiver;
    },
  };
}
