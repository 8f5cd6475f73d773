import { PRIVACY_WORDS } from '../lexicon/words'
import { labelAt } from './normalize'
import type { Detector, Hit, ScanText, Severity } from '../types'

/** Wraps a detector with a cheap precondition that every match meets; most cells of a table fail it. */
const onlyWith =
  (mark: RegExp, detect: Detector): Detector =>
  (scan, context) =>
    mark.test(scan.text) ? detect(scan, context) : []

/** Returns all matches of a pattern whose position `accept` allows, as hits of one kind. */
function hitsOf(
  scan: ScanText,
  pattern: RegExp,
  kind: Hit['kind'],
  severity: Severity,
  accept: (match: RegExpExecArray) => boolean = () => true,
): Hit[] {
  return [...scan.text.matchAll(pattern)]
    .filter(match => accept(match))
    .map(match => ({ kind, severity, start: match.index, end: match.index + match[0].length, certainty: 50 }))
}

const ORDINARY_PASSPORT =
  /(?<![A-Za-z0-9])(?:E[A-HJ-NP-Z]\d{7}|[EG]\d{8}|[DSP]E?\d{7}|1[45]\d{7})(?![A-Za-z0-9*×.])/g
const LABELLED_PASSPORT = /(?<![A-Za-z0-9])[A-Za-z]{1,2}(?:\d{7,8}|\d{3,4}[ -]\d{4})(?![A-Za-z0-9*×])/g
const DATED = /^[A-Z]{1,2}(?:19|20)\d{2}(?:0[1-9]|1[0-2])/

/** Detects passports 护照 and exit permits 通行证; without a label only the ordinary form counts. */
export const detectPassports = onlyWith(/[A-Za-z]\d|护照|通行证/, scan => [
  ...hitsOf(scan, LABELLED_PASSPORT, 'passport', 'block', match => labelAt(scan, match.index) === 'passport'),
  ...hitsOf(scan, ORDINARY_PASSPORT, 'passport', 'block', match => {
    const label = labelAt(scan, match.index)
    if (label === 'passport') return true
    return label === null && /^(?:E[A-Z]|[EG])\d{7,8}$/.test(match[0]) && !DATED.test(match[0])
  }),
])

const LOCAL = 'A-Za-z0-9_'
const EMAIL = new RegExp(
  `(?<![${LOCAL}.+-])[${LOCAL}][${LOCAL}.+-]{0,63}[ ]?@[ ]?[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.){1,4}[A-Za-z]{2,10}(?![A-Za-z0-9])`,
  'g',
)
const OFFICE_MAIL = /\.gov\.cn$/i

/** Detects e-mail addresses; an authority's mailbox (gov.cn) is not a finding. */
export const detectEmails = onlyWith(/@/, scan =>
  hitsOf(scan, EMAIL, 'email', 'review', match => !OFFICE_MAIL.test(match[0])),
)

