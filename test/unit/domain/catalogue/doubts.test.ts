import { audienceOfTicks, readAudience } from '../../../../server/domain/catalogue/fields/audience'
import { readBasis, suggestNumber } from '../../../../server/domain/catalogue/fields/basis'
import { looksLikeChannels, readChannels } from '../../../../server/domain/catalogue/fields/channels'
import { readElements } from '../../../../server/domain/catalogue/fields/elements'
import { isLevelText, readLevels } from '../../../../server/domain/catalogue/fields/levels'
import { dropListMarker, splitBullets, splitNumbered, startsWithMarker } from '../../../../server/domain/catalogue/fields/listMarks' // prettier-ignore
import { isModeText, modeOfTicks, readMode } from '../../../../server/domain/catalogue/fields/mode'
import { looksLikeSubjects, readSubjects } from '../../../../server/domain/catalogue/fields/subjects'
import { isTickCell, readTick } from '../../../../server/domain/catalogue/fields/ticks'

/** Each field of a catalogue: what is read, and in which words it is doubted. */

describe('list marks', () => {
  test.each([
    ['1.甲2.乙', ['甲', '乙']],
    ['1、甲 2、乙 3、丙', ['甲', '乙', '丙']],
    ['（1）甲（2）乙', ['甲', '乙']],
    ['①甲②乙③丙', ['甲', '乙', '丙']],
    ['（一）甲（二）乙', ['甲', '乙']],
    ['一、甲二、乙十、丙', ['甲', '乙十、丙']],
    ['1.甲', ['甲']],
    ['1.5万元', undefined],
    ['甲1.乙', undefined],
    ['第1.甲', undefined],
    ['2.甲', undefined],
    ['甲', undefined],
  ])('“%s” is numbered as %j', (text, parts) => expect(splitNumbered(text)).toEqual(parts))

  test('numbers go on past ten in Chinese too', () => {
    const text = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map(n => `（${n}）甲`).join('') // prettier-ignore
    expect(splitNumbered(text)).toEqual(Array(12).fill('甲'))
  })

  test.each([
    ['●甲●●乙', ['甲', '乙']],
    ['甲○乙', ['甲', '乙']],
    ['甲', undefined],
  ])('“%s” has bullets as %j', (text, parts) => expect(splitBullets(text)).toEqual(parts))

  test.each([
    ['●甲', '甲'],
    ['①甲', '甲'],
    ['（1） 甲', '甲'],
    ['(十二)甲', '甲'],
    ['12.甲', '甲'],
    ['一、甲', '甲'],
    ['- 甲', '甲'],
    ['-a', '-a'],
    ['1.2甲', '1.2甲'],
    ['甲1.', '甲1.'],
  ])('“%s” without its mark is “%s”', (text, bare) => {
    expect([dropListMarker(text), startsWithMarker(text)]).toEqual([bare, bare !== text])
  })
})

