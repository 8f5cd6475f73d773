import { readFileSync } from 'node:fs'
import path from 'node:path'
import { TRANSITIONS } from '../../../server/disclosure/notices/states'
import { ACTION_TEXTS } from '@shared/texts/actions'
import { GENERATED } from '../../support/docs/generated'
import { POLICIES } from '@server/policies'

const ROOT = path.resolve(__dirname, '../../..')

test.each(GENERATED)('$file is what the code says; else: npm run docs:build', ({ file, make }) => {
  expect(readFileSync(path.join(ROOT, file), 'utf8')).toBe(make())
})

test('every action has its name in Chinese', () => {
  const nameless = Object.keys(POLICIES).filter(action => !Object.hasOwn(ACTION_TEXTS, action))
  expect(nameless).toEqual([])
})

test('the permission table has every action, twice, and keeps administrators and content apart', () => {
  const table = GENERATED[0]!.make()
  const rows = table.split('\n').filter(line => line.includes('`'))
  for (const action of Object.keys(POLICIES)) {
    expect([action, rows.filter(row => row.includes(`\`${action}\``)).length]).toEqual([action, 2])
  }
  for (const row of rows.filter(line =>
    /`(notice|workbench|catalogue|catalogueDraft|objection|roster)\./.test(line),
  )) {
    const cells = row.split('|').map(cell => cell.trim())
    expect([row.slice(0, 40), ...cells.slice(10, 13)]).toEqual([row.slice(0, 40), '', '', ''])
  }
})

test('the paper of notices draws and lists every step of the table once', () => {
  const paper = GENERATED.find(({ file }) => file === 'docs/notices.md')!.make()
  const steps = TRANSITIONS.reduce((sum, { from }) => sum + from.length, 0)
  expect(paper.match(/-->/g)).toHaveLength(steps + 3)
  for (const { event, label, from, to, returns } of TRANSITIONS) {
    expect(paper.split('\n').filter(line => line.startsWith(`| \`${event}\` | ${label} |`))).not.toEqual([])
    for (const state of from) {
      expect(paper).toContain(`  ${state} --> ${returns ? 'former' : (to ?? state)}: ${label}`)
    }
  }
  expect(paper.split('\n').filter(line => /^\| `\w+` \|.*\| 任何人|\|  \|/.test(line))).toEqual([])
})
