import { GENERAL_CODE, type Category, type TemplateBlock } from './categoryTypes'
import { type SheetCode, sheetForm } from './sheets'

const PLAN =
  '规范化工作实施方案（2020）第二部分第（五）项：重点公开脱贫攻坚、村级财务、补贴发放、养老服务、社会救助'
const CHECKED_ON = '2026-11-23'

const attachments: TemplateBlock = {
  type: 'attachments',
  label: '附件',
  required: false,
  answers: ['附件', '政策文件', '文件名称'],
  elements: [],
  help: '上传前请先看清楚：附件里不能有身份证号、银行卡号、电话。',
}

const remark: TemplateBlock = {
  type: 'text',
  label: '说明',
  required: false,
  answers: ['说明', '公示说明'],
  elements: [],
  help: '需要向大家解释的，用大白话写在这里。',
}

const facts = (elements: { label: string; required: boolean }[]): TemplateBlock => ({
  type: 'facts',
  label: '公开内容',
  required: true,
  answers: [],
  elements,
  help: '按目录要求逐项填写。',
})

const recipients = (label: string, answers: string[]): TemplateBlock => ({
  type: 'recipients',
  label,
  required: false,
  answers,
  elements: [],
  help: '姓名只写姓，后面用 * 代替；不要写身份证号、卡号、电话和门牌号。',
})

const sheet = (
  code: SheetCode,
  only: string[],
  help: string,
  frequency: TemplateBlock['frequency'] = 'quarterly',
): TemplateBlock => ({
  type: 'sheet',
  sheet: code,
  label: sheetForm(code).name,
  required: false,
  answers: only,
  elements: [],
  only,
  frequency,
  help,
})

const CARRIED = '上期的行已经带过来，只改变了的；期末数要和账上对得上。'
const NAME_ONLY = '个人只写姓，后面用 * 代替；单位写全称。'

/** Registers and statements of a collective, offered for items that ask for them by name. */
const sheets: TemplateBlock[] = [
  sheet('assets', ['资产', '各项资产', '三资', '清产核资', '产业物资'], '一项资产一行：原值减累计折旧等于净值。上期的行已经带过来，只改变了的。'), // prettier-ignore
  sheet('resources', ['资源', '三资', '四荒', '机动地', '集体土地'], `一块资源一行，面积写亩。${NAME_ONLY}`),
  sheet('claims', ['债权', '欠款', '应收款'], `别人欠集体的，一笔一行。${CARRIED}${NAME_ONLY}`),
  sheet(
    'debts',
    ['债务', '负债', '应付款', '借款', '贷款'],
    `集体欠别人的，一笔一行。${CARRIED}${NAME_ONLY}`,
  ),
  sheet('leases', ['资源', '发包', '承包', '出租', '租赁', '租金'], `一份合同一行：以前欠租加本期应收，减本期已收，等于期末欠租。${CARRIED}${NAME_ONLY}`), // prettier-ignore
  sheet('balance-sheet', ['资产负债', '各项资产', '会计报表', '财务报表'], '照账上的资产负债表填；合计行空着会自动加，资产总计要等于负债和所有者权益总计。'), // prettier-ignore
  sheet('income-distribution', ['收益分配', '收益及', '会计报表', '财务报表'], '照账上的收益及收益分配表填；合计行空着会自动加。', 'yearly'), // prettier-ignore
]

const LIST_WORDS = ['名单', '发放', '结果', '对象', '补贴明细', '资金分配']