describe('elements', () => {
  const PHRASE = '前面的修饰语可能管着后面几个词，分条可能不准'
  const ETC = '“……等”可能是一个整体，也可能是几项内容'
  const COMMA = '逗号可能隔开几项内容，也可能是一句话'

  test.each<[string, string[], string[]]>([
    ['甲甲；乙乙；', ['甲甲', '乙乙'], []],
    ['单项；', ['单项'], []],
    ['项目名称，实施地点，资金规模', ['项目名称', '实施地点', '资金规模'], []],
    ['项目名称，实施地点', ['项目名称，实施地点'], [COMMA]],
    ['项目名称，应当公开，资金规模', ['项目名称，应当公开，资金规模'], [COMMA]],
    ['项目名称，申请条件，资金规模', ['项目名称', '申请条件', '资金规模'], []],
    ['项目、资金等', ['项目', '资金等'], [ETC]],
    ['村里的项目、资金等', ['村里的项目、资金等'], [ETC]],
    ['涉及农村的项目、资金', ['涉及农村的项目', '资金'], [PHRASE]],
    ['涉及农村的项目、资金的用途', ['涉及农村的项目', '资金的用途'], []],
    ['救灾、防汛资金', ['救灾', '防汛资金'], ['“救灾”可能和后面的词连在一起，分条可能不准']],
    ['条件、程序说明', ['条件', '程序说明'], []],
    ['项目名称 实施地点', ['项目名称', '实施地点'], ['词语之间只有空格，分条可能不准']],
    ['社会救 助对象', ['社会救助对象'], ['词语之间有空格，可能是排版空格，也可能隔开几项内容']],
    ['项目名称 实施地点、时间 资金规模 责任单位', ['项目名称', '实施地点', '时间', '资金规模', '责任单位'], ['词语之间既有空格又有顿号，分条可能不准']], // prettier-ignore
    ['甲一\n乙二', ['甲一', '乙二'], []],
    ['甲一、\n乙二', ['甲一', '乙二'], []],
    ['甲一、乙二\n丙三', ['甲一、乙二', '丙三'], ['单元格里既有换行又有顿号，按行分条，可能不准']],
    [
      '领导班子成员姓名、职务信息',
      ['领导班子成员姓名', '职务信息'],
      ['“职务信息”可能管着前面几个词，分条可能不准'],
    ],
    ['机构设置、职能', ['机构设置', '职能'], ['“职能”可能和前面的词连在一起，分条可能不准']],
    [
      '（一）项目名称（二）实施地点（一）资金规模',
      ['项目名称', '实施地点（一）资金规模'],
      ['编号中途重新开始，分条可能不准'],
    ],
    ['政策（一\n二）', ['政策（一二）'], []],
    ['●甲一\n乙二\n●丙三', ['甲一乙二', '丙三'], []],
    ['服务时间、地点、电话', ['服务时间、地点', '电话'], []],
    ['  \n ', [], []],
  ])('“%s” is %j, doubted %j', (text, value, doubts) => {
    expect(readElements(text)).toEqual({ value, doubts })
  })

  test('lines that the layout cut are joined, except at a mark', () => {
    expect(readElements('项目\n名称', 'layout')).toEqual({ value: ['项目名称'], doubts: [] })
    expect(readElements('项目名称；\n资金', 'layout')).toEqual({ value: ['项目名称', '资金'], doubts: [] })
    expect(readElements('项目名称\n资金规模', 'written').value).toEqual(['项目名称', '资金规模'])
  })
})

describe('basis', () => {
  test.each([
    ['《甲法》、《乙办法》', ['《甲法》', '《乙办法》']],
    ['《甲法》和《乙办法》', ['《甲法》', '《乙办法》']],
    ['《甲法》第三条、第四条；《乙办法》', ['《甲法》第三条、第四条', '《乙办法》']],
    ['国发〔2012〕45号民发〔2016〕1号', ['国发〔2012〕45号', '民发〔2016〕1号']],
    ['1.《甲法》2.《乙办法》', ['《甲法》', '《乙办法》']],
    ['《甲\n法》\n《乙办法》', ['《甲法》', '《乙办法》']],
    ['《甲法》\n（2012年）', ['《甲法》', '（2012年）']],
    ['《关于〈甲〉的《乙》通知》', ['《关于〈甲〉的《乙》通知》']],
    ['', []],
  ])('“%s” names %j', (text, documents) => {
    expect(readBasis(text).value.map(one => one.text)).toEqual(documents)
  })

  test.each([
    ['国务院关于印发国发〔2012〕45号', '国发〔2012〕45号'],
    ['根据《甲条例》民发〔2016〕1号', '民发〔2016〕1号'],
    ['国家发展和改革委员会令第3号', '国家发展和改革委员会令第3号'],
    ['财政部公告2020年第5号', '财政部公告2020年第5号'],
    ['社会救助暂行办法国发〔2014〕7号', '国发〔2014〕7号'],
    ['按照国发〔2012〕45号', '国发〔2012〕45号'],
    ['依据民发〔2016〕1号', '民发〔2016〕1号'],
    ['依据和民发〔2016〕1号', '民发〔2016〕1号'],
    ['的民发〔2016〕1号', '民发〔2016〕1号'],
    ['村民委员会组织法民发〔2016〕1号', '民发〔2016〕1号'],
    ['法发〔2016〕1号', '法发〔2016〕1号'],
    ['实施意见国办发〔2019〕54号', '国办发〔2019〕54号'],
    ['国发〔2012〕045号', undefined],
    ['国发〔1812〕45号', undefined],
    ['国发〔2014〕47号号', undefined],
  ])('“%s” has the number %s', (text, number) => expect(readBasis(text).value[0]?.number).toBe(number))

  test.each([
    ['国发(2012)45号', '国发〔2012〕45号'],
    ['国发[2012]第45号', '国发〔2012〕45号'],
    ['国发〔2O12〕45号', '国发〔2012〕45号'],
    ['国发2012〕45号', '国发〔2012〕45号'],
    ['国务院令649号', '国务院令第649号'],
    ['国务院令第649', '国务院令第649号'],
    ['名单', undefined],
  ])('“%s” was most likely %s', (text, number) => {
    if (number !== '国务院令第649号') expect(suggestNumber(text)).toBe(number)
    expect(readBasis('国发〔2012〕45号').value[0]).not.toHaveProperty('suggestion')
  })
})

