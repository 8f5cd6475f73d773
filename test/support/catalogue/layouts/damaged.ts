import { TRADITIONAL_PAIRS } from '../../../../server/domain/chinese/traditional'
import { htmlOf, xlsxOf } from '../files'
import type { Fact } from '../facts'
import { tableOf } from '../sheetOf'
import { pipesOf } from '../texts'
import type { Layout } from './layout'
import { chapter, mapTexts, styled, withHeaders } from './made'

const TRADITIONAL = new Map(
  TRADITIONAL_PAIRS.flatMap(line => line.match(/../gu) ?? [])
    .reverse()
    .map(pair => [pair.charAt(1), pair.charAt(0)]),
)

const SAME_IN_BOTH = '局'

/** As a converter turns a page: character by character. */
const toTraditional = (text: string): string =>
  [...text].map(char => (SAME_IN_BOTH.includes(char) ? char : (TRADITIONAL.get(char) ?? char))).join('')

const everyText = (fact: Fact, change: (text: string) => string): Fact => ({
  ...fact,
  path: fact.path.map(change),
  elements: fact.elements.map(change),
  basis: fact.basis.map(change),
  deadline: change(fact.deadline),
  subjects: fact.subjects.map(change),
  channels: fact.channels.map(change),
})

const some = chapter(0, 9)
const plain = styled({ merge: [] })

const traditional = some.map(fact => everyText(fact, toTraditional))

/** A scanner reads 0 as O, 日 as 曰. */
const misread = some.map(fact => ({
  ...fact,
  deadline: fact.deadline.replace(/0(?=个)/, 'O').replace('日内', '曰内'),
}))

const advertised = some.map((fact, index) =>
  index === 2 ? { ...fact, elements: [...fact.elements, '澳门新葡京官网开户'] } : fact,
)

const outdated = some.map((fact, index) =>
  index === 4 ? { ...fact, subjects: ['县扶贫办', '县民政局'] } : fact,
)

const damagedNumbers = some.map((fact, index) =>
  index === 3
    ? { ...fact, basis: ['国发〔201245号'] }
    : index === 2
      ? { ...fact, basis: ['国发(2012)45号'] }
      : fact,
)

/** Files that a scanner, a converter or a stranger has damaged. */
export const DAMAGED_LAYOUTS: readonly Layout[] = [
  {
    name: '繁体字、表头夹拼音',
    file: 'a.html',
    bytes: () =>
      htmlOf(
        mapTexts(
          tableOf(some, withHeaders({ path: '公开shi项', deadline: '公开时xiàn' }, { merge: [] })),
          toTraditional,
        ),
      ),
    truth: traditional,
  },
  {
    name: '繁体竖线表',
    file: 'a.txt',
    bytes: () => Buffer.from(toTraditional(pipesOf(tableOf(some, plain), 'blank'))),
    truth: traditional,
  },
  {
    name: '扫描：数字错认',
    file: 'a.xlsx',
    bytes: () => xlsxOf({ 目录: tableOf(misread, plain) }),
    truth: misread,
    doubted: ['1 deadline', '2 deadline', '3 deadline'],
  },
  {
    name: '扫描：方框认作“口”',
    file: 'a.html',
    bytes: () => htmlOf(tableOf(some, { ...plain, boxes: ['■', '口'] })),
    truth: some,
  },
  {
    name: '夹带广告',
    file: 'a.html',
    bytes: () => htmlOf(tableOf(advertised, plain)),
    truth: advertised,
    doubted: ['3 elements'],
    warned: ['foreign-words'],
  },
  {
    name: '已撤机构',
    file: 'a.xlsx',
    bytes: () => xlsxOf({ 目录: tableOf(outdated, plain) }),
    truth: outdated,
    warned: ['outdated-office'],
  },
  {
    name: '文号受损',
    file: 'a.xlsx',
    bytes: () => xlsxOf({ 目录: tableOf(damagedNumbers, plain) }),
    truth: damagedNumbers,
    warned: ['damaged-number'],
  },
]
