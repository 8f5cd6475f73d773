import { likeness, looksLikeDeadline } from '../../../../server/domain/catalogue/likeness'
import { foreignDoubts, garbleDoubt, rowWarnings } from '../../../../server/domain/catalogue/quality'
import { remembered } from '../../../../server/domain/catalogue/reading'
import { buildRow } from '../../../../server/domain/catalogue/rows/build'
import { bracketsBalance, editDistance, fold, joinLayout, splitOutsideBrackets } from '../../../../server/domain/catalogue/text' // prettier-ignore
import type { RoleKind } from '../../../../server/domain/catalogue/header/roles'
import type { CatalogueRow } from '@shared/contract/catalogues/catalogue'

/** What the words of a cell are like, and what is wrong with them. */

describe('texts', () => {
  test.each([
    ['公 开', '公开'],
    ['see  annex\n2', 'see annex 2'],
    ['10 个 工作日', '10个工作日'],
    ['1 0个工作日', '10个工作日'],
    ['12 34', '12 34'],
    ['A 甲', 'A甲'],
    ['  甲\r\n乙\u2028丙 ', '甲乙丙'],
    ['甲\u00ad\u200b乙', '甲乙'],
  ])('%j without layout is %j', (text, joined) => expect(joinLayout(text)).toBe(joined))

  test('are compared in simplified, narrow, lower-case letters without blanks', () => {
    expect(fold('公開　ＡＢc（１）')).toBe('公开abc(1)')
    expect(fold('鄉鎮 時限')).toBe('乡镇时限')
  })

  test.each([
    ['甲、乙', ['甲', '乙']],
    ['甲（一、二）、乙', ['甲（一、二）', '乙']],
    ['《甲、乙》、“丙、丁”', ['《甲、乙》', '“丙、丁”']],
    ['甲（一、二', ['甲（一', '二']],
    ['甲(一、（二、三）、四)、乙', ['甲(一、（二、三）、四)', '乙']],
    ['甲[一、二］、乙', ['甲[一、二］', '乙']],
    ['甲[一、二）、乙', ['甲[一', '二）', '乙']],
    ['甲）、乙', ['甲）', '乙']],
    ['、甲、、', ['甲']],
    ['', []],
  ])('%j is split outside of brackets into %j', (text, parts) => {
    expect(splitOutsideBrackets(text, char => char === '、')).toEqual(parts)
  })

  test('whose brackets close are told from others', () => {
    expect(['甲（乙）', '甲', '（（甲）', '甲）', '《甲》（乙)'].map(bracketsBalance)).toEqual([true, true, false, false, true]) // prettier-ignore
  })

  test.each([
    ['公开时限', '公开时限', 1, 0],
    ['公开时限', '公升时限', 1, 1],
    ['公开时限', '公开限', 1, 1],
    ['公开限', '公开时限', 2, 1],
    ['公开', '时限', 2, 2],
    ['', '甲乙', 2, 2],
    ['甲', '甲乙丙丁', 1, 2],
    ['甲乙丙', '丙乙甲', 5, 2],
  ])('%s and %s are %#: %d', (left, right, limit, distance) => {
    expect(editDistance(left, right, limit)).toBe(distance)
  })

  test('that were asked about are remembered', () => {
    let asked = 0
    const answer = remembered((text: string) => `${text}${(asked += 1)}`)
    expect([answer('a'), answer('b'), answer('a')]).toEqual(['a1', 'b2', 'a1'])
    for (let at = 0; at < 2_000; at += 1) answer(String(at))
    expect(answer('a')).not.toBe('a1')
  })
})

test.each([
  '20个工作日内',
  '三日内',
  '形成之日起',
  '每月5日',
  '每季度',
  '及时公开',
  '长期公开',
  '公示7天',
  '提前一周',
  '从其规定',
  '半年',
])('“%s” is like a time limit', text => expect(looksLikeDeadline(text)).toBe(true))
test.each(['名单', '年度工作计划', '季度总结', '政府网站', `${'甲'.repeat(119)}及时`, ''])(
  '“%s” is not',
  text => expect(looksLikeDeadline(text)).toBe(false),
)

describe('how well a text fits a column', () => {
  const best = (text: string, ...kinds: RoleKind[]) =>
    [...kinds].sort((a, b) => likeness(b, text) - likeness(a, text))[0]
  const KINDS: RoleKind[] = ['no', 'path', 'elements', 'basis', 'deadline', 'subjects', 'channels', 'mode', 'audience', 'levels', 'extra'] // prettier-ignore

  test.each<[string, RoleKind]>([
    ['12', 'no'],
    ['（3）', 'no'],
    ['1.2.3', 'no'],
    ['信息形成之日起20个工作日内', 'deadline'],
    ['区民政局、各镇人民政府', 'subjects'],
    ['■政府网站□政府公报', 'channels'],
    ['政府网站、村公示栏', 'channels'],
    ['《村民委员会组织法》', 'basis'],
    ['国发〔2012〕45号', 'basis'],
    ['主动公开', 'mode'],
    ['依申请公开', 'mode'],
    ['特定群体', 'audience'],
    ['县级、乡级', 'levels'],
    ['0539-8888888', 'extra'],
    ['13900000000', 'extra'],
    ['最低生活保障', 'path'],
    ['名单、金额、标准、范围', 'elements'],
  ])('“%s” is best under %s', (text, kind) => expect(best(text, ...KINDS)).toBe(kind))

  test.each<[RoleKind, string, number]>([
    ['channel', '√', 1.2],
    ['mode-tick', '', -4],
    ['level-tick', '县级', -4],
    ['deadline', '同上', 1.2],
    ['path', '同上', -1],
    ['deadline', '及时公开', 4],
    ['deadline', '名单', -4],
    ['deadline', '■及时公开', -4],
    ['deadline', '内公开，每月一次', 1],
    ['deadline', '甲、乙、每月公开', 1.5],
    ['subjects', '区民政局', 3],
    ['subjects', '名单', -3],
    ['channels', '名单', -4],
    ['no', '甲', -6],
    ['area', '社会救助', 0.5],
    ['area', '一二三四五六七八九十一二三四五六七', -2],
    ['unknown', '甲', -0.5],
    ['extra', '甲', -0.5],
    ['basis', '20个工作日内', -4],
    ['basis', '名单', -1.2],
    ['elements', '√', -4],
    ['elements', '甲、乙', 1.8],
    ['elements', '●甲', 1.8],
    ['elements', '甲乙', 0.8],
    ['path', '甲乙', 1],
    ['path', '甲、乙', 0.4],
    ['path', '低保名单', 1.8],
    ['path', '甲'.repeat(41), -4],
    ['path', '甲'.repeat(21), 0.2],
    ['path', '甲乙（丙', -0.5],
  ])('%s “%s” scores %d', (kind, text, score) => expect(likeness(kind, text)).toBeCloseTo(score, 5))
})

