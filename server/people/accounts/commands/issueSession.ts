import type { Tx } from '@server/platform/store/db'
import type { Session } from '@shared/contract/people/auth'
import { presentMe } from '../presenters/me'
import type { LoggedIn } from '../queries/actor'
import {
  ACCESS_SECONDS,
  REFRESH_SECONDS,
  type TokenService,
  newRefreshToken,
  refreshHash,
} from '@server/platform/access/tokens'
import { Sessions } from '../models/sessions'
import { hasAgreed } from '@server/people/agreements'
import { newId } from '@server/platform/store/collection'

/** Issues the next token pair of a login. */
export async function issueSession(
  tx: Tx,
  tokens: TokenService,
  login: string,
  actor: LoggedIn,
): Promise<Session> {
  const refreshToken = newRefreshToken()
  await tx.of(Sessions).create([
    {
      _id: newId('ses'),
      family: login,
      userId: actor.id,
      tokenHash: refreshHash(refreshToken),
      createdAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + REFRESH_SECONDS * 1000),
      usedAt: null,
      revokedAt: null,
    },
  ])
  return {
    accessToken: tokens.sign({ userId: actor.id, tokenVersion: actor.tokenVersion, login }),
    refreshToken,
    expiresIn: ACCESS_SECONDS,
    me: presentMe(actor, await hasAgreed(tx, actor.id, 'use')),
  }
}
