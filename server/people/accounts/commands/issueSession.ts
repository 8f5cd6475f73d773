import type { Session } from '@shared/contract/people/auth'
import { presentMe } from '../presenters/me'
import type { LoggedIn } from '../queries/actor'
import type { Services } from '@server/platform/services'
import { ACCESS_SECONDS, REFRESH_SECONDS, newRefreshToken, refreshHash } from '@server/platform/tokens'
import { Sessions } from '../models/sessions'
import { newId } from '@server/platform/store/collection'

/** Issues the next token pair of a login. */
export async function issueSession(services: Services, login: string, actor: LoggedIn): Promise<Session> {
  const { db, clock, tokens } = services
  const refreshToken = newRefreshToken()
  const createdAt = clock.now()
  await db.of(Sessions).create([
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
