import iconv from 'iconv-lite'
import { VILLAGE_FACTS } from '../countyFacts'
import type { Fact } from '../facts'
import { csvOf, docxOf, filledCsvOf, htmlOf, xlsxOf } from '../files'
import { type MadeTable, tableOf } from '../sheetOf'
import { NATIONAL_STYLE } from '../styles'
import type { Layout } from './layout'
import { ALL, chapter, lineAcross, made, mapTexts, partsOf, styled, widthOf, withHeaders } from './made'

const MERGED = ['path', 'basis', 'deadline', 'subjects', 'channels', 'audience', 'mode', 'levels'] as const

const merged = styled({ merge: [...MERGED] })

const ditto = (facts: readonly Fact[]): MadeTable => {
  const { head, body } = partsOf(facts, styled({ merge: [] }))
  const said = body.map((cells, row) =>
    cells.map((cell, column) => {
      const above = body[row - 1]?.[column]
      const repeats = column >= 4 && column <= 7 && cell && above?.text === cell.text
      return repeats ? made(row % 2 === 0 ? '同上' : '〃') : cell
    }),
  )
  return [...head, ...said]
}

const renumbered = (facts: readonly Fact[], no: (index: number) => string): Fact[] =>
  facts.map((fact, index) => ({ ...fact, no: no(index) }))

const brokenPages = (facts: readonly Fact[]): MadeTable => {
  const { head, body } = partsOf(facts, styled({ merge: [] }))
  const pages: MadeTable = []
  for (let row = 0; row < body.length; row += 5) pages.push(...head, ...body.slice(row, row + 5))
  return pages
}

/** 公开方式 = 全文发布 next to 公开属性 = 主动公开: the same header with its other meaning. */
const otherMeaning = (facts: readonly Fact[]): MadeTable => {
  const style = withHeaders(
    { mode: '公开属性', phone: '公开方式' },
    {
      order: [
        'no',
        'path',
        'elements',
        'basis',
        'deadline',
        'subjects',
        'channels',
        'phone',
        'mode',
        'audience',
        'levels',
      ],
      modeAsText: true,
      merge: [],
    },
  )
  return mapTexts(tableOf(facts, style), text => (text === '0916-6612345' ? '全文发布' : text))
}

/** Columns outside the standard between and after the standard ones. */
const extraColumns = (facts: readonly Fact[]): MadeTable => {
  const { head, body } = partsOf(facts, styled({ merge: ['path'] }))
  const extra = ['责任科室', '备注', '监督举报电话']
  const texts = ['社会救助股', '', '0819-2251234']
  return [
    [...(head[0] ?? []), ...extra.map(text => made(text, 2))],
    [...(head[1] ?? []), ...extra.map(() => null)],
    ...body.map((cells, row) => [
      ...cells,
      ...texts.map(text => made(row === 1 && text === '' ? '与民政局同步' : text)),
    ]),
  ]
}

const areaColumn = (areas: readonly (readonly [string, readonly Fact[]])[]): MadeTable => {
  const tables = areas.map(([, facts]) => partsOf(facts, styled({ merge: ['path', 'deadline'] })))
  const head = tables[0]?.head ?? []
  return [
    [made('领域', 2), ...(head[0] ?? [])],
    [null, ...(head[1] ?? [])],
    ...tables.flatMap(({ body }, index) =>
      body.map((cells, row) => [row === 0 ? made(areas[index]?.[0] ?? '', body.length) : null, ...cells]),
    ),
  ]
}

const footed = (facts: readonly Fact[]): MadeTable => {
  const table = tableOf(facts, merged)
  const width = widthOf(table)
  return [
    lineAcross('附件2', width),
    lineAcross('××县养老服务领域基层政务公开标准目录（2024年版）', width),
    ...table,
    lineAcross('填表说明：1.“■”为必选，本表由县民政局负责解释。2.各镇参照执行。', width),
    lineAcross('填报单位：××县民政局　　填报人：　　　填报日期：2024年3月12日', width),
  ]
}

const all = [...ALL]
const some = chapter(0, 9)
const county = chapter(9, 21)

