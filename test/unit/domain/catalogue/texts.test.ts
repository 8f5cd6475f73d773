import { readText } from '../../../../server/domain/catalogue/linear'
import type { CatalogueRow } from '@shared/contract/catalogues/catalogue'
import { compare } from '../../../support/catalogue/compare'
import { FACTS } from '../../../support/catalogue/facts'
import { tableOf } from '../../../support/catalogue/sheetOf'
import { NATIONAL_STYLE, STYLES } from '../../../support/catalogue/styles'
import { blanksOf, cellsOf, fragmentsOf, gluedOf, pipesOf, streamOf } from '../../../support/catalogue/texts'

const national = tableOf(FACTS, NATIONAL_STYLE)
const STRUCTURED = ['displayNo', 'path', 'elements', 'basis', 'deadline', 'subjects', 'channels']

describe('text copies of one table: nothing wrong without a doubt', () => {
  for (const [name, style] of Object.entries(STYLES)) {
    const table = tableOf(FACTS, style)
    it.each([
      ['pipes, merged cells blank', pipesOf(table, 'blank')],
      ['pipes, merged cells dropped', pipesOf(table, 'drop')],
      ['pipes, blank cells dropped too', pipesOf(table, 'drop', false)],
      ['one cell between lone pipes', streamOf(table, 'blank')],
      ['one cell a paragraph', cellsOf(table)],
      ['fragments of 12 characters', fragmentsOf(table, 12)],
      ['fragments of 30 characters', fragmentsOf(table, 30)],
      ['columns between blanks', blanksOf(table)],
    ])(`${name}: %s`, (_layout, text) => {
      const { silent } = compare(readText(text).rows, FACTS)
      expect(silent).toEqual([])
    })
  }
})

it.each([
  ['pipes, merged cells blank', pipesOf(national, 'blank'), 1],
  ['pipes, merged cells dropped', pipesOf(national, 'drop'), 1],
  ['one cell a paragraph', cellsOf(national), 0.95],
  ['fragments of 30 characters', fragmentsOf(national, 30), 0.9],
])('%s: the values are right as well', (_layout, text, share) => {
  const { right, cells } = compare(readText(text).rows, FACTS, STRUCTURED)
  expect(right / cells).toBeGreaterThanOrEqual(share)
})

it('doubts every field of text without any cell borders', () => {
  const { rows, warnings } = readText(gluedOf(national))
  expect(warnings.map(({ code }) => code)).toContain('text-glued')
  expect(compare(rows, FACTS).silent).toEqual([])
})

const HEAD =
  '序号|公开事项|公开内容(要素)|公开依据|公开时限|公开主体|公开渠道和载体|公开对象|公开方式|公开层级|'
const SUB = '一级事项|二级事项|全社会|特定群众|主动|依申请公开|县级|乡、村级|'
const doubted = (row: CatalogueRow | undefined): string[] => row?.uncertain.map(({ field }) => field) ?? []

it('takes ticks only when the number of cells proves their place', () => {
  const body = '综合业务|政策法规文件|文件名称、文号|信息公开条例|及时公开|民政局|■政府网站'
  const [lost, kept] = readText(`${HEAD}\n${SUB}\n1|${body}|√|√|√|\n2|${body}|√| | |√| |√|`).rows
  expect(lost).toMatchObject({ audience: { scope: null }, mode: null, levels: null })
  expect(doubted(lost)).toEqual(expect.arrayContaining(['audience', 'mode', 'levels']))
  expect(kept).toMatchObject({
    audience: { scope: 'public' },
    mode: 'on-request',
    levels: ['town', 'village'],
  })
  expect(kept?.uncertain).toEqual([])
})

it('begins at any number and keeps decimal numbers as text', () => {
  const cells = ['序号', '公开事项', '公开内容', '公开时限', '公开主体', '公开渠道']
  const row = (no: string): string[] => [no, '补贴发放', '补贴名称', '及时公开', '乡人民政府', '■政府网站']
  const text = [cells, row('1.2'), row('2.3'), row('3.10')].map(line => line.join('\n\n')).join('\n\n')
  expect(readText(text).rows.map(({ displayNo }) => displayNo)).toEqual(['1.2', '2.3', '3.10'])
  const later = [cells, row('11'), row('12')].map(line => line.join('\n\n')).join('\n\n')
  expect(readText(later).rows.map(({ displayNo }) => displayNo)).toEqual(['11', '12'])
})

it('keeps traditional characters', () => {
  const text =
    '序號|公開事項|公開內容|公開時限|公開主體|公開渠道|\n1|農業補貼|補貼名稱|及時公開|鎮人民政府|■政府網站|'
  expect(readText(text).rows[0]).toMatchObject({ path: ['農業補貼'], deadline: '及時公開', uncertain: [] })
})

it('resolves 同上 within one area and doubts it without a row above', () => {
  const head = '序号|公开事项|公开内容|公开依据|公开时限|公开主体|公开渠道|'
  const text = `${head}\n1|低保|名单|同上|及时公开|民政局|■网站|\n2|特困|名单|国发〔2016〕14号|同上|同上|同上|`
  const [first, second] = readText(text).rows
  expect(doubted(first)).toEqual(['basis'])
  expect(second).toMatchObject({
    deadline: '及时公开',
    subjects: ['民政局'],
    inherited: ['deadline', 'subjects', 'channels'],
  })
})

it('reads labelled lines', () => {
  const text =
    '公开事项：临时救助\n公开内容：救助标准、申请材料\n公开时限：及时公开\n公开主体：乡人民政府\n公开渠道：■政府网站\n公开对象：特定群体（申请人）\n公开方式：主动公开'
  expect(readText(`${text}\n\n${text.replace('临时', '医疗')}`).rows).toMatchObject([
    {
      path: ['临时救助'],
      elements: ['救助标准', '申请材料'],
      audience: { scope: 'specific', detail: '申请人' },
      mode: 'active',
    },
    { path: ['医疗救助'] },
  ])
})

it('reads a village list of classes and numbers', () => {
  const text =
    '村务公开目录\n一、制度类\n1.村民自治章程、村规民约\n2.村级财务管理制度\n二、事务类\n1.换届选举、辞职、罢免'
  const { title, rows } = readText(text)
  expect(title).toBe('村务公开目录')
  expect(rows.map(({ displayNo, path }) => [displayNo, ...path])).toEqual([
    ['1', '制度类', '村民自治章程、村规民约'],
    ['2', '制度类', '村级财务管理制度'],
    ['1', '事务类', '换届选举、辞职、罢免'],
  ])
})

it('reads nothing out of a text that is no catalogue', () => {
  expect(readText('今天天气很好。\n明天开会，请大家准时参加。').rows).toEqual([])
})
