import { randomBytes } from 'node:crypto';
import type { Methods } from './method.ts';
import { optional, Refusal } from './refusal.ts';

export const connections: Methods = {
  'api.test': {
    token: 'none',
    run: (_state, args) => {
      const error = optional(args, 'error');
      if (error) throw new Refusal(error, { args });
      return { args };
    },
  },
  'auth.test': {
    run: (state) => ({
      url: `${state.url}/`,
      team: state.team.name,
      user: state.users.get(state.app.botUserId)?.name,
      team_id: state.team.id,
      user_id: state.app.botUserId,
      bot_id: state.app.botId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    run: (state) => {
      const ticket = randomBytes(16).toString('hex');
      state.tickets.add(ticket);
      return { url: `${state.url.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${state.app.id}` };
    },
  },
};
