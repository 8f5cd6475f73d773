import { recordOf } from '../../common/lists'
import type { ColumnKind, TableColumn } from './columnTypes'
import { SHEETS, type SheetCode, type SheetForm } from './sheets'

/**
 * Columns of spreadsheet templates for accounts and lists 表格模板. Versioned data: the words are from account
 * books, one-card-pass lists and disclosure boards seen in the field; no law sets them. Headers are compared
 * without blanks, stars and brackets; longer words are tried first.
 */
export interface TableForm {
  /** Block of the notice that receives the rows. */
  block: 'money' | 'recipients' | 'sheet'
  sheet: string
  /** Name of one line. */
  line: string
  columns: readonly TableColumn[]
  /** Sets of fields; a sheet has this form if it contains all fields of one set. */
  enough: readonly (readonly string[])[]
  /** Figures next to the rows, by the words before them. */
  stated: readonly { field: string; header: string; also: readonly string[]; kind: 'yuan' | 'count' }[]
}

const column = (
  field: string,
  header: string | null,
  kind: ColumnKind,
  [example, width, most]: [string, number, number],
  also: readonly string[] = [],
  required = false,
): TableColumn => ({ field, header, also, kind, required, example, width, most })

const MONEY: TableForm = {
  block: 'money',
  sheet: '收支明细',
  line: '笔',
  columns: [
    column('date', '日期', 'date', ['2026-03-05', 14, 20], ['时间', '发生日期', '记账日期', '收支日期', '凭证日期', '业务日期', '年月日', '收入日期', '支出日期'], true), // prettier-ignore
    column('direction', '收入还是支出', 'direction', ['支出', 14, 10], ['收支', '收支类型', '收支类别', '收支方向', '收/支', '类型', '收支性质']), // prettier-ignore
    column('item', '收支事项', 'text', ['村道保洁员工资', 32, 200], ['事项', '摘要', '内容', '用途', '项目', '收支项目', '收支内容', '事由', '业务内容', '款项用途', '支出内容', '收入内容', '收入项目', '支出项目', '收入摘要', '支出摘要', '收入来源', '支出用途', '收入事项', '支出事项', '名称', '科目'], true), // prettier-ignore
    column('amountFen', '金额（元）', 'yuan', ['1,200.00', 16, 40], ['金额', '发生额', '收支金额', '实际金额', '数额', '款额', '发生金额']), // prettier-ignore
    column('income', null, 'yuan', ['', 0, 40], ['收入', '收入金额', '收入额', '收方', '借方', '借方金额', '进账']), // prettier-ignore
    column('expense', null, 'yuan', ['', 0, 40], ['支出', '支出金额', '支出额', '付方', '贷方', '贷方金额', '开支']), // prettier-ignore
    column('handler', '经手人', 'text', ['李*', 12, 50], ['经办人', '经手', '报账人', '经办', '责任人']),
    column('voucher', '凭证号', 'text', ['12', 12, 50], ['凭证', '凭证编号', '票据号', '单据号', '凭证字号', '票号', '发票号']), // prettier-ignore
  ],
  enough: [
    ['date', 'item', 'amountFen'],
    ['date', 'item', 'income', 'expense'],
    ['date', 'item', 'income'],
    ['date', 'item', 'expense'],
  ],
  stated: [
    { field: 'openingFen', header: '期初余额', also: ['上期结余', '上期结转', '上月结余', '上月结转', '上期余额', '上月余额', '月初余额', '年初余额', '承前页', '上年结转', '期初结余'], kind: 'yuan' }, // prettier-ignore
    { field: 'closingFen', header: '期末余额', also: ['期末结余', '本期结余', '本月结余', '月末余额', '本期余额', '本月余额', '年末余额', '结转下期', '结转下月', '账面余额', '现有余额'], kind: 'yuan' }, // prettier-ignore
  ],
}

const RECIPIENTS: TableForm = {
  block: 'recipients',
  sheet: '发放明细',
  line: '行',
  columns: [
    column('name', '姓名', 'name', ['张*', 14, 60], ['老人姓名', '成员姓名', '人员姓名', '对象姓名', '受益人', '补贴对象', '发放对象', '救助对象', '享受对象', '保障对象', '申请人', '户主', '户主姓名', '农户姓名', '户名', '农户', '领取人', '领款人'], true), // prettier-ignore
    column('group', '村民小组', 'text', ['一组', 14, 50], ['组别', '小组', '居民小组', '村组', '所属小组', '所在小组', '组', '组名']), // prettier-ignore
    column('scheme', '补贴项目', 'text', ['耕地地力保护补贴', 24, 200], ['项目', '项目名称', '补贴名称', '补贴类别', '补贴种类', '救助类别', '救助项目', '类别', '资金名称', '发放项目', '补助项目', '政策名称', '津贴类别', '服务项目']), // prettier-ignore
    column('standard', '标准', 'text', ['每亩 68 元', 18, 100], ['补贴标准', '发放标准', '救助标准', '补助标准', '保障标准', '标准元', '月标准']), // prettier-ignore
    column('persons', '人数', 'count', ['1', 10, 10], ['享受人数', '保障人数', '救助人数', '补贴人数', '家庭人口', '人口', '人口数', '发放人数']), // prettier-ignore
    column('amountFen', '金额（元）', 'yuan', ['340.00', 16, 40], ['金额', '补贴金额', '发放金额', '救助金额', '补助金额', '实发金额', '应发金额', '合计金额', '金额合计', '补贴资金', '发放额', '补助资金', '月金额', '补贴额', '实发'], true), // prettier-ignore
  ],
  enough: [['name', 'amountFen']],
  stated: [
    { field: 'totalPersons', header: '合计人数', also: ['人数合计', '总人数'], kind: 'count' },
    { field: 'totalFen', header: '合计金额', also: ['金额合计', '总金额'], kind: 'yuan' },
  ],
}

const ofSheet = (form: SheetForm): TableForm => ({
  block: 'sheet',
  sheet: form.name,
  line: form.kind === 'register' ? form.row : '行',
  columns: form.columns,
  enough: [form.columns.filter(({ required }) => required).map(({ field }) => field)],
  stated: [],
})

const SHEET_FORMS = recordOf(SHEETS.map(form => [form.code, ofSheet(form)])) as Record<SheetCode, TableForm> // prettier-ignore

export const TABLES = {
  source: '本系统设定；村级账簿、一卡通发放表和公示栏常用的列名',
  checkedOn: '2026-11-26',
  forms: { money: MONEY, recipients: RECIPIENTS, ...SHEET_FORMS },
  /** The header must be within the first rows of a sheet. */
  headerRows: 15,
  headerDepth: 3,
  /** Most rows of one notice; equals the limit of its schema. */
  mostRows: 5_000,
  /** Most faults that are listed one by one. */
  mostFaults: 1_000,
  directions: {
    income: ['收入', '收', '进', '收款', '进账', '借', '增加'],
    expense: ['支出', '支', '付', '付款', '出', '开支', '贷', '减少'],
  },
  /** Prefix of a line that only shows how to fill in the form. */
  exampleMark: '例：',
  /** Header of the column with a row's number in the original file. */
  rowNumberHeader: '原来的行号（不要改）',
  /** Header of the column that describes the fault, in the file of wrong rows. */
  faultHeader: '哪里不对',
} as const

export type TableKind = keyof typeof TABLES.forms
