import type { AnyMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';

/** Where the bot token was installed: in one workspace, perhaps of an organisation, or in a whole organisation. */
export type Workspace = { teamId: string | undefined; organisationId: string | undefined; isOrganisation: boolean };

type Body = AnyMiddlewareArgs['body'];

/** Asks Slack until it has answered once: where a token belongs never changes. */
export function findWorkspace(client: WebClient): () => Promise<Workspace> {
  let known: Workspace | undefined;
  return async () => {
    if (known) return known;
    const { team_id, enterprise_id, is_enterprise_install } = await client.auth.test({});
    known = {
      teamId: team_id,
      organisationId: enterprise_id || undefined,
      isOrganisation: is_enterprise_install === true,
    };
    return known;
  };
}

/**
 * Does this request come from there? Every place that it names has to be ours. A person's home counts only outside of
 * organisations, whose people work in workspaces that are not their first.
 */
export function isFromHere(body: Body, ours: Workspace): boolean {
  const named = readPlaces(body);
  if (ours.isOrganisation) return named.organisation === ours.organisationId;
  if (named.isOrganisation) return false;
  const teams = ours.organisationId ? named.teams : [...named.teams, ...named.homes];
  return teams.every((team) => team === ours.teamId);
}

function readPlaces(body: Body) {
  const place = body as {
    team_id?: string;
    team?: { id?: string; enterprise_id?: string } | null;
    user?: { team_id?: string };
    view?: { app_installed_team_id?: string };
    enterprise_id?: string;
    enterprise?: { id?: string } | null;
    is_enterprise_install?: boolean | string;
  };
  const said = (...ids: (string | undefined)[]) => ids.filter((id) => typeof id === 'string' && id !== '');
  return {
    teams: said(place.team_id, place.team?.id, place.view?.app_installed_team_id),
    homes: said(place.user?.team_id),
    organisation: said(place.enterprise_id, place.enterprise?.id, place.team?.enterprise_id)[0],
    isOrganisation: String(place.is_enterprise_install) === 'true',
  };
}
