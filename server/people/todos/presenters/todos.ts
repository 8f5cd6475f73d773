import { type DeskPlace, TodoKind, type Todo, type TodoPage } from '@shared/contract/people/todo'
import type { NamedTodo, OwnDesks, TodoRows } from '../queries/todos'

const KIND_LABELS: Record<TodoKind, string> = {
  notice: '公示',
  obligation: '公开任务',
  objection: '异议',
  application: '公开申请',
  discrepancy: '两边不一致',
  case: '小微权力',
  catalogue: '目录',
  claim: '村民认证',
  inspection: '抽查',
  removal: '撤回与删除',
  grant: '任职',
}

const presentTodo = (row: NamedTodo): Todo => ({
  id: row.id,
  kind: row.kind,
  kindLabel: KIND_LABELS[row.kind],
  subject: row.subject,
  orgCode: row.orgCode,
  orgName: row.org.name,
  title: row.title,
  stage: row.stage,
  step: row.step,
  dueOn: row.dueOn,
  late: row.late,
  ...(row.assumedYears && row.dueOn !== null && { assumedYears: row.assumedYears }),
  acts: row.acts ?? [],
  version: row.version ?? null,
  form: row.form ?? null,
})

interface Counted {
  count: number
  late: number
}

const countOf = (rows: readonly NamedTodo[]): Counted => ({
  count: rows.length,
  late: rows.filter(({ late }) => late).length,
})

/** Counts by organisation, in the order of the person's organisations. */
function orgCounts(rows: readonly NamedTodo[]): TodoPage['orgs'] {
  const groups = new Map<string, NamedTodo[]>()
  for (const row of [...rows].sort((a, b) => a.orgIndex - b.orgIndex)) {
    groups.set(row.orgCode, [...(groups.get(row.orgCode) ?? []), row])
  }
  return [...groups].map(([code, group]) => ({ code, name: group[0]!.org.name, ...countOf(group) }))
}

const isUnder = ({ org }: NamedTodo, place: OwnDesks['org']): boolean =>
  org.path.includes(place._id) || org.mergedInto?.path.includes(place._id) === true

const presentPlace = ({ org, desks }: OwnDesks, rows: readonly NamedTodo[]): DeskPlace => {
  const under = rows.filter(row => isUnder(row, org))
  return {
    code: org._id,
    name: org.name,
    desks: desks.map(({ desk, kind }) => ({ desk, ...countOf(under.filter(row => row.kind === kind)) })),
  }
}

interface Shown {
  page: readonly NamedTodo[]
  nextCursor: string | null
}

/** Staff: a page of to-dos with the counts of all of them. */
export function presentTodos({ rows, more, places }: TodoRows, { page, nextCursor }: Shown): TodoPage {
  const { count: total, late } = countOf(rows)
  const kinds = TodoKind.options.map(kind => ({
    kind,
    label: KIND_LABELS[kind],
    ...countOf(rows.filter(row => row.kind === kind)),
  }))
  return {
    items: page.map(presentTodo),
    nextCursor,
    total,
    late,
    kinds: kinds.filter(({ count }) => count > 0),
    orgs: orgCounts(rows),
    more,
    places: places.map(place => presentPlace(place, rows)),
  }
}
