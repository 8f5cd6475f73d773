import { htmlTableOf, xlsxOf } from '../files'
import type { Fact } from '../facts'
import { type MadeTable, tableOf } from '../sheetOf'
import { pipesOf } from '../texts'
import type { Layout } from './layout'
import { chapter, lineAcross, made, partsOf, styled, widthOf } from './made'

const style = styled({ merge: ['path', 'deadline'] })
const assistance = chapter(0, 5)
const farming = chapter(5, 8)
const renovation = chapter(9, 11)

const contents: MadeTable = [
  [made('目录', 1, 3), null, null],
  ...[
    ['序号', '领域名称', '页码'],
    ['1', '社会救助领域', '1'],
    ['2', '涉农补贴领域', '4'],
    ['3', '农村危房改造领域', '7'],
  ].map(cells => cells.map(text => made(text))),
]

const notInvolved: MadeTable = [
  [made('本镇不涉及的领域', 1, 3), null, null],
  ...[
    ['序号', '领域', '不涉及原因'],
    ['1', '国有土地上房屋征收与补偿', '无此项职责'],
    ['2', '城市综合执法', '由县局直接负责'],
  ].map(cells => cells.map(text => made(text))),
]

const titled = (area: string, facts: readonly Fact[]): MadeTable => {
  const table = tableOf(facts, style)
  return [lineAcross(`××镇${area}领域基层政务公开标准目录`, widthOf(table)), ...table]
}

/** One table with a line across for each area. */
const underLines = (areas: readonly (readonly [string, readonly Fact[]])[]): MadeTable => {
  const { head } = partsOf(assistance, style)
  return [
    ...head,
    ...areas.flatMap(([area, facts]) => [lineAcross(area, widthOf(head)), ...partsOf(facts, style).body]),
  ]
}

const CHAPTERS: readonly (readonly [string, readonly Fact[]])[] = [
  ['社会救助', assistance],
  ['涉农补贴', farming],
  ['农村危房改造', renovation],
]
const truth = CHAPTERS.flatMap(([, facts]) => facts)
const areas = CHAPTERS.map(([area]) => area)

/** Books of several areas, and what is around the tables. */
export const BOOK_LAYOUTS: readonly Layout[] = [
  {
    name: 'xlsx 一领域一表，有目录页和不涉及领域',
    file: 'a.xlsx',
    bytes: () =>
      xlsxOf({
        目录: contents,
        ...Object.fromEntries(CHAPTERS.map(([area, facts]) => [area, titled(area, facts)])),
        不涉及领域: notInvolved,
      }),
    truth,
    areas,
    warned: ['section-contents', 'section-not-involved'],
  },
  {
    name: 'xlsx 一表内分领域',
    file: 'a.xlsx',
    bytes: () =>
      xlsxOf({
        汇总: underLines([
          ['一、社会救助领域', assistance],
          ['二、涉农补贴领域', farming],
          ['三、农村危房改造领域', renovation],
        ]),
      }),
    truth,
    areas,
  },
  {
    name: 'html 多表、段落标题',
    file: 'a.html',
    bytes: () =>
      Buffer.from(
        `<meta charset="utf-8"><h1>××镇基层政务公开标准目录</h1><p>一、社会救助……1</p><p>二、涉农补贴……4</p>${CHAPTERS.map(
          ([area, facts]) => `<h2>${area}领域基层政务公开标准目录</h2>${htmlTableOf(tableOf(facts, style))}`,
        ).join('')}<h2>不涉及的领域</h2>${htmlTableOf(notInvolved.slice(1))}`,
      ),
    truth,
    areas,
    warned: ['section-not-involved'],
  },
  {
    name: 'txt 竖线表分领域',
    file: 'a.txt',
    bytes: () =>
      Buffer.from(
        CHAPTERS.map(
          ([area, facts]) =>
            `${area}领域基层政务公开标准目录\n${pipesOf(tableOf(facts, styled({ merge: [] })), 'blank')}`,
        ).join('\n\n'),
      ),
    truth,
    areas,
  },
]