/** Layouts that keep their cells: spreadsheets, documents, pages. */
export const TABLE_LAYOUTS: readonly Layout[] = [
  {
    name: 'xlsx 全部列合并',
    file: 'a.xlsx',
    bytes: () => xlsxOf({ 目录: tableOf(all, { ...NATIONAL_STYLE, merge: [...MERGED] }) }),
    truth: all,
  },
  {
    name: 'xlsx 渠道一列一项 ✓',
    file: 'a.xlsx',
    bytes: () => xlsxOf({ Sheet1: tableOf(county, styled({ channelColumns: true, tick: '✓' })) }),
    truth: county,
  },
  {
    name: 'xlsx 页页重复两行表头',
    file: 'a.xlsx',
    bytes: () => xlsxOf({ 目录: brokenPages(all) }),
    truth: all,
  },
  {
    name: 'xlsx 标题、说明、落款',
    file: 'a.xlsx',
    bytes: () => xlsxOf({ Sheet1: footed(some) }),
    truth: some,
    areas: ['养老服务'],
    warned: ['section-note'],
  },
  { name: 'docx 纵向合并', file: 'a.docx', bytes: () => docxOf('目录', tableOf(all, merged)), truth: all },
  {
    name: 'docx 一页一表',
    file: 'a.docx',
    bytes: () => {
      const { head, body } = partsOf(all, styled({ merge: [] }))
      return docxOf('目录', [...head, ...body.slice(0, 8)], body.slice(8, 15), body.slice(15))
    },
    truth: all,
  },
  { name: 'html rowspan', file: 'a.html', bytes: () => htmlOf(tableOf(all, merged)), truth: all },
  {
    name: 'csv GBK 合并格已填满',
    file: 'a.csv',
    bytes: () => iconv.encode(filledCsvOf(tableOf(all, merged)), 'gbk'),
    truth: all,
  },
  {
    name: 'csv GBK 合并格丢失',
    file: 'a.csv',
    bytes: () =>
      iconv.encode(csvOf(tableOf(all, styled({ merge: ['path', 'deadline', 'subjects'] }))), 'gbk'),
    truth: all,
  },
  { name: '同上、〃 连用', file: 'a.xlsx', bytes: () => xlsxOf({ 目录: ditto(all) }), truth: all },
  {
    name: '从 11 起编号',
    file: 'a.html',
    bytes: () => htmlOf(tableOf(chapter(0, 9, 11), merged)),
    truth: chapter(0, 9, 11),
  },
  {
    name: '小数编号',
    file: 'a.xlsx',
    bytes: () =>
      xlsxOf({
        目录: tableOf(
          renumbered(county, index => `3.${index + 1}`),
          merged,
        ),
      }),
    truth: renumbered(county, index => `3.${index + 1}`),
  },
  { name: '多出、改名的列', file: 'a.xlsx', bytes: () => xlsxOf({ 目录: extraColumns(all) }), truth: all },
  {
    name: '列序打乱、列名不同',
    file: 'a.html',
    bytes: () =>
      htmlOf(
        tableOf(
          county,
          withHeaders(
            {
              no: '编号',
              path: '事项名称',
              elements: '公开内容及要素',
              basis: '政策依据',
              deadline: '公开时间',
              subjects: '责任单位',
              channels: '公开途径',
              audience: '公开范围',
              levels: '公开级别',
            },
            {
              order: [
                'no',
                'levels',
                'path',
                'subjects',
                'elements',
                'deadline',
                'channels',
                'basis',
                'audience',
                'mode',
              ],
            },
          ),
        ),
      ),
    truth: county,
  },
  { name: '公开方式另有所指', file: 'a.xlsx', bytes: () => xlsxOf({ 目录: otherMeaning(all) }), truth: all },
  {
    name: '领域一列',
    file: 'a.xlsx',
    bytes: () =>
      xlsxOf({
        目录: areaColumn([
          ['社会救助', chapter(0, 5)],
          ['涉农补贴', chapter(5, 8)],
          ['养老服务', chapter(8, 9)],
        ]),
      }),
    truth: [...chapter(0, 5), ...chapter(5, 8), ...chapter(8, 9)],
    areas: ['社会救助', '涉农补贴', '养老服务'],
  },
  {
    name: '村级清单',
    file: 'a.docx',
    bytes: () =>
      docxOf('村务公开目录', [
        ['序号', '公开事项', '公开时限', '公开主体', '公开渠道'].map(text => made(text)),
        ...VILLAGE_FACTS.map(fact =>
          [fact.no, ...fact.path, fact.deadline, ...fact.subjects, ...fact.channels].map(text => made(text)),
        ),
      ]),
    truth: VILLAGE_FACTS.map(({ no, path, deadline, subjects, channels }) => ({
      no,
      path,
      deadline,
      subjects,
      channels,
    })),
  },
]