test.each([
  ['名\ufffd单', '含有乱码字符'],
  ['锟斤拷', '含有乱码字符'],
  ['2O个工作日', '数字或文字像是扫描识别错误'],
  ['20个工作曰', '数字或文字像是扫描识别错误'],
  ['每月曰公开', '数字或文字像是扫描识别错误'],
  ['公开shì项', '文字里夹有拼音，可能缺字'],
  ['公开shi项', '文字里夹有“shi”，可能是拼音残留或识别错误'],
  ['公开SHI项', undefined],
  ['通过app公开', undefined],
  ['网址 http://abc.example/xyz 公开', undefined],
  ['见www.abc网', undefined],
  ['shi', undefined],
  ['名单', undefined],
  ['', undefined],
])('“%s”: %s', (text, doubt) => expect(garbleDoubt(text)).toBe(doubt))

describe('what of a row somebody should look at', () => {
  const row = (more: Partial<CatalogueRow>): CatalogueRow => ({ ...buildRow({ row: 7, cells: [], breaks: 'written' }), path: ['低保'], uncertain: [], ...more }) // prettier-ignore
  const told = (more: Partial<CatalogueRow>) =>
    rowWarnings(row(more)).map(({ field, code, message }) => `${field} ${code} ${message}`)
  const FOREIGN = (field: string, word: string) =>
    `${field} foreign-words 出现与政务公开无关的词“${word}”，网页可能被篡改，请核对来源`

  test('nothing of a sound one', () => expect(rowWarnings(row({}))).toEqual([]))

  test('words that were slipped in, in every field; lawful ones are not', () => {
    expect(told({ path: ['博 彩'] })).toEqual([FOREIGN('path', '博彩')])
    expect(told({ elements: ['甲', '棋牌'] })).toEqual([FOREIGN('elements', '棋牌')])
    expect(told({ deadline: '刷单' })).toEqual([FOREIGN('deadline', '刷单')])
    expect(told({ basis: [{ text: '私服' }] })).toEqual([FOREIGN('basis', '私服')])
    expect(told({ subjects: ['裸聊'] })).toEqual([FOREIGN('subjects', '裸聊')])
    expect(told({ channels: [{ name: '外挂', ticked: true }] })).toEqual([FOREIGN('channels', '外挂')])
    expect(told({ audience: { scope: 'specific', detail: '投注' } })).toEqual([FOREIGN('audience', '投注')])
    expect(told({ elements: ['彩票公益金使用', '禁止捕鱼'] })).toEqual([])
    expect(foreignDoubts(row({ path: ['博彩'], elements: ['名单'] }))).toEqual([
      { field: 'path', reason: '夹有与政务公开无关的文字' },
    ])
  })

  test('offices of the past, but not within the name of a document', () => {
    const office = (field: string) => `${field} outdated-office “工商局”自2018-03起已不用这个名称，现为市场监督管理部门，请核对` // prettier-ignore
    expect(told({ subjects: ['县工商局'] })).toEqual([office('subjects')])
    expect(told({ elements: ['工商局办理'] })).toEqual([office('elements')])
    expect(told({ basis: [{ text: '工商局通知' }] })).toEqual([office('basis')])
    expect(told({ basis: [{ text: '《工商局通知》' }] })).toEqual([])
    expect(told({ deadline: '工商局' })).toEqual([])
  })

  test('no channel ticked, a damaged number, a lost 同上, no name', () => {
    const off = { name: '政府网站', ticked: false }
    expect(told({ channels: [off, off] })).toEqual(['channels no-channel-ticked 没有勾选任何公开渠道'])
    expect(told({ channels: [off, { name: '其他', ticked: null }] })).toEqual([])
    expect(told({ basis: [{ text: '甲〔201680号', suggestion: '甲〔2016〕80号' }] })).toEqual([
      'basis damaged-number 文号“甲〔201680号”可能受损，建议核对为“甲〔2016〕80号”',
    ])
    const reason = '“同上”一类的话找不到所指的内容，或互相指来指去：公开时限'
    expect(told({ uncertain: [{ field: 'mode', reason: '别的' }, { field: 'deadline', reason }] })).toEqual([`deadline ditto-lost ${reason}`]) // prettier-ignore
    expect(told({ path: [] })).toEqual(['path path-missing 没有公开事项名称'])
  })

  test('is told with its row and sheet', () => {
    expect(rowWarnings(row({ path: [], sheet: '一' }))[0]).toMatchObject({ row: 7, sheet: '一' })
    expect(rowWarnings(row({ path: [] }))[0]).not.toHaveProperty('sheet')
  })
})