describe('channels', () => {
  const read = (text: string) => {
    const { value, doubts } = readChannels(text)
    return [value.map(({ name, ticked }) => `${ticked === null ? '?' : ticked ? '+' : '-'}${name}`), doubts]
  }

  test.each<[string, string[], string[]]>([
    ['', [], []],
    ['政府网站', ['+政府网站'], []],
    ['政府网站 公示栏', ['+政府网站', '+公示栏'], []],
    ['政府 网站', ['+政府网站'], []],
    ['名单', ['+名单'], ['“名单”不像公开渠道，也没有方框']],
    ['公报■政府网站', ['?公报', '+政府网站'], ['“公报”前面没有方框，不知是否勾选']],
    ['■政府网站□', ['+政府网站'], ['有方框后面没有写渠道名称']],
    ['■政府网站政府公报', ['+政府网站政府公报'], ['有渠道名称之间的方框丢失，位置不明']],
    ['口政府网站', ['-政府网站'], ['方框像是扫描识别受损，勾选情况不明']],
    ['政府网站√政府公报□', ['+政府网站', '-政府公报'], []],
    ['政府网站 公示栏√', ['-政府网站', '+公示栏'], ['有渠道名称没有方框，按未勾选读取，请核对']],
    ['□√政府网站', ['+政府网站'], []],
    ['[x]政府网站[ ]公示栏', ['+政府网站', '-公示栏'], []],
  ])('“%s” are %j, doubted %j', (text, names, doubts) => expect(read(text)).toEqual([names, doubts]))

  test('are known by their words', () => {
    expect(['政府网站', '政府网站、公示栏', '■甲', '名单', '', '政府网站、名单'].map(looksLikeChannels)).toEqual([true, true, true, false, false, false]) // prettier-ignore
    expect(looksLikeChannels(`${'长'.repeat(29)}网站`)).toBe(false)
  })
})

describe('ticks', () => {
  test.each([
    ['√.', { ticked: true, words: '' }],
    ['YES', { ticked: true, words: '' }],
    ['——', { ticked: false, words: '' }],
    ['口', { ticked: false, words: '', doubt: '“口”像是受损的空框“□”，请核对' }],
    ['○', { ticked: null, words: '', doubt: '“○”可能表示勾选，也可能表示未选，请核对' }],
    ['△', { ticked: null, words: '', doubt: '“△”可能表示勾选，也可能表示未选，请核对' }],
    ['□村民', { ticked: false, words: '村民' }],
    ['√村民', { ticked: true, words: '村民' }],
    ['村民', { ticked: null, words: '村民' }],
    [' ', { ticked: false, words: '' }],
  ])('“%s”', (text, tick) => expect(readTick(text)).toEqual(tick))

  test('a cell of ticks holds nothing else', () => {
    expect(['√', '□', '是', '', '√村民', '村民', '○'].map(isTickCell)).toEqual([true, true, true, false, false, false, false]) // prettier-ignore
  })

  const tick = (ticked: boolean | null, words = '', doubt?: string) => ({ ticked, words, ...(doubt !== undefined && { doubt }) }) // prettier-ignore
  const people = (open: ReturnType<typeof tick>, few: ReturnType<typeof tick>) =>
    audienceOfTicks([{ scope: 'public', tick: open }, { scope: 'specific', tick: few }]) // prettier-ignore

  test('of the audience', () => {
    expect(people(tick(true), tick(false))).toEqual({ value: { scope: 'public' }, doubts: [] })
    expect(people(tick(false), tick(true, '（村民）'))).toEqual({ value: { scope: 'specific', detail: '村民' }, doubts: [] }) // prettier-ignore
    expect(people(tick(true), tick(null, '申请人'))).toEqual({ value: { scope: 'both', detail: '申请人' }, doubts: [] }) // prettier-ignore
    expect(people(tick(false), tick(false))).toEqual({ value: { scope: null }, doubts: [] })
    expect(people(tick(null, '申请人'), tick(false))).toEqual({ value: { scope: null }, doubts: ['勾选栏里的“申请人”看不懂'] }) // prettier-ignore
    expect(people(tick(false, '', '可疑'), tick(null, 'x'))).toEqual({ value: { scope: null }, doubts: ['可疑', '勾选栏里的“x”看不懂'] }) // prettier-ignore
  })

  test('of the mode', () => {
    const modes = (active: ReturnType<typeof tick>, asked: ReturnType<typeof tick>) => modeOfTicks([{ mode: 'active', tick: active }, { mode: 'on-request', tick: asked }]) // prettier-ignore
    expect(modes(tick(true), tick(false))).toEqual({ value: 'active', doubts: [] })
    expect(modes(tick(false), tick(true))).toEqual({ value: 'on-request', doubts: [] })
    expect(modes(tick(true), tick(null, '依申请'))).toEqual({ value: 'both', doubts: [] })
    expect(modes(tick(false), tick(false))).toEqual({ value: null, doubts: [] })
    expect(modes(tick(null, '甲'), tick(false, '', '可疑'))).toEqual({ value: null, doubts: ['勾选栏里的“甲”看不懂', '可疑'] }) // prettier-ignore
  })
})

