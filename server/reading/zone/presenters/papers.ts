import { FOCUS_CATEGORIES } from '@shared/facts/disclosure/categories'
import { DOORS, FORMS, ROUTES_HOME } from '@shared/facts/participation/applicationRules'
import type { ZonePaper } from '@shared/facts/reading/readingPlaces'
import type { ReadingPlace } from '@shared/contract/reading/zone'
import type { Print, PrintBlock } from '@server/documents/print'
import { presentContacts } from '@server/people/orgs'
import { addressesUnder, plainPaths } from '@server/platform/config/publicAddresses'
import type { ZoneContext } from '../queries/zone'
import { APPLY_STEPS, kindLabel } from './zone'

const BLANK = '　'
/** Lines left free for handwriting. */
const LINES = (count: number): string => Array.from({ length: count }, () => BLANK).join('\n')

const boxes = (facts: readonly { label: string }[]): string =>
  facts.map(({ label }) => `□ ${label}`).join('　')

const phonesOf = ({ street: { org } }: ZoneContext): string[] =>
  presentContacts(org).map(({ name, jobTitle, phone }) => `${jobTitle}${name} ${phone}`)

const placeFact = ({ kind, name, address, hours, phone, has }: ReadingPlace) => ({
  label: name,
  value: [`${kindLabel(kind)}，${address}`, hours, phone, has.length === 0 ? '' : `有：${has.join('、')}`]
    .filter(Boolean)
    .join('\n'),
})

/** 公开指南: where to look, how to apply, how long it takes, what may be done against it. */
function guide(work: ZoneContext, base: string): PrintBlock[] {
  const { org } = work.street
  const to = addressesUnder(base)
  return [
    { kind: 'title', text: `${org.name}政府信息公开指南` },
    { kind: 'heading', level: 1, text: '一、不用申请就能看的' },
    {
      kind: 'list',
      items: [
        ...FOCUS_CATEGORIES.map(({ name }) => `各村（社区）的${name}`),
        '公开目录里的事项，每一项写着公开什么、什么时候公开',
      ],
    },
    { kind: 'qr', address: base + plainPaths.place(org._id), mm: 28, lines: ['扫码看公开栏，不用登录。'] },
    { kind: 'heading', level: 1, text: '二、到哪里当面看' },
    work.places.length === 0
      ? { kind: 'paragraph', text: '查阅点正在登记，请打下面的电话问。' }
      : { kind: 'facts', rows: work.places.map(placeFact) },
    { kind: 'heading', level: 1, text: '三、怎么申请公开' },
    { kind: 'list', items: APPLY_STEPS },
    {
      kind: 'paragraph',
      text: `申请的办法：${DOORS.map(({ label }) => label).join('、')}。当面和邮寄的不会拒收。`,
    },
    { kind: 'qr', address: to.apply(org._id), mm: 28, lines: ['扫码申请，先看有没有已经公开的。'] },
    { kind: 'heading', level: 1, text: '四、多久答复、收不收费' },
    {
      kind: 'paragraph',
      text: '收到那天起 20 个工作日内答复，收到那天不算；要延长的最多再加 20 个工作日，会告诉您。等您补正、征求别人意见的时间不算在内。申请不收费；申请的件数、次数明显太多的，按国办函〔2020〕109号办理。',
    },
    { kind: 'heading', level: 1, text: '五、不服怎么办' },
    {
      kind: 'paragraph',
      text: '对不予公开、部分公开不服的，先申请行政复议（60 日内），再起诉；对其他答复不服的，可以申请行政复议（60 日内），也可以直接起诉（6 个月内）。到期没有答复的，也可以申请行政复议。答复书上写着向谁提。',
    },
    { kind: 'heading', level: 1, text: '六、找谁问' },
    {
      kind: 'list',
      items: [...phonesOf(work), ...[org.address, org.officeHours].flatMap(text => text ?? [])],
    },
    {
      kind: 'paragraph',
      small: true,
      text: '依据：《中华人民共和国政府信息公开条例》第十二、二十五、二十七至四十二条，《中华人民共和国行政复议法》第二十、二十三条。2026年12月2日核对。',
    },
  ]
}

const PERSON = ['姓名*', '证件名称*', '证件号码*', '联系电话*', '通信地址、邮编', '电子邮箱']
const BODY = [
  '名称*',
  '统一社会信用代码*',
  '法定代表人*',
  '联系人*',
  '联系电话*',
  '单位类别：□ 商业企业　□ 科研机构　□ 社会公益组织　□ 法律服务机构　□ 其他',
]

