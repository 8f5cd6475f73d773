import { setTimeout as sleep } from 'node:timers/promises'
import { MAX_PIECE, piecesOf } from './textPieces'
import type { TextToCheck, WechatClient } from '.'

/** `review`: a person has to check it before others may read it. */
export type Judgement = 'pass' | 'review'

export interface TextCheck {
  /**
   * Checks a user's text with WeChat's text check. Fails closed: a risk, doubt, failure, timeout or invalid answer is
   * `review`. Never throws. Call it outside the transaction: it uses the network.
   */
  judge(text: TextToCheck): Promise<Judgement>
}

/** Milliseconds for all pieces of a text together; the writer waits for it. */
const PATIENCE_MS = 12_000

export function createTextCheck(
  wechat: Pick<WechatClient, 'msgSecCheck'>,
  patienceMs = PATIENCE_MS,
): TextCheck {
  async function judgePieces({ openid, text, scene }: TextToCheck): Promise<Judgement> {
    for (const piece of piecesOf(text, MAX_PIECE)) {
      if ((await wechat.msgSecCheck({ openid, text: piece, scene })) !== 'pass') return 'review'
    }
    return 'pass'
  }

  return {
    judge: async asked => {
      if (asked.text.trim() === '') return 'pass'
      const late = new AbortController()
      const tooLong = sleep(patienceMs, 'review' as const, { signal: late.signal, ref: false })
      try {
        return await Promise.race([judgePieces(asked), tooLong])
      } catch {
        return 'review'
      } finally {
        tooLong.catch(() => undefined)
        late.abort()
      }
    },
  }
}