const WECHAT =
  /(?:微信|薇信|威信|微 信|wechat|weixin|vx|wx|v信)[ ]?(?:号码?|账号|ID)?(?:[ ]?(?:[:=(]|为|是)[ ]?|[ ]{1,2}(?=[A-Za-z_-]{0,19}\d)|(?<=[号信]))([A-Za-z][A-Za-z0-9_-]{5,19}|\d{5,11})(?![A-Za-z0-9_-])/gi
const OFFICIAL_ACCOUNT = /公众|小程序|订阅号|服务号|视频号|政务/

/** Detects WeChat ids 微信号 by their label; official accounts are public. */
export const detectWechat: Detector = scan =>
  [...scan.text.matchAll(WECHAT)]
    .filter(match => !OFFICIAL_ACCOUNT.test(scan.text.slice(Math.max(0, match.index - 6), match.index)))
    .map(match => {
      const end = match.index + match[0].length
      return { kind: 'wechat', severity: 'review', start: end - (match[1]?.length ?? 0), end }
    })

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const PLATE = new RegExp(
  `[${PROVINCES}][A-HJ-NP-Z][ ·•.-]?(?:[A-HJ-NP-Z0-9]{5}|\\d{4}[挂学警港澳]|[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])(?![A-Za-z0-9-])`,
  'g',
)

/** Detects plate numbers 车牌号 (GA 36): five characters with at most two letters, or six of a new-energy vehicle. */
export const detectPlates = onlyWith(/[A-Z]/, scan =>
  hitsOf(scan, PLATE, 'plate', 'review', match => match[0].replace(/\D/g, '').length >= 3),
)

const PAIR =
  /(?<![\d.])(\d{2,3}\.\d{3,15})°?[ ]?[EN东北]?[ ]?[,;/ ][ ]?[NE北东]?[纬经]?[ ]?(\d{2,3}\.\d{3,15})(?![\d.])/g
const LABELLED_DEGREES =
  /(?:经度|纬度|东经|北纬|坐标|定位|longitude|latitude|\blng|\blat|\blon|gps)[^\d\n。]{0,6}(\d{1,3}\.\d{2,15})(?![\d.])/gi
const SEXAGESIMAL = /(?<![\d.])\d{1,3}[°度][ ]?\d{1,2}[′'分][ ]?(?:\d{1,2}(?:\.\d{1,6})?[″"秒]?)?/g

const inChina = (a: number, b: number): boolean => a >= 73 && a <= 136 && b >= 3 && b <= 54

/** Detects coordinates 定位 inside China, as a pair, after a label, or in degrees and minutes. */
export const detectGps = onlyWith(/\d[.°度]/, scan => [
  ...hitsOf(scan, PAIR, 'gps', 'review', match => {
    const [a, b] = [Number(match[1]), Number(match[2])]
    const exact = `${match[1]}`.split('.')[1]?.length ?? 0
    return (inChina(a, b) || inChina(b, a)) && exact >= 4
  }),
  ...hitsOf(scan, LABELLED_DEGREES, 'gps', 'review', match => Number(match[1]) <= 136),
  ...hitsOf(scan, SEXAGESIMAL, 'gps', 'review'),
])

const NUMBER = '(?:[甲乙丙]?\\d{1,5}|[一二三四五六七八九十百]{1,5})'
const TAIL = `(?:院|弄)?(?:[ ]?${NUMBER}(?:号楼|栋|幢|座|单元|楼|层|室|号房?|户)){0,5}(?:[ ]?-?\\d{3,4}室?)?`
const NOT_A_HOUSE =
  '(?!线|桥|井|路|地块|机|泵|文|令|台|棚|大棚|库|标|点|坑|沟|渠|变|电|图|文件|公告|通知|楼(?!\\d)|院改)'
const ROAD = new RegExp(
  `[\\u4e00-\\u9fff]{1,8}(?:路|街|巷|大道|胡同|弄|里|条|道|小区|花园|公寓|家园|家属院)(?:[东西南北中]段)?[ ]?(?:${NUMBER}(?:号|弄)${NOT_A_HOUSE}${TAIL})`,
  'g',
)
const VILLAGE = new RegExp(
  `(?:[\\u4e00-\\u9fff]{1,10}(?:村|组|社|队|庄|屯|寨|营)|\\d{1,2}组)[ ]?(?:${NUMBER}(?:组|社|队))?[ ]?(?:门牌)?${NUMBER}号${NOT_A_HOUSE}${TAIL}`,
  'g',
)
const ROOM = new RegExp(
  `[\\u4e00-\\u9fff0-9]{0,12}[ ]?${NUMBER}(?:号楼|栋|幢|座|号院)[ ]?(?:${NUMBER}单元[ ]?)?(?:${NUMBER}(?:室|号|户)|\\d{3,4})(?![\\d年月日元个])`,
  'g',
)
const UNIT_ROOM = new RegExp(`${NUMBER}单元[ ]?(?:${NUMBER}[室号户]|\\d{3,4})(?!\\d)`, 'g')
const DASHED_ROOM =
  /[\u4e00-\u9fff]{1,10}(?:小区|花园|苑|家园|公寓|家属院|院|楼)[ ]?\d{1,3}-\d{1,3}-\d{2,4}(?!\d)/g
const DOORPLATE = new RegExp(`门牌(?:号)?[:为 ]{0,2}${NUMBER}号?`, 'g')
const OFFICE = new RegExp(PRIVACY_WORDS.office)
const WORKS = new RegExp(PRIVACY_WORDS.works)
const DOCUMENT = /〔|〕|\[|第$|文件|公告|通知/

/** Checks for an office's address 公共机构地址, or the number of a document. */
const isPublicPlace = (scan: ScanText, match: RegExpExecArray): boolean => {
  const before =
    scan.text
      .slice(Math.max(0, match.index - 14), match.index)
      .split(/[。;\n]/)
      .at(-1) ?? ''
  const end = match.index + match[0].length
  const after = scan.text.slice(end, end + 10).split(/[。;,，\n]/)[0] ?? ''
  return OFFICE.test(`${before}${match[0]}|${after}`) || WORKS.test(after) || DOCUMENT.test(match[0])
}

/** Detects addresses 住址 down to a house number, unit or room; village and group alone are not a finding. */
export const detectAddresses = onlyWith(/[号栋幢座院元]|门牌|\d-\d/, scan =>
  [ROAD, VILLAGE, ROOM, UNIT_ROOM, DASHED_ROOM, DOORPLATE].flatMap(pattern =>
    hitsOf(scan, pattern, 'address', 'review', match => !isPublicPlace(scan, match)),
  ),
)
