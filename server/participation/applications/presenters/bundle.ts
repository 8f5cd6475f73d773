import { createHash } from 'node:crypto'
import { type CaseItem, REPLY_KINDS } from '@server/domain/application'
import { type ZippedFile, writeZip } from '@server/documents/archive/writeZip'
import { type Download, fileName } from '@server/platform/download'
import { chinaDate, dateLabel } from '@shared/common/period'
import { doorOf } from '@shared/facts/participation/applicationRules'
import { archiveList } from '../archive'
import type { ApplicationContext } from '../caseFile'
import { itemsWithPapers } from '../casePapers'
import { replyHash } from '../letter'

interface Props {
  work: ApplicationContext
  names: ReadonlyMap<string, string>
  /** Withheld words of each paper, opened. */
  opened: ReadonlyMap<string, readonly string[]>
  contentOf: (sha256: string, bytes: number) => AsyncIterable<Buffer>
  now: Date
}

const OPINIONS = { agree: '同意', 'agree-with-changes': '修改后同意', object: '不同意' } as const
const ANSWERS = { agreed: '同意公开', partly: '部分同意', refused: '不同意', silent: '到期没有答复' } as const
const MANNERS = { direct: '当面', post: '邮政', platform: '网上' } as const
const PROCESS = [
  'correct',
  'corrected',
  'extend',
  'fee',
  'paid',
  'seek-opinion',
  'opinion',
  'lapse',
  'withdraw',
]

const day = (date: string | null | undefined): string => (date ? dateLabel(date) : '（没有）')

function application({ work: { application: row } }: Props): string[] {
  const items = row.items.map(({ asked }, at) => `第 ${at + 1} 项：${asked ?? ''}`)
  return [
    `编号：${row.number}`,
    `申请人：${row.applicant}（身份信息密封，另行提供）`,
    `怎么收到的：${doorOf(row.door).label}`,
    ...items,
  ]
}

const receipt = ({ work: { application: row, org } }: Props): string[] => [
  `${org.name}`,
  `编号：${row.number}`,
  `收到：${day(row.receivedOn)}`,
  `答复的最后一天：${day(row.dueOn)}`,
  row.dueWords,
]

const stepsOf = ({ work: { events }, names, work }: Props, steps: readonly string[]): string[] =>
  events
    .filter(({ step }) => steps.includes(step))
    .map(({ at, label, by, note }) => {
      const who = names.get(by) ?? (by === 'applicant' ? '申请人' : work.org.name)
      return `${day(chinaDate(at))} ${label} ${who}${note ? `：${note}` : ''}`
    })

const eachItem = (items: readonly CaseItem[], lines: (item: CaseItem) => string[]): string[] =>
  items.flatMap((item, at) => lines(item).map(line => `第 ${at + 1} 项：${line}`))

const opinions = ({ work }: Props): string[] =>
  eachItem(work.application.items, ({ opinions: asked }) =>
    (asked ?? []).map(
      ({ to, answer, weighing }) =>
        `${to ?? ''}，${answer ? ANSWERS[answer] : '还没有答复'}。权衡：${weighing ?? ''}`,
    ),
  )

const searches = ({ work }: Props): string[] =>
  eachItem(work.application.items, ({ search }) =>
    (search ?? []).map(
      one =>
        `${one.place ?? ''}，检索词 ${(one.words ?? []).join('、')}，${one.from ?? ''} 至 ${one.to ?? ''}，` +
        `${one.by ?? ''} ${one.on ?? ''} 检索，结果：${one.result ?? ''}`,
    ),
  )

const outcomes = ({ work }: Props): string[] =>
  eachItem(itemsWithPapers(work), ({ kind, articles, reasons }) => [
    `${kind ? REPLY_KINDS[kind].name : '没有结果'}，依据${(articles ?? []).join('、')}。${reasons ?? ''}`,
  ])

