import { readFileSync } from 'node:fs'
import path from 'node:path'
import { asked, rankSubjects, searchable } from '../../../server/domain/search/meaning/rank'
import type { Subject } from '../../../server/domain/search/meaning/subject'
import { shareSpelt } from '../../../server/domain/search/readings'
import { loadSet } from '../../support/alignment/sets'
import { reportFigure } from '../../support/figures'

/** Plain questions with the items that answer them, written before the search by meaning was tried on them. */
const QUESTIONS = readFileSync(path.resolve(__dirname, '../../fixtures/searchQuestions.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map(line => {
    const [question = '', answers = ''] = line.split('\t')
    return { question, answers: answers.split(',') }
  })

const ITEMS = loadSet('south').catalogue

const within = (items: typeof ITEMS) =>
  searchable(
    items.map(({ id, area, path, elements }): Subject => ({
      id,
      kind: 'notice',
      name: path.join(' '),
      area,
      path,
      elements,
      sentence: '',
      lines: [],
    })),
  )
const ALL = within(ITEMS)

function near(question: string, most: number, from = ALL) {
  const read = asked(question, from)
  return read ? rankSubjects(read, from, most) : []
}

test('plain questions find their item among the first three', () => {
  const places = QUESTIONS.map(({ question, answers }) => {
    const found = near(question, 3)
    return { question, answers, found: found.map(({ subject }) => subject.id) }
  })
  const first = places.filter(({ answers, found }) => answers.includes(found[0] ?? '')).length
  const missed = places.filter(({ answers, found }) => !found.some(id => answers.includes(id)))
  const three = places.length - missed.length
  const share = (count: number): string => `${((100 * count) / places.length).toFixed(1)} %`
  reportFigure(`D16 ${places.length} plain questions: first ${share(first)}, among three ${share(three)}`)
  if (process.env['VERBOSE'] === '1') reportFigure(missed.map(one => JSON.stringify(one)).join('\n'))
  expect(three / places.length).toBeGreaterThanOrEqual(0.85)
})

test('nothing is near to words that name nothing', () => {
  expect(near('xqzzw', 3)).toEqual([])
  expect(near('低保', 3, within([]))).toEqual([])
})

test('the letters of full pinyin and of initials spell a part of a text', () => {
  expect(shareSpelt('低保户', 'dibao')).toBeCloseTo(2 / 3)
  expect(shareSpelt('低保户', 'dib')).toBeCloseTo(2 / 3)
  expect(shareSpelt('征地补偿', 'zdbc')).toBe(1)
  expect(shareSpelt('低保户', 'caiwu')).toBeNull()
})

test('a reason says why', () => {
  expect(near('dibao', 1)[0]?.why).toMatch(/^拼音像“.*低保.*”，/)
  expect(near('老板欠工钱不给', 1)[0]?.why).not.toBe('')
})
