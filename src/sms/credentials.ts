import { Auth } from '@vonage/auth';
import { tokenGenerate } from '@vonage/jwt';

export type Credentials = {
  /** What the SDK's clients sign with. */
  auth: Auth;
  /** For the Messages API: a token of the application if there is one, else key and secret. Throws if the key cannot sign. */
  messages(): string;
  /** For the account's own APIs, which take nothing else. */
  account: string;
  /** The provider did not take the token: the next request gets a new one. */
  renew(): void;
};

type CredentialOptions = {
  apiKey: string;
  apiSecret: string;
  application?: { id: string; privateKey: string } | undefined;
  now: () => Date;
};

// The SDK's tokens live for 900 s; signing one costs more than all the rest of a send.
const tokenAgeMs = 600_000;

/** The SDK's own credentials with one difference: a token is signed once in ten minutes instead of for every request. */
export function createCredentials({ apiKey, apiSecret, application, now }: CredentialOptions): Credentials {
  // Without a key the SDK would look for a file of that name, so the key is empty.
  const auth = new Auth({
    apiKey,
    apiSecret,
    privateKey: application?.privateKey ?? '',
    ...(application && { applicationId: application.id }),
  });
  const account = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
  let token: { header: string; signedMs: number } | undefined;

  function bearer({ id, privateKey }: { id: string; privateKey: string }): string {
    const nowMs = now().getTime();
    // A clock that was set back makes the age negative.
    const ageMs = token ? nowMs - token.signedMs : -1;
    if (!token || ageMs < 0 || ageMs >= tokenAgeMs) {
      token = { header: `Bearer ${tokenGenerate(id, privateKey)}`, signedMs: nowMs };
    }
    return token.header;
  }

  if (application) auth.createBearerHeader = async () => bearer(application);
  return {
    auth,
    messages: () => (application ? bearer(application) : account),
    account,
    renew() {
      token = undefined;
    },
  };
}
