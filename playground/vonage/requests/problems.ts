/** An error answer as Vonage documents it: RFC 7807, plus the faulty parameters on a 422. */
export type Problem = {
  status: number;
  contentType: 'application/problem+json' | 'application/json';
  body: Record<string, unknown>;
};

export type InvalidParameter = {
  name: string;
  reason: string;
};

export const unauthorized = (): Problem =>
  problem(401, 'unauthorized', 'Unauthorized', 'You did not provide correct credentials.');

export const lowBalance = (): Problem =>
  problem(
    402,
    'low-balance',
    'Low balance',
    'This request could not be performed due to your account balance being low.',
  );

export const throttled = (): Problem =>
  problem(429, 'throttled', 'Rate Limit Hit', 'Please wait, then retry your request');

export const internalError = (status = 500): Problem =>
  problem(status, 'internal-error', 'Internal Error', 'There was an error processing your request in the Platform.');

export const notFound = (): Problem => problem(404, 'not-found', 'Not Found', 'The requested resource was not found.');

export const forbidden = (): Problem => problem(403, 'forbidden', 'Forbidden', 'This method is not allowed here.');

export const tooLarge = (): Problem => problem(413, 'too-large', 'Payload Too Large', 'The request body is too large.');

export const invalidJson = (): Problem => ({
  ...problem(422, 'invalid-json', 'Invalid JSON', 'The request body did not contain valid JSON.'),
  contentType: 'application/json',
});

/** A 422 with Vonage's own four-digit code. */
export function invalid(code: string, title: string, detail: string, parameters: InvalidParameter[]): Problem {
  const type = `https://developer.vonage.com/api-errors/messages#${code}`;
  return {
    status: 422,
    contentType: 'application/json',
    body: { type, title, detail, invalid_parameters: parameters },
  };
}

function problem(status: number, anchor: string, title: string, detail: string): Problem {
  return {
    status,
    contentType: 'application/problem+json',
    body: { type: `https://developer.vonage.com/api-errors#${anchor}`, title, detail },
  };
}
