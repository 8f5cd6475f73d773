import type { Session } from '@shared/schemas/auth'
import { newId } from '../models'
import { presentMe } from '../presenters/me'
import type { LoggedIn } from '../queries/work/actor'
import type { Services } from '../services'
import { ACCESS_SECONDS, REFRESH_SECONDS, newRefreshToken, refreshHash } from '../services/tokens'

/** Issues the next pair of tokens of a login. */
export async function issueSession(services: Services, login: string, actor: LoggedIn): Promise<Session> {
  const { models, clock, tokens } = services
  const refreshToken = newRefreshToken()
  const createdAt = clock.now()
  await models.sessions.create([
    {
      _id: newId('ses'),
      family: login,
      userId: actor.id,
      tokenHash: refreshHash(refreshToken),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + REFRESH_SECONDS * 1000),
      usedAt: null,
      revokedAt: null,
    },
  ])
  return {
    accessToken: tokens.sign({ userId: actor.id, tokenVersion: actor.tokenVersion, login }),
    refreshToken,
    expiresIn: ACCESS_SECONDS,
    me: presentMe(actor),
  }
}
