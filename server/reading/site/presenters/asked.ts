import { yuan } from '@shared/common/money'
import type { Answer, Asked } from '@shared/contract/reading/answer'
import type { AskedRows, Said } from '../queries/asked'

function presentSource({ noticeId, title, signOff }: Said, entry: string | null): Answer['source'] {
  const signed = signOff?.opinion === 'agree' ? signOff.name : null
  return { noticeId, title, entry, signed }
}

function presentAnswer({ account, notice }: AskedRows): Answer | null {
  if (account) {
    const { answer, said } = account
    const { title, figure, says, bars, entry } = answer
    return { title, figure, says, bars, source: presentSource(said, entry) }
  }
  if (!notice) return null
  const { said, sentence, figure } = notice
  return { title: said.title, figure, says: sentence, bars: [], source: presentSource(said, null) }
}

/** Public: what answers a question of a village 问一句. */
export const presentAsked = (rows: AskedRows): Asked => ({
  answer: presentAnswer(rows),
  word: rows.word,
  lines: rows.account?.answer.lines ?? [],
  matters: rows.matters.map(({ amountFen, ...matter }) => ({
    ...matter,
    amount: amountFen === null ? null : yuan(amountFen),
  })),
  services: rows.services.map(({ code, name, summary }) => ({ code, name, text: summary })),
  contacts: rows.contacts,
})