/** Blank 申请表 by the fields of 条例 §29; the purpose is not asked. */
function form(work: ZoneContext, base: string, who: readonly string[]): PrintBlock[] {
  const { org } = work.street
  return [
    { kind: 'title', text: '政府信息公开申请表' },
    { kind: 'paragraph', text: `交给：${org.name}　带 * 的一定要写。不会写的，口头说，工作人员代写。` },
    { kind: 'heading', level: 1, text: '您是谁' },
    { kind: 'facts', rows: who.map(label => ({ label, value: BLANK })) },
    {
      kind: 'heading',
      level: 1,
      text: '您要什么*（一件写一行：名称、文号，或者哪个项目、哪块地、哪个村、哪一年）',
    },
    { kind: 'facts', rows: ['1', '2', '3', '4'].map(label => ({ label, value: LINES(2) })) },
    { kind: 'heading', level: 1, text: '怎么给您' },
    {
      kind: 'facts',
      rows: [
        { label: '要什么样的', value: boxes(FORMS) },
        { label: '怎么拿', value: boxes(ROUTES_HOME) },
        { label: '没有这样的', value: '□ 别的样子也可以　□ 不要' },
        { label: '要人帮忙', value: '□ 念给我听　□ 大字　□ 手语、手写' },
        { label: '签名、日期', value: LINES(2) },
      ],
    },
    {
      kind: 'qr',
      address: addressesUnder(base).apply(org._id),
      mm: 24,
      lines: ['也可以扫码在手机上申请。', ...phonesOf(work)],
    },
  ]
}

/** What the hall's sheet of codes leads to; every code is made of the street's own data. */
function matrixCards({ street: { org }, villages }: ZoneContext, base: string) {
  const to = addressesUnder(base)
  const card = (title: string, line: string, qr: string) => ({ title, lines: [line], qr })
  return [
    card('公开栏', '最新公示', base + plainPaths.place(org._id)),
    card('公开目录', '应该公开哪些', base + plainPaths.catalogue(org._id)),
    card('查阅点和指南', '到哪里看', base + plainPaths.zone(org._id)),
    card('申请公开', '先查再申请', to.apply(org._id)),
    card('查进度', '要编号和查询码', to.progress('')),
    ...villages.map(({ code, name }) => card(name, '村（社区）公开栏', base + plainPaths.place(code))),
  ]
}

/** Sheet of codes for the wall of a hall 二维码矩阵. */
const matrix = (work: ZoneContext, base: string): PrintBlock[] => [
  { kind: 'title', text: `${work.street.org.name}信息公开，扫码就看` },
  { kind: 'paragraph', text: '用微信扫一扫，不用登录。没有手机的，用自助查询机，或者请工作人员打印。' },
  { kind: 'cards', across: 2, mm: 34, cards: matrixCards(work, base) },
]

/** Paper of a village's station 便民服务站: look up by code, and a slip for a wish that is said and passed on. */
function station(work: ZoneContext, base: string): PrintBlock[] {
  const { org } = work.asked
  const street = work.street.org
  return [
    { kind: 'title', text: `${org.name}信息公开便民点` },
    {
      kind: 'cards',
      across: 2,
      mm: 34,
      cards: [
        {
          title: `${org.name}公开栏`,
          lines: ['账、补贴、救助，每月看'],
          qr: base + plainPaths.place(org._id),
        },
        {
          title: `向${street.name}申请公开`,
          lines: ['先查再申请，不收费'],
          qr: addressesUnder(base).apply(street._id),
        },
      ],
    },
    {
      kind: 'list',
      items: [
        '没有手机的，请便民点打印。',
        '村里的事问村委会，街道的事可以申请公开。',
        ...presentContacts(org).map(({ name, jobTitle, phone }) => `${jobTitle}${name} ${phone}`),
        ...phonesOf(work),
      ],
    },
    { kind: 'heading', level: 1, text: '口头愿望记录（写好转给街道，便民点不留底）' },
    {
      kind: 'facts',
      rows: [
        { label: '想看什么', value: LINES(4) },
        { label: '怎么找您', value: LINES(2) },
        { label: '记录人、日期', value: BLANK },
        { label: '转给街道', value: `${street.name}，${phonesOf(work)[0] ?? ''}` },
      ],
    },
  ]
}

const MAKERS: Readonly<Record<ZonePaper, (work: ZoneContext, base: string) => PrintBlock[]>> = {
  guide,
  'form-person': (work, base) => form(work, base, PERSON),
  'form-body': (work, base) => form(work, base, BODY),
  matrix,
  station,
}

const NAMES: Readonly<Record<ZonePaper, string>> = {
  guide: '政府信息公开指南',
  'form-person': '申请表（个人）',
  'form-body': '申请表（单位）',
  matrix: '二维码一览',
  station: '便民点用纸',
}

/** Prints a paper of a zone from data; the same content gives the same bytes. */
export function zonePaper(work: ZoneContext, paper: ZonePaper, base: string): Print {
  const { org } = paper === 'station' ? work.asked : work.street
  return {
    title: `${org.name}${NAMES[paper]}`,
    author: org.name,
    footer: org.name,
    date: new Date('2026-12-02T00:00:00Z'),
    paper: { size: 'A4', layout: 'portrait', body: 12, title: 24 },
    blocks: MAKERS[paper](work, base),
  }
}
