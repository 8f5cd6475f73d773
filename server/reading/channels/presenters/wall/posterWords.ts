import { documentOf, type PartOf, type Total } from '@shared/presentation/document'
import { scaled } from '@shared/presentation/document/figures'
import { dateLabel } from '@shared/common/period'
import { lastDay } from '@shared/presentation/publicityWords'
import type { NoticePage } from '@shared/contract/reading/site'
import { codeOf, dayOf, SEAL, sentenceIn } from './words'

interface Sum {
  label: string
  text: string
  /** Share of the longer bar, 0 to 1; null: sums that no bar compares. */
  share: number | null
  /** Spending is hatched, everything else solid. */
  hatched: boolean
}

/** What the poster 群海报 says: sums of the village, never a row and never a name. */
export interface PosterWords {
  name: string
  corner: readonly string[]
  title: string
  figure: { label: string; whole: string; cents: string; unit: string } | null
  sums: readonly Sum[]
  sentences: readonly string[]
  /** Null without a stored sign-off. */
  seal: { words: string; signed: string; until: string } | null
  code: string
}

const SENTENCES = 2
const MONEY = 2

type Sheet = PartOf<'sheet'>

/** Income and spending side by side; of other sheets the first two sums that the figure does not state. */
function sumsOf(sheet: Sheet | undefined, figure: string): Sum[] {
  const totals = sheet?.totals ?? []
  const money = totals.filter(({ id }) => id === 'income' || id === 'expense')
  if (money.length < MONEY) {
    return totals
      .filter(({ text }) => text !== figure)
      .slice(0, MONEY)
      .map(({ label, text }) => ({ label, text, share: null, hatched: false }))
  }
  const amount = ({ text }: Total): number => Math.abs(scaled(text) ?? 0)
  const longest = Math.max(1, ...money.map(amount))
  return money.map(total => ({
    label: total.label,
    text: total.text,
    share: amount(total) / longest,
    hatched: total.id === 'expense',
  }))
}

function figureOf(sentence: PartOf<'sentence'> | undefined): PosterWords['figure'] {
  if (!sentence?.figure) return null
  const { label, text, unit } = sentence.figure
  const [whole = '', cents = ''] = text.split(/(?=\.)/)
  return { label, whole, cents, unit }
}

export function posterWords(page: NoticePage): PosterWords {
  const { notice, org, presented, signOff, publicity, explained } = page
  const document = documentOf(presented.blocks)
  const sentence = document.find(part => part.kind === 'sentence')
  const sheet = document.find(part => part.kind === 'sheet')
  const figure = sentence?.figure ? `${sentence.figure.text}${sentence.figure.unit}` : ''
  const said = [...(explained?.sentences ?? []), sentenceIn(page)].filter(Boolean)
  return {
    name: notice.orgName,
    corner: [`${org.words.affairs}公开`, dayOf(notice.publishedAt)],
    title: notice.title,
    figure: figureOf(sentence),
    sums: sumsOf(sheet, figure),
    sentences: said.slice(0, SENTENCES),
    seal: signOff && {
      words: SEAL,
      signed: `${signOff.name} ${dayOf(signOff.at)}审过`,
      until: `公示到${dateLabel(lastDay(publicity))}`,
    },
    code: `短码 ${codeOf(page)}`,
  }
}
