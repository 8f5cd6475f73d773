import { cellLabel } from '@server/domain/catalogueDraft/fields'
import { openFields } from '@server/domain/catalogueDraft/marks'
import { dateLabel } from '@shared/common/period'
import type { Issue } from '@shared/contract/common'
import type { AreaDiffData, DraftDiffData, StillBound } from './queries/draftDiff'
import type { DraftRow, CatalogueDraftRow } from './models/catalogueDrafts'

const MOST_TOLD = 500

const named = ({ columns, sourceRow, sheet }: DraftRow): string => {
  const place = sourceRow === null ? '补的一行' : `${sheet === null ? '' : `“${sheet}”`}第 ${sourceRow} 行`
  const name = columns.path.join(' › ')
  return name === '' ? place : `${place}“${name}”`
}

/** Lists every unreviewed cell by name. */
function openIssues(lines: readonly DraftRow[]): Issue[] {
  return lines.flatMap(line =>
    openFields(line.marks).map(field => ({
      code: 'cell-open',
      field,
      ...(line.sourceRow !== null && { row: line.sourceRow }),
      message: `${named(line)}的“${cellLabel(field)}”还没有核对。`,
    })),
  )
}

/** Lists duplicate names within one area, which a village could not distinguish. */
function twiceIssues({ area, lines }: AreaDiffData): Issue[] {
  const seen = new Map<string, DraftRow>()
  return lines.flatMap(line => {
    const name = JSON.stringify(line.columns.path)
    const first = seen.get(name)
    if (!first) seen.set(name, line)
    return first
      ? [{ code: 'item-twice', message: `${area}：${named(first)}和${named(line)}是同一个名称。` }]
      : []
  })
}

function successorIssues({ area, items, lines, pairing }: AreaDiffData): Issue[] {
  const nameOfKey = (key: string) => items.find(item => item.key === key)?.path.join(' › ') ?? ''
  const nameOfRow = (id: string) => lines.find(({ _id }) => _id === id)?.columns.path.join(' › ') ?? ''
  const contradictions = pairing.contradictions.map(message => ({
    code: 'successors-contradict',
    message: `${area}：${message}`,
  }))
  const undecided = pairing.renamed
    .filter(({ suggested }) => suggested)
    .map(({ key, rowId }) => ({
      code: 'successor-open',
      message: `${area}：“${nameOfKey(key)}”像是改名为“${nameOfRow(rowId)}”，请确认是不是同一事项。`,
    }))
  return [...contradictions, ...undecided]
}

/** Lists an effective date in the future, or one that overlaps with the version in force. */
function dateIssues({ draft, areas }: DraftDiffData, today: string): Issue[] {
  const from = draft.effectiveFrom
  if (from === null) return []
  const field = 'effectiveFrom'
  if (from > today) {
    return [{ code: 'not-yet', field, message: `生效日是 ${dateLabel(from)}，到那一天才能启用。` }]
  }
  return areas.flatMap(({ area, before }) =>
    before !== null && from <= before.effectiveFrom
      ? [
          {
            code: 'versions-overlap',
            field,
            message: `${area}：生效日 ${dateLabel(from)} 不晚于现行第 ${before.version} 版的生效日 ${dateLabel(before.effectiveFrom)}，两版的日期会重叠。请改生效日。`,
          },
        ]
      : [],
  )
}

/** Asks for the decision about items that the draft does not name. */
const scopeIssues = ({ scope: { asked, chosen, because } }: DraftDiffData): Issue[] =>
  asked && chosen === null
    ? [{ code: 'scope-open', field: 'scope', message: `${because}。请先选：整体替换，还是只补充修改。` }]
    : []

/** Lists the issues that block activation; empty = ready. */
export function draftIssuesFor(ground: DraftDiffData, today: string): Issue[] {
  const { areas, nowhere } = ground
  const lines = [...nowhere, ...areas.flatMap(area => area.lines)]
  const empty = lines.length === 0 ? [{ code: 'draft-empty', message: '草稿里一行也没有，不能启用。' }] : []
  return [
    ...empty,
    ...openIssues(lines),
    ...areas.flatMap(twiceIssues),
    ...scopeIssues(ground),
    ...areas.flatMap(successorIssues),
    ...dateIssues(ground, today),
  ].slice(0, MOST_TOLD)
}

const followsOf = (name: string, { obligations, notices, villages }: StillBound): string[] => [
  ...(obligations > 0
    ? [`“${name}”去掉后，还没公开的 ${obligations} 件（要公开的）不再算，已经公开的保留。`]
    : []),
  ...(notices > 0
    ? [`“${name}”去掉后，还有 ${notices} 条公示正在办理；会照旧办完，以后不再有这个事项。`]
    : []),
  ...(villages > 0
    ? [`“${name}”去掉后，${villages} 个村（社区）的目录还对应着它，会标出来请重新确认。`]
    : []),
]

/** Lists the consequences of activation for the person who decides. */
export function draftRemarks(
  { draft, areas }: Pick<DraftDiffData, 'areas'> & { draft: Pick<CatalogueDraftRow, 'warnings'> },
  bound: ReadonlyMap<string, StillBound>,
): Issue[] {
  const gone = areas.flatMap(({ items, pairing }) => items.filter(({ key }) => pairing.gone.includes(key)))
  const follows = gone.flatMap(({ key, path }) => {
    const still = bound.get(key)
    return still ? followsOf(path.join(' › '), still).map(message => ({ code: 'item-bound', message })) : []
  })
  const unread = draft.warnings.filter(({ field }) => field === undefined)
  return [
    ...follows,
    ...unread.map(({ code, row, message }) => ({ code, ...(row !== undefined && { row }), message })),
  ].slice(0, MOST_TOLD)
}
