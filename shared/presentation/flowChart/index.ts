import { flatMap } from '../../common/lists'
import { END, powerRoleLabel } from '../../facts/power/terms'
import { inOrder, isEnd } from '../../power/graph'
import { limitWords, quoted, voteWords, whenWords } from '../../power/words'
import type { PowerDisclosure, PowerItem, PowerNext, PowerStep } from '../../contract/power/item'
import { laneCells, withLanes } from './lanes'
import type { ChartRow, FlowChart, Progress } from './types'

export type { ChartEdge, ChartRow, FlowChart, LaneCell, Progress } from './types'

export const HERE = '现在走到这里'
const END_NAME = '办结'

interface Drawing {
  order: readonly PowerStep[]
  progress: Progress | null
}

const rowAt = ({ order }: Drawing, id: string): number =>
  isEnd(id) ? order.length : order.findIndex(step => step.id === id)

/** Names a place, e.g. 第3步“表决”, or 办结 for the end. */
function placeOf(drawing: Drawing, id: string): string {
  const at = rowAt(drawing, id)
  return isEnd(id) ? END_NAME : `第${at + 1}步${quoted(drawing.order[at]?.name ?? '')}`
}

function wayWords(drawing: Drawing, way: PowerNext): string {
  const place = placeOf(drawing, way.to)
  const when = whenWords(way)
  if (way.back) return `${when || '需要改'}：退回${place}，最多${way.back.atMost}次`
  return `${when || '办完'}：${isEnd(way.to) ? END_NAME : `到${place}`}`
}

const attachedWords = ({ evidence }: PowerDisclosure): string =>
  evidence.length > 0 ? `，附${evidence.join('、')}` : ''

function notesOf(
  drawing: Drawing,
  { form, vote, least, notBy, disclosure, supervision }: PowerStep,
): string[] {
  const others = notBy.map(id => placeOf(drawing, id))
  return [
    ...(least ? [`至少要满${limitWords(least)}`] : []),
    ...(form ? [`填${form}`] : []),
    ...(vote ? [voteWords(vote)] : []),
    ...(others.length > 0 ? [`不能由办${others.join('、')}的人来办`] : []),
    ...(supervision ? [`${powerRoleLabel(supervision.by)}监督：${supervision.checks}`] : []),
    ...(disclosure
      ? [`办完${limitWords(disclosure.within)}内公开：${disclosure.what}${attachedWords(disclosure)}`]
      : []),
  ]
}

function stateOf({ progress }: Drawing, id: string): ChartRow['state'] {
  if (!progress) return 'plain'
  if (progress.here === id) return 'here'
  return progress.done.includes(id) ? 'done' : 'ahead'
}

const STATE_WORDS: Record<ChartRow['state'], string> = { plain: '', here: HERE, done: '已办完', ahead: '' }

const sentence = (parts: readonly string[]): string => `${parts.filter(Boolean).join('。')}。`

function stepRow(drawing: Drawing, step: PowerStep, at: number): ChartRow {
  const who = powerRoleLabel(step.actor)
  const limit = step.limit ? `${limitWords(step.limit)}内` : ''
  const notes = notesOf(drawing, step)
  const ways = step.next.map(way => wayWords(drawing, way))
  const state = stateOf(drawing, step.id)
  const head = `第${at + 1}步，${step.name}`
  const spoken = sentence([
    head,
    STATE_WORDS[state],
    [`${who}办`, limit].filter(Boolean).join('，'),
    step.action,
    ...notes,
    ...ways,
  ])
  const { id, name, action } = step
  return { id, number: at + 1, name, who, limit, action, notes, ways, state, spoken }
}

function endRow({ progress }: Drawing): ChartRow {
  const ended = progress?.taken.some(({ to }) => isEnd(to)) ?? false
  const spoken = ended ? '已经办结。' : '办结。'
  const state = !progress ? 'plain' : ended ? 'done' : 'ahead'
  return {
    id: END,
    number: null,
    name: END_NAME,
    who: '',
    limit: '',
    action: '',
    notes: [],
    ways: [],
    state,
    spoken,
  }
}

function linesOf(drawing: Drawing) {
  const taken = new Set(drawing.progress?.taken.map(({ from, to }) => `${from}>${to}`))
  return flatMap(drawing.order, (step, from) =>
    step.next.map(way => ({
      from,
      to: rowAt(drawing, way.to),
      label: whenWords(way),
      back: way.back !== null,
      taken: taken.has(`${step.id}>${way.to}`),
    })),
  )
}

/**
 * Builds the flow chart of an item without faults: rows ordered so that every forward edge leads down, and
 * lanes for edges that skip rows. Each row also states in words what the drawing shows.
 */
export function flowChart(item: PowerItem, progress: Progress | null = null): FlowChart {
  const drawing: Drawing = { order: inOrder(item) ?? item.steps, progress }
  const edges = withLanes(linesOf(drawing))
  const rows = [...drawing.order.map((step, at) => stepRow(drawing, step, at)), endRow(drawing)]
  const cells = laneCells(edges, rows.length)
  return { rows, edges, lanes: cells[0]?.length ?? 0, cells }
}