test.each([
  ['', { scope: null }, []],
  ['全社会', { scope: 'public' }, []],
  ['向社会公开', { scope: 'public' }, []],
  ['特定群体（低保户）', { scope: 'specific', detail: '低保户' }, []],
  ['特定群众：低保户', { scope: 'specific', detail: '低保户' }, []],
  ['特定群体（请写明）', { scope: 'specific' }, []],
  ['全社会、特定群体', { scope: 'both' }, []],
  ['□全社会■特定群体', { scope: 'specific' }, []],
  ['■全社会□特定群体', { scope: 'public' }, []],
  ['村民', { scope: 'specific', detail: '村民' }, ['公开对象“村民”不是标准写法，按特定群体读取，请核对']],
  ['甲', { scope: null, detail: '甲' }, ['公开对象“甲”不知是全社会还是特定群体']],
])('the audience “%s”', (text, value, doubts) => expect(readAudience(text)).toEqual({ value, doubts }))

test.each([
  ['主动', 'active', []],
  ['依申请公开', 'on-request', []],
  ['主动、依申请', 'both', []],
  ['■主动□依申请', 'active', []],
  ['', null, []],
  [' 全文发布 ', null, ['公开方式“全文发布”不是主动或依申请公开']],
])('the mode “%s”', (text, value, doubts) => {
  expect(readMode(text)).toEqual({ value, doubts })
  expect(isModeText(text)).toBe(/主动|申请/.test(text))
})

test.each([
  ['区民政局、各镇人民政府', ['区民政局', '各镇人民政府'], []],
  ['县、乡镇人民政府', ['县、乡镇人民政府'], []],
  ['县级、乡级、村级', ['县级', '乡级', '村级'], ['“县级”不像单位名称', '“乡级”不像单位名称', '“村级”不像单位名称']], // prettier-ignore
  ['1.区民政局 2.镇政府', ['区民政局', '镇政府'], []],
  ['区民政局\n镇政府办公室', ['区民政局', '镇政府办公室'], []],
  ['区民\n政局', ['区民政局'], []],
  ['区民政局（牵头）', ['区民政局（牵头）'], []],
  ['名单', ['名单'], ['“名单”不像单位名称']],
  ['政务服务中心', ['政务服务中心'], ['“政务服务中心”不像单位名称']],
  ['', [], []],
])('the subjects “%s”', (text, value, doubts) => {
  expect(readSubjects(text)).toEqual({ value, doubts })
})

test('subjects are known by how they end', () => {
  expect(['区民政局', '区民政局、镇政府', '民政局等', '名单', '', `${'长'.repeat(30)}局`].map(looksLikeSubjects)).toEqual([true, true, true, false, false, false]) // prettier-ignore
})

test.each([
  ['省、市、县级', ['province', 'city', 'county'], []],
  ['村级、县级', ['county', 'village'], []],
  ['社区居委会', [], ['公开层级“委会”看不懂']],
  ['新区', [], ['“新区”属于哪一级，文字看不出来']],
  ['', [], []],
])('the levels “%s”', (text, value, doubts) => {
  const read = readLevels(text)
  expect(read.doubts).toEqual(doubts)
  if (doubts.length === 0) expect(read.value).toEqual(value)
  expect(isLevelText(text)).toBe(doubts.length === 0 && value.length > 0)
})
