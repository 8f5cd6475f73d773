import type { Session } from '@shared/schemas/auth'
import { newId } from '../models'
import { presentMe } from '../presenters/me'
import { actorOf } from '../queries/work/actor'
import { unauthorized } from '../errors'
import type { Services } from '../services'
import { ACCESS_SECONDS, REFRESH_SECONDS, newRefreshToken, refreshHash } from '../services/tokens'

/** Issues the next pair of tokens of a login; `family` ties it to the pairs before it. */
export async function issueSession(services: Services, userId: string, family: string): Promise<Session> {
  const { models, clock, tokens } = services
  const actor = await actorOf(services, userId)
  if (!actor) throw unauthorized('session-ended')
  const refreshToken = newRefreshToken()
  const createdAt = clock.now()
  await models.sessions.create([
    {
      _id: newId('ses'),
      family,
      userId,
      tokenHash: refreshHash(refreshToken),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + REFRESH_SECONDS * 1000),
      usedAt: null,
      revokedAt: null,
    },
  ])
  return {
    accessToken: tokens.sign({ userId, tokenVersion: actor.tokenVersion }),
    refreshToken,
    expiresIn: ACCESS_SECONDS,
    me: presentMe(actor),
  }
}
