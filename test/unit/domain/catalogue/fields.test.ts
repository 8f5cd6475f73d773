import { readAudience } from '../../../../server/domain/catalogue/fields/audience'
import { readBasis, suggestNumber } from '../../../../server/domain/catalogue/fields/basis'
import { readChannels } from '../../../../server/domain/catalogue/fields/channels'
import { readElements } from '../../../../server/domain/catalogue/fields/elements'
import { readLevels } from '../../../../server/domain/catalogue/fields/levels'
import { readSubjects } from '../../../../server/domain/catalogue/fields/subjects'
import { readTick } from '../../../../server/domain/catalogue/fields/ticks'
import { joinLayout } from '../../../../server/domain/catalogue/text'

describe('layout blanks', () => {
  it.each([
    ['制定或获取信息之日起 10 个工作日 内', '制定或获取信息之日起10个工作日内'],
    ['之日起1\n0个工作日内', '之日起10个工作日内'],
    ['\u00a0公 开\u3000事 项\u200b', '公开事项'],
    ['see annex 2', 'see annex 2'],
    ['公開時限', '公開時限'],
  ])('%j → %j', (raw, joined) => expect(joinLayout(raw)).toBe(joined))
})

describe('elements', () => {
  it.each([
    ['办理事项、办理条件、办理时间、地点、联系方式', ['办理事项', '办理条件', '办理时间、地点', '联系方式']],
    ['●文件名称 ●文号●发文部门', ['文件名称', '文号', '发文部门']],
    ['1.备案流程；2.办理部门；3.办理时间、地点', ['备案流程', '办理部门', '办理时间、地点']],
    ['①项目名称②项目类别', ['项目名称', '项目类别']],
    ['申请指南(补贴对象,补贴范围)、补贴结果', ['申请指南(补贴对象,补贴范围)', '补贴结果']],
    ['与安全生产有关的法律、法规', ['与安全生产有关的法律、法规']],
    ['依据、条件、程序、有一定社会影响的处罚决定', ['依据', '条件', '程序', '有一定社会影响的处罚决定']],
    ['社会救助信访通讯地址、社会救\n助投诉举报电话', ['社会救助信访通讯地址', '社会救助投诉举报电话']],
    ['1.涉农相关资金明细', ['涉农相关资金明细']],
    ['', []],
  ])('%j', (raw, labels) => expect(readElements(raw)).toEqual({ value: labels, doubts: [] }))

  it('doubts what may be one phrase or several labels', () => {
    expect(readElements('涉及农村的项目、资金').doubts).not.toEqual([])
    expect(readElements('救灾、防汛、抗旱资金').doubts).not.toEqual([])
  })
})

describe('basis', () => {
  it('keeps a sound number as it is written', () => {
    expect(readBasis('《社会救助暂行办法》（国务院令第649号）、国发 〔2012〕 45 号').value).toEqual([
      {
        text: '《社会救助暂行办法》（国务院令第649号）',
        title: '社会救助暂行办法',
        number: '国务院令第649号',
      },
      { text: '国发〔2012〕45号', number: '国发〔2012〕45号' },
    ])
  })
  it('keeps articles with their law', () => {
    expect(readBasis('《村民委员会组织法》第三十条、第三十一条').value).toHaveLength(1)
  })
  it.each([
    ['国办发〔201680号', '国办发〔2016〕80号'],
    ['民发(2018)12号', '民发〔2018〕12号'],
    ['财农【2023】 11号', '财农〔2023〕11号'],
    ['国发〔2014〕47号号', '国发〔2014〕47号'],
    ['国务院令第６４９号', '国务院令第649号'],
  ])('suggests for %j, repairs nothing', (raw, suggestion) => {
    const [entry] = readBasis(raw).value
    expect(entry).toEqual({ text: raw.replace(/\s/g, ''), suggestion })
    expect(suggestNumber(raw)).toBe(suggestion)
  })
})

describe('channels', () => {
  const ticked = (raw: string): string[] =>
    readChannels(raw).value.map(({ name, ticked: on }) => (on === null ? '?' : on ? '+' : '-') + name)
  it.each([
    ['■政府网站□政府公报■两微一端', ['+政府网站', '-政府公报', '+两微一端']],
    ['■社区/ 企事业单位\n/村公示栏(电子屏)', ['+社区/企事业单位/村公示栏(电子屏)']],
    ['☑政府网站 ☐其他', ['+政府网站', '-其他']],
    ['[√]政府网站 [ ]公开栏', ['+政府网站', '-公开栏']],
    ['√政府网站 口政府公报', ['+政府网站', '-政府公报']],
    ['政府网站√ 政府公报□', ['+政府网站', '-政府公报']],
    ['村务公开栏、政府网站', ['+村务公开栏', '+政府网站']],
    ['■其他：村民微信群____', ['+其他：村民微信群']],
  ])('%j', (raw, expected) => {
    expect(ticked(raw)).toEqual(expected)
    expect(readChannels(raw).doubts).toEqual([])
  })
  it('claims nothing for a name that lost its box', () => {
    expect(ticked('政府公报 ■政府网站')).toContain('?政府公报')
    expect(readChannels('■政府网站政府公报 □其他').doubts).not.toEqual([])
    expect(readChannels('口政府网站 口公示栏').doubts).not.toEqual([])
  })
})

it.each([
  ['√', true],
  ['✓', true],
  ['☑', true],
  ['■', true],
  ['▲', true],
  ['●', true],
  ['是', true],
  ['1', true],
  ['', false],
  ['□', false],
  ['否', false],
  ['○', null],
])('tick %j', (raw, on) => expect(readTick(raw).ticked).toBe(on))

it('doubts an empty box that was read as a character', () => {
  expect(readTick('口')).toMatchObject({ ticked: false, doubt: expect.any(String) })
})

it.each([
  ['县级、乡、村级', ['county', 'town', 'village']],
  ['州级', ['city']],
  ['区级', ['county']],
  ['镇街级', ['town']],
  ['街道、社区', ['town', 'village']],
  ['市、县两级', ['city', 'county']],
])('levels %j', (raw, levels) => expect(readLevels(raw)).toEqual({ value: levels, doubts: [] }))

it('does not guess the level of a special area', () => {
  expect(readLevels('新区级').doubts).not.toEqual([])
})

it.each([
  ['县级人民政府民政部门、乡镇人民政府(街道办事处)', ['县级人民政府民政部门', '乡镇人民政府(街道办事处)']],
  ['乡镇人民政府、行政村村民委员会', ['乡镇人民政府', '行政村村民委员会']],
  ['县、乡镇人民政府', ['县、乡镇人民政府']],
  ['招标人及其代理机构', ['招标人及其代理机构']],
  ['区民政局\n各镇人民政府', ['区民政局', '各镇人民政府']],
  ['乡 镇 人 民 政 府', ['乡镇人民政府']],
])('subjects %j', (raw, names) => expect(readSubjects(raw).value).toEqual(names))

it.each([
  ['全社会', { scope: 'public' }],
  ['特定群体（参保人）', { scope: 'specific', detail: '参保人' }],
  ['■全社会 □特定群体', { scope: 'public' }],
  ['全社会、特定群众', { scope: 'both' }],
])('audience %j', (raw, audience) => expect(readAudience(raw).value).toEqual(audience))