function approval({ work, names }: Props): string[] {
  const { handlerId, signerId, lawyer, headReason, lateReason } = work.application
  const who = (id: string | null | undefined) => (id ? (names.get(id) ?? id) : '（没有）')
  return [
    `经办人：${who(handlerId)}`,
    `律师：${who(lawyer?.userId)}${lawyer ? `，${OPINIONS[lawyer.opinion]}` : ''}`,
    `律师看过的内容摘要：${lawyer?.hash ?? '（没有）'}`,
    `签发人：${who(signerId)}`,
    `签发的内容摘要：${replyHash(work)}`,
    ...(headReason ? [`不采纳律师意见的理由：${headReason}`] : []),
    ...(lateReason ? [`逾期的原因：${lateReason}`] : []),
  ]
}

const reply = ({ work: { application: row } }: Props): string[] => [row.letter, row.remedy].filter(Boolean)

const deliveries = ({ work }: Props): string[] =>
  work.application.deliveries.map(
    ({ manner, on, proof }) => `${day(on)} ${MANNERS[manner]}送达，凭据：${proof}`,
  )

const withheld = ({ work: { papers }, opened }: Props): string[] =>
  papers.flatMap(({ _id, name, withheld: passages }) =>
    passages.map(
      ({ place, kind, reason }, at) =>
        `${name}，第 ${at + 1} 条，${place}，${REPLY_KINDS[kind].name}：${reason}。遮盖的文字：${opened.get(_id)?.[at] ?? ''}`,
    ),
  )

const archive = ({ work, now }: Props): string[] =>
  archiveList(work, now).map(({ name, missing }) => `${name}：${missing ?? '齐'}`)

/** Papers of the file in the order of the archive; what there is nothing of is left out. */
const PAPERS: readonly (readonly [string, (props: Props) => string[]])[] = [
  ['申请表', application],
  ['登记回执', receipt],
  ['补正、延期、收费、征求意见的经过', props => stepsOf(props, PROCESS)],
  ['第三方和其他机关的意见', opinions],
  ['检索记录', searches],
  ['逐项结果和理由', outcomes],
  ['审批和律师意见', approval],
  ['答复书', reply],
  ['送达回证', deliveries],
  ['不公开的部分', withheld],
  [
    '办理记录',
    props =>
      stepsOf(
        props,
        props.work.events.map(({ step }) => step),
      ),
  ],
  ['归档目录', archive],
]

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

interface Listed {
  name: string
  bytes: number
  sha256: string
  content: ZippedFile['content']
}

function textFiles(props: Props): Listed[] {
  return PAPERS.flatMap(([name, linesOf]) => {
    const lines = linesOf(props)
    return lines.length === 0 ? [] : [{ name, text: `${name}\n\n${lines.join('\n')}\n` }]
  }).map(({ name, text }, at) => ({
    name: `${String(at + 1).padStart(2, '0')} ${name}.txt`,
    bytes: Buffer.byteLength(text),
    sha256: hashOf(text),
    content: [text],
  }))
}

/**
 * Presents the evidence bundle 证据材料 for the review body in one step: every paper of the file, and a list of them with their hashes.
 * The identity stays sealed. Papers are sent while they are read, so that a bundle of 200 MB takes no memory.
 */
export function presentBundle(props: Props): Download {
  const { work, contentOf, now } = props
  const given = work.papers.map(({ name, bytes, sha256 }, at) => ({
    name: `材料/${String(at + 1).padStart(2, '0')} ${name}`,
    bytes,
    sha256,
    content: contentOf(sha256, bytes),
  }))
  const listed = [...textFiles(props), ...given]
  const lines = listed.map(({ name, bytes, sha256 }) => `${sha256}  ${bytes}  ${name}`)
  const head = `证据目录：${work.application.number}，共 ${listed.length} 件（散列 SHA-256，字节数，名称）`
  const files = [{ name: '00 证据目录.txt', content: [`${head}\n\n${lines.join('\n')}\n`] }, ...listed]
  return {
    name: fileName(`${work.application.number}-证据材料`, 'zip'),
    mime: 'application/zip',
    bytes: null,
    sha256: null,
    content: writeZip(files, now),
  }
}
