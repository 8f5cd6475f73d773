import fc from 'fast-check'
import { contentChanges } from '@shared/content/changes'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { noticeContent } from '../support/arbitraries/notice'
import { LONG } from '../support/figures'

/** What a review page lists as changed: nothing when nothing did, something whenever anything did. */
const RUNS = { numRuns: LONG ? 2_000 : 300 }

type Path = (string | number)[]

/** Not shown to anybody, or shown by the hash of the file. */
const UNSAID = new Set(['type', 'sheet', 'mime', 'bytes', 'direction', 'period', 'line'])
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Paths of every value that a reader reads; dates are left out, since most other texts are no date. */
function leaves(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) {
    return value === undefined || DAY.test(String(value)) ? [] : [at]
  }
  return Object.entries(value).flatMap(([key, inner]) => (UNSAID.has(key) ? [] : leaves(inner, [...at, key])))
}

function changedAt(content: NoticeContent, [...path]: Path): NoticeContent {
  const copy = structuredClone(content)
  const last = path.pop()!
  const holder = path.reduce<Record<string, unknown>>(
    (inner, key) => inner[key] as Record<string, unknown>,
    copy as never,
  )
  const value = holder[last]
  holder[last] =
    typeof value === 'number' ? value + 1 : last === 'sha256' ? 'b'.repeat(64) : `${String(value)}改`
  return copy
}

/** A label that names an entry without a value says nothing. */
const isSaid = (content: NoticeContent, path: Path): boolean => {
  const [, block, list, row] = path
  const entry = list === 'entries' ? content.blocks[Number(block)]! : null
  return !(entry?.type === 'facts' && entry.entries[Number(row)]!.value === '' && path.at(-1) === 'label')
}

test('nothing changed: nothing is told', () => {
  fc.assert(
    fc.property(noticeContent, content => {
      expect(contentChanges(content, structuredClone(content))).toEqual([])
    }),
    RUNS,
  )
})

test('any one value changed: it is told, with old and new', () => {
  fc.assert(
    fc.property(noticeContent, fc.nat(), (content, nth) => {
      const paths = leaves(content).filter(path => isSaid(content, path))
      const path = paths[nth % paths.length]!
      const changes = contentChanges(content, changedAt(content, path))
      expect(changes.length).toBeGreaterThan(0)
      for (const { before, after } of changes) expect(before).not.toBe(after)
    }),
    RUNS,
  )
})

test('two contents: the way back tells as many changes, and none only for the same', () => {
  fc.assert(
    fc.property(noticeContent, noticeContent, (one, other) => {
      const [there, back] = [contentChanges(one, other), contentChanges(other, one)]
      expect(there.length === 0).toBe(back.length === 0)
      const gone = there.filter(({ after }) => after === null).length
      expect(back.filter(({ before }) => before === null)).toHaveLength(gone)
    }),
    RUNS,
  )
})

test('rows in another order: the order alone is told', () => {
  fc.assert(
    fc.property(noticeContent, content => {
      const turned = structuredClone(content)
      for (const block of turned.blocks) if (block.type === 'money') block.lines.reverse()
      const labels = new Set(contentChanges(content, turned).map(({ label }) => label))
      expect([...labels].filter(label => label !== '先后顺序')).toEqual([])
    }),
    RUNS,
  )
})