/** The five focus categories 五类重点公开, in the order and with the names of every page. */
export const FOCUS_CATEGORIES: readonly Category[] = [
  {
    code: 'poverty-alleviation',
    name: '脱贫攻坚',
    formerNames: ['乡村振兴', '防止返贫', '巩固脱贫成果', '扶贫'],
    areas: ['扶贫', '脱贫攻坚', '乡村振兴', '防止返贫', '巩固拓展脱贫攻坚成果'],
    keywords: [
      '扶贫',
      '脱贫',
      '贫困',
      '乡村振兴',
      '防返贫',
      '防止返贫',
      '监测对象',
      '帮扶',
      '衔接资金',
      '易地搬迁',
      '雨露计划',
    ],
    frequency: 'quarterly',
    blocks: [
      facts([
        { label: '政策依据', required: true },
        { label: '帮扶措施', required: true },
        { label: '监督电话', required: true },
      ]),
      recipients('帮扶明细', LIST_WORDS),
      remark,
      attachments,
    ],
    source: `${PLAN}；2021年后改称巩固拓展脱贫攻坚成果同乡村振兴有效衔接`,
    checkedOn: CHECKED_ON,
  },
  {
    code: 'village-finance',
    name: '村级财务',
    formerNames: [],
    areas: ['村级财务', '集体资产', '农村集体资产', '财务公开'],
    keywords: [
      '财务',
      '收支',
      '集体资产',
      '集体经济',
      '资产资源',
      '债权债务',
      '收益分配',
      '工作经费',
      '财务信息',
      '三资',
      '资产负债',
      '发包租赁',
    ],
    frequency: 'monthly',
    blocks: [
      {
        type: 'money',
        label: '收支明细',
        required: true,
        answers: ['收支', '收入', '支出', '财务', '经费', '明细', '余额'],
        elements: [],
        help: '一笔一行。期初余额已从上期带过来，期末余额要和账上对得上。',
      },
      ...sheets,
      facts([{ label: '民主理财小组意见', required: false }]),
      remark,
      attachments,
    ],
    source: `${PLAN}；农经发〔2011〕13号《农村集体经济组织财务公开规定》`,
    checkedOn: CHECKED_ON,
  },
  {
    code: 'subsidy',
    name: '补贴发放',
    formerNames: [],
    areas: ['涉农补贴', '涉农资金', '惠农补贴', '补贴'],
    keywords: ['补贴', '补助资金', '地力保护', '农机购置', '一卡通', '惠民惠农', '良种', '农业生产发展'],
    frequency: 'quarterly',
    blocks: [
      facts([
        { label: '政策依据', required: true },
        { label: '补贴标准', required: true },
        { label: '监督渠道', required: true },
      ]),
      recipients('补贴结果', ['补贴结果', ...LIST_WORDS]),
      remark,
      attachments,
    ],
    source: `${PLAN}；基层政务公开标准目录（涉农补贴领域）`,
    checkedOn: CHECKED_ON,
  },
  {
    code: 'elderly-care',
    name: '养老服务',
    formerNames: [],
    areas: ['养老服务', '养老'],
    keywords: ['养老服务', '老年人', '高龄', '养老机构', '敬老院', '日间照料', '助餐', '老龄'],
    frequency: 'quarterly',
    blocks: [
      facts([
        { label: '服务内容', required: true },
        { label: '补贴标准', required: false },
        { label: '联系方式', required: true },
      ]),
      recipients('发放明细', LIST_WORDS),
      remark,
      attachments,
    ],
    source: `${PLAN}；民办函〔2019〕52号《社会救助、养老服务领域基层政务公开标准指引》`,
    checkedOn: CHECKED_ON,
  },
  {
    code: 'social-assistance',
    name: '社会救助',
    formerNames: [],
    areas: ['社会救助', '社会救助及福利', '民政', '救灾'],
    keywords: [
      '低保',
      '最低生活保障',
      '特困',
      '临时救助',
      '社会救助',
      '救助',
      '慰问',
      '残疾人',
      '困境儿童',
      '流浪乞讨',
    ],
    frequency: 'quarterly',
    blocks: [
      facts([
        { label: '救助标准', required: true },
        { label: '申请办法', required: false },
        { label: '监督电话', required: true },
      ]),
      recipients('救助明细', LIST_WORDS),
      remark,
      attachments,
    ],
    source: `${PLAN}；民办函〔2019〕52号《社会救助、养老服务领域基层政务公开标准指引》；社会救助暂行办法`,
    checkedOn: CHECKED_ON,
  },
]

/**
 * The category of every item outside the five 其他公开事项. Its blocks are offered if the words of an item ask for them
 * (`only`); one of the offered blocks is enough.
 */
export const GENERAL_CATEGORY: Category = {
  code: GENERAL_CODE,
  name: '其他公开事项',
  formerNames: [],
  areas: [],
  keywords: [],
  frequency: 'quarterly',
  blocks: [
    { ...facts([]), required: false, help: '按目录列的要素逐项填写；没有的写“无”。' },
    { ...remark, help: '把这件事写清楚：做了什么、定了什么、结果怎样。用大白话写。' },
    {
      type: 'recipients',
      label: '名单和明细',
      required: false,
      answers: ['名单', '花名册'],
      elements: [],
      only: ['名单', '花名册', '发放', '补偿', '补助', '奖励', '户主'],
      help: '没有名单要公开的空着。姓名只写姓，后面用 * 代替；不要写身份证号、卡号、电话和门牌号。',
    },
    {
      type: 'money',
      label: '收支明细',
      required: false,
      answers: ['收支', '收入', '支出', '收缴'],
      elements: [],
      only: ['收支', '收入', '支出', '收缴', '经费', '筹资', '捐款', '水费', '电费', '水电费', '卫生费'],
      help: '没有收支的空着。一笔一行，期末余额要和账上对得上。',
    },
    ...sheets,
    { ...attachments, help: `制度、方案、合同可以传原件。${attachments.help}` },
  ],
  source: '村民委员会组织法第三十条；政府信息公开条例第十九条至第二十一条',
  checkedOn: '2026-12-01',
}

/** Every category: the five first, then the general one. */
export const CATEGORIES: readonly Category[] = [...FOCUS_CATEGORIES, GENERAL_CATEGORY]
