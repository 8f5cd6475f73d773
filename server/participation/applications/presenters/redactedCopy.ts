import { REPLY_KINDS, type redact } from '@server/domain/application'
import type { Print } from '@server/documents/print'
import { articlesOf } from '../letter'

type Redacted = Extract<ReturnType<typeof redact>, { ok: true }>['value']

const PAPER = { size: 'A4', layout: 'portrait', body: 12, title: 18 } as const
/** One day for all copies: the same text gives the same bytes, and when it was made is in the file alone. */
const DATE = new Date('2020-01-01T00:00:00Z')

/**
 * Lays out a redacted copy 遮盖件 from the text with its bars: a new document, so that nothing of the original is in it. Its
 * metadata name neither case nor body nor person.
 */
export const presentRedactedCopy = ({ paragraphs, passages }: Redacted): Print => ({
  title: '遮盖件',
  author: '',
  paper: PAPER,
  date: DATE,
  footer: '遮盖件：遮盖的部分依法不公开',
  blocks: [
    ...paragraphs.filter(text => text.trim() !== '').map(text => ({ kind: 'paragraph', text }) as const),
    { kind: 'heading', level: 2, text: '不公开的部分' },
    {
      kind: 'table',
      columns: [
        { label: '序号', share: 1 },
        { label: '在哪里', share: 3 },
        { label: '依据', share: 4 },
        { label: '理由', share: 5 },
      ],
      rows: passages.map(({ place, kind, reason }, at) => [
        String(at + 1),
        place,
        `《政府信息公开条例》${articlesOf(kind).join('、')}（${REPLY_KINDS[kind].name}）`,
        reason,
      ]),
    },
  ],
})
