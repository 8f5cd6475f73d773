import {
  areaOfLine,
  areaOfSheet,
  areaOfTitle,
  withoutNumbering,
} from '../../../../server/domain/catalogue/rows/areas'
import { headingOf, isSignatureRow, lineOfRow, saysNotInvolved, sectionOf } from '../../../../server/domain/catalogue/rows/sections' // prettier-ignore
import { titleOf } from '../../../../server/domain/catalogue/rows/titles'
import { gridOf } from '../../../support/tables/grid'

/** What lines over, between and below the rows of a table say. */

test.each([
  ['一、制度类', '制度类'],
  ['（二）事务类', '事务类'],
  ['3.养老服务', '养老服务'],
  ['第四部分 社会救助', '社会救助'],
  ['■综合业务', '综合业务'],
  ['制度类', '制度类'],
])('%s without its number is %s', (text, bare) => expect(withoutNumbering(text)).toBe(bare))

test.each([
  ['一、社会救助领域', '社会救助'],
  ['社会救助', '社会救助'],
  ['社会救助：', '社会救助'],
  ['社会救助（12条）', '社会救助'],
  ['（三）养老服务领域基层政务公开', '养老服务'],
  ['某某特色领域（试行）', '某某特色'],
  ['甲乙，丙丁领域', undefined],
  ['村民自治', undefined],
  ['某县社会救助领域基层政务公开标准目录', '社会救助'],
  ['二、养老服务清单', '养老服务'],
  ['', undefined],
])('the line “%s” names the area %s', (text, area) => expect(areaOfLine(text)).toBe(area))

test.each([
  ['某县社会救助领域基层政务公开标准目录', '社会救助'],
  ['某市某区（社会救助领域）公开目录', '社会救助'],
  ['某县养老服务公开清单', '养老服务'],
  ['某县殡葬改革领域目录', '殡葬改革'],
  ['2026年度园林绿化领域目录', '园林绿化'],
  ['某县26个试点领域标准目录', undefined],
  ['政务公开目录', undefined],
])('the title “%s” names the area %s', (text, area) => expect(areaOfTitle(text)).toBe(area))

test.each([
  ['1.社会救助', '社会救助'],
  ['二、养老服务领域', '养老服务'],
  ['社会救助（表）', '社会救助'],
  ['Sheet1', undefined],
  ['目录', undefined],
])('the sheet “%s” is the area %s', (text, area) => expect(areaOfSheet(text)).toBe(area))

test.each([
  ['本领域不涉及', { kind: 'not-involved' }],
  ['填表说明：一', { kind: 'note' }],
  ['注：甲', { kind: 'note' }],
  ['备注1', { kind: 'note' }],
  ['（说明）', { kind: 'note' }],
  ['注意事项', { kind: 'other', text: '注意事项' }],
  ['目 录', { kind: 'contents' }],
  ['Contents', { kind: 'contents' }],
  ['一、社会救助领域', { kind: 'area', name: '社会救助' }],
  ['一、制度类', { kind: 'class', name: '制度类' }],
  ['今天开会', { kind: 'other', text: '今天开会' }],
  [`${'很'.repeat(36)}社会救助领域`, { kind: 'other', text: `${'很'.repeat(36)}社会救助领域` }],
])('“%s” says %j', (text, section) => expect(sectionOf(text)).toEqual(section))

test('areas that are not involved are said so, not in brackets', () => {
  expect(['本级不涉及', '未涉及的领域', '不编制目录', '社会救助（不涉及乡镇）', '社会救助'].map(saysNotInvolved)).toEqual([true, true, true, false, false]) // prettier-ignore
})

test.each([
  ['综合业务', '综合业务'],
  ['一、综合业务', '综合业务'],
  ['续表', undefined],
  ['接上页', undefined],
  ['目录', undefined],
  ['填报单位', undefined],
  ['业', undefined],
  ['综合业务1', undefined],
  ['一'.repeat(17), undefined],
])('“%s” heads the rows below it as %s', (text, heading) => expect(headingOf(text)).toBe(heading))

describe('a row that is one line', () => {
  const line = (cells: (string | undefined)[], width = 6, spans: number[] = []) => {
    const [row] = gridOf([cells]).rows
    spans.forEach((span, at) => row?.cells[at] && (row.cells[at].colSpan = span))
    return lineOfRow(row!, 0, width)
  }

  test('has one filled cell, in the first place or over half of the columns', () => {
    expect(line(['一、制度类', '', ''])).toBe('一、制度类')
    expect(line(['', '制度类', ''], 6, [1, 3])).toBe('制度类')
    expect(line(['', '制度类', ''], 6, [1, 2])).toBeUndefined()
    expect(line(['', '制度类', ''])).toBeUndefined()
    expect(line(['制度', '类', ''])).toBeUndefined()
    expect(line(['', ' '])).toBeUndefined()
    expect(line(['12'])).toBe('12')
    expect(line(['12', '', ''])).toBeUndefined()
    expect(line(['1.2', undefined, undefined])).toBeUndefined()
  })

  test('or the number of a heading and the heading over the rest', () => {
    expect(line(['二', '结果类'], 6, [1, 4])).toBe('结果类')
    expect(line(['（2）', '结果类'], 6, [1, 5])).toBe('结果类')
    expect(line(['二', '结果类'], 6, [1, 3])).toBeUndefined()
    expect(line(['甲', '结果类'], 6, [1, 4])).toBeUndefined()
  })

  test('below the table names who filled it in', () => {
    const [signed, plain] = gridOf([['填表人：甲', '审核人：乙'], ['低保', '名单']]).rows // prettier-ignore
    expect([isSignatureRow(signed!, 0), isSignatureRow(plain!, 1)]).toEqual([true, false])
    for (const word of ['合计', '总计', '单位负责人', '填报日期']) {
      expect(isSignatureRow(gridOf([['', word]]).rows[0]!, 0)).toBe(true)
    }
  })
})

test.each([
  [['某县公开目录'], '某县公开目录'],
  [['附件1', '# 某县公开事项清单 **'], '某县公开事项清单'],
  [['某县人民政府', '某县公开目录', '另一张清单'], '某县公开目录'],
  [['某县政务公开'], '某县政务公开'],
  [['甲', '乙'], null],
  [['目录'], null],
  [['附件：', '填报单位：某局'], null],
  [['首页 > 政务公开 > 目录'], null],
  [[`${'长'.repeat(79)}目录`], null],
  [['一、制度类'], null],
  [[], null],
])('the title among %j is %s', (lines, title) => expect(titleOf(lines)).toBe(title))
