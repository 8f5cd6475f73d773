import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import sharp from 'sharp'
import { sha256Hex } from '@shared/common/hash'
import type { NoticePage } from '@shared/contract/reading/site'
import type { CardShape } from '@shared/contract/reading/shareCard'
import { fileName, type Download } from '@server/platform/download'
import { framed, type Piece, solid, toBottom, written } from './wall/ink'
import { dayOf } from './wall/words'

/** What a share card 转发卡片 says; never a person's name, never an amount. */
export interface CardWords {
  /** Name of the organisation; empty: none is named. */
  place: string
  title: string
  /** Below the title: category, period, date. */
  under: string
}

const HEIGHT = 800
const WIDTHS: Record<CardShape, number> = { chat: 1000, timeline: 800 }
const SIDE = 64
const [PAPER, INK, INK_2, ACCENT] = ['#f6f3ec', '#1b1d1e', '#4e5458', '#0b5f66']

/** Words for a notice: where, what, of which period and day. */
export function noticeCard({ notice, org, withdrawn }: NoticePage): CardWords {
  if (withdrawn) return { place: notice.orgName, title: '这条公示已撤回', under: dayOf(withdrawn.at) }
  return {
    place: `${notice.orgName} · ${org.words.affairs}公开`,
    title: notice.title,
    under: `${notice.periodLabel} · ${dayOf(notice.publishedAt)}公开`,
  }
}

async function draw({ place, title, under }: CardWords, shape: CardShape): Promise<Buffer> {
  const width = WIDTHS[shape]
  const inner = width - 2 * SIDE
  const style = { fill: INK, width: inner }
  const name = await written('明白栏', SIDE, SIDE, { ...style, size: 48, fill: ACCENT, font: 'song' })
  const where = place && (await written(place, SIDE, 220, { ...style, size: 52, fill: INK_2, lines: 1 }))
  const what = await written(title, SIDE, 310, { ...style, size: 84, font: 'song', lines: 3 })
  const foot =
    under && toBottom(await written(under, SIDE, 0, { ...style, size: 44, fill: INK_2 }), HEIGHT - 72)
  const pieces: Piece[] = [
    await framed({ left: 0, top: 0, width, height: HEIGHT }, INK, 6, false),
    name,
    await solid(SIDE, 152, inner, 10, INK),
    await solid(SIDE, 168, inner, 2, INK),
    ...(where ? [where] : []),
    what,
    ...(foot ? [foot] : []),
  ]
  return sharp({ create: { width, height: HEIGHT, channels: 3, background: PAPER } })
    .composite(
      pieces.map(({ input, left, top }) => ({ input, left: Math.round(left), top: Math.round(top) })),
    )
    .png({ palette: true, colours: 32 })
    .toBuffer()
}

/** Cards that are kept: a shared notice is asked for by everybody who sees the chat. */
const MOST_KEPT = 200
const kept = new LRUCache<string, Promise<Buffer>>({ max: MOST_KEPT })

/** Public: the picture of a share card, of 5:4 or 1:1, in place of WeChat's picture of the screen. */
export async function presentShareCard(words: CardWords, shape: CardShape): Promise<Download> {
  const key = sha256Hex(JSON.stringify([words, shape]))
  const picture = kept.get(key) ?? draw(words, shape)
  kept.set(key, picture)
  picture.catch(() => kept.delete(key))
  const content = await picture
  return {
    name: fileName(words.title, 'png'),
    mime: 'image/png',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    content: [content],
    inline: true,
  }
}
