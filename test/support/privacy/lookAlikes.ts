import type { Chance } from './chance'

/** Texts of notices that hold long numbers and no personal data, by sort. */

const two = (n: number): string => String(n).padStart(2, '0')
const date = (c: Chance): [number, number, number] => [c.int(1998, 2030), c.int(1, 12), c.int(1, 28)]
const grouped = (n: number): string => n.toLocaleString('en-US')
const areaCode = (c: Chance): string =>
  c.pick(['610111', '610112', '610122', '610402', '330110', '510812', '421126'])

export type LookAlike = (chance: Chance) => string

const AMOUNTS: readonly LookAlike[] = [
  c => `金额${c.int(1, 99_999_999)}元`,
  c => `¥${grouped(c.int(1, 99_999_999_999))}.${c.digits(2)}`,
  c => `合计：${c.int(1, 99_999_999)}.${c.digits(2)}`,
  c => `收入 ${grouped(c.int(10_000, 99_999_999))} 支出 ${grouped(c.int(10_000, 99_999_999))}`,
  c => `${c.int(1, 9999)}万元`,
  c => `总投资1${c.int(3, 9)}${c.digits(9)}元`,
  c => `1${c.int(3, 9)}${c.digits(9)}.${c.digits(2)}`,
  c => `补贴标准：${c.int(50, 900)}元/人·月，共${c.int(2, 99)}户${c.int(2, 300)}人`,
  c => `${c.int(100, 9999)}\t${c.int(100, 9999)}\t${c.int(100, 9999)}\t${c.int(100, 9999)}`,
  c => `${c.int(1000, 99999)} ${c.int(1000, 99999)} ${c.int(1000, 99999)}`,
  c => `${c.int(1, 999) * 100}\n${c.int(1, 999) * 100}\n${c.int(1, 999) * 100}`,
  c => `期初余额${c.int(1, 9_999_999)}.00，期末余额${c.int(1, 9_999_999)}.50`,
  c => `面积${c.int(1, 999)}.${c.digits(2)}亩，${c.int(100, 999)}.${c.digits(3)}公顷`,
  c => `占比${c.int(1, 99)}.${c.digits(4)}%`,
]

const DATES: readonly LookAlike[] = [
  c => date(c).join('-'),
  c => `${date(c)[0]}年${c.int(1, 12)}月${c.int(1, 28)}日`,
  c =>
    `${date(c)[0]}.${two(c.int(1, 12))}.${two(c.int(1, 28))}-${date(c)[0]}.${two(c.int(1, 12))}.${two(c.int(1, 28))}`,
  c => `${date(c)[0]}${two(c.int(1, 12))}${two(c.int(1, 28))}`,
  c =>
    `公示期：${date(c)[0]}-${two(c.int(1, 12))}-${two(c.int(1, 28))} 至 ${date(c)[0]}-${two(c.int(1, 12))}-${two(c.int(1, 28))}`,
  c =>
    `${date(c)[0]}-${two(c.int(1, 12))}-${two(c.int(1, 28))} ${two(c.int(0, 23))}:${two(c.int(0, 59))}:${two(c.int(0, 59))}`,
  c =>
    `${date(c)[0]}${two(c.int(1, 12))}${two(c.int(1, 28))}${two(c.int(0, 23))}${two(c.int(0, 59))}${two(c.int(0, 59))}`,
  c => `17${c.digits(11)}`,
  c => `二〇二${c.pick(['四', '五', '六'])}年${c.pick(['三', '五'])}月二十日`,
  c => `工作时间：0${c.int(8, 9)}:00-12:00，1${c.int(3, 4)}:30-1${c.int(7, 8)}:00`,
  c => `${c.int(2015, 2024)}-${c.int(2025, 2035)}年度`,
]

const DOCUMENTS: readonly LookAlike[] = [
  c => `陕政发〔${c.int(2010, 2026)}〕${c.int(1, 120)}号`,
  c => `国办函[${c.int(2010, 2026)}]${c.int(1, 120)}号`,
  c => `民发（${c.int(2010, 2026)}）${c.int(1, 400)}号文件第${c.int(1, 40)}条`,
  c => `中华人民共和国国务院令第${c.int(100, 800)}号`,
  c => `财会〔${c.int(2010, 2026)}〕${c.int(1, 40)}号附件${c.int(1, 9)}`,
  c => `GB/T ${c.int(1000, 40000)}-${c.int(1990, 2026)}`,
  c => `DB61/T ${c.int(100, 2000)}.${c.int(1, 9)}-${c.int(2000, 2026)}`,
  c => `${c.int(1, 26)}.${c.int(1, 12)}.${c.int(1, 30)}`,
  c => `序号${c.int(1, 300)}，目录编号${c.digits(6)}`,
  c => `《农村集体经济组织财务制度》第${c.int(1, 60)}条第${c.int(1, 9)}款`,
]

const CODES: readonly LookAlike[] = [
  c =>
    `统一社会信用代码：${c.pick(['91', '52', '54', '12', 'N2'])}${areaCode(c)}MA${c.letters(1, 'ABCDEFGHJK')}${c.digits(5)}${c.letters(1, 'ABCDEFGHJK')}${c.digits(1)}`,
  c => `组织机构代码 ${c.digits(8)}-${c.digits(1)}`,
  c => `项目代码：${c.int(2001, 2612)}-${areaCode(c)}-0${c.int(1, 9)}-0${c.int(1, 5)}-${c.digits(6)}`,
  c => `凭证号：记-${two(c.int(1, 12))}-${c.digits(4)}`,
  c => `凭证编号${c.digits(c.int(8, 20))}`,
  c => `订单号：${c.int(2018, 2026)}${two(c.int(1, 12))}${two(c.int(1, 28))}${c.digits(c.int(6, 12))}`,
  c => `${c.int(2018, 2026)}${two(c.int(1, 12))}${two(c.int(1, 28))}${c.digits(10)}`,
  c => `发票代码${c.digits(12)} 发票号码${c.digits(8)}`,
  c => `电子发票号码：${c.int(24, 26)}61${c.digits(16)}`,
  c => `合同编号：XQ-${c.int(2018, 2026)}-${c.digits(4)}`,
  c => `统计用区划代码${areaCode(c)}${c.digits(6)}`,
  c => `图斑号${areaCode(c)}${c.digits(12)}`,
  c => `邮编：71${c.digits(4)}`,
  c => `条码69${c.digits(11)}`,
  c => `ISBN 978-7-${c.digits(3)}-${c.digits(5)}-${c.digits(1)}`,
  c => `受理编号：${areaCode(c)}${c.int(2018, 2026)}${two(c.int(1, 12))}${two(c.int(1, 28))}${c.digits(4)}`,
  c => `192.168.${c.int(0, 255)}.${c.int(0, 255)}`,
  c =>
    `https://www.example.gov.cn/art/${c.int(2018, 2026)}/${c.int(1, 12)}/${c.int(1, 28)}/art_${c.digits(4)}_${c.digits(7)}.html`,
]

const OFFICES: readonly LookAlike[] = [
  () => '拨打12345政务服务便民热线或12317、110',
  c => `监督举报电话：029-${c.int(2, 8)}${c.digits(7)}`,
  c => `办公电话029—${c.int(2, 8)}${c.digits(7)}`,
  c => `村委会办公电话：${c.int(2, 8)}${c.digits(7)}`,
  c => `咨询电话：0917-${c.int(2, 8)}${c.digits(6)}`,
  c => `服务热线400-${c.digits(3)}-${c.digits(4)}`,
  () => '办公地址：高陵区人民路12号政务大厅3号窗口',
  c => `投诉电话：${c.int(2, 8)}${c.digits(6)}、12388`,
  () => '微信公众号：西咸发布',
]

const FIGURES: readonly LookAlike[] = [
  c => `全村${c.int(100, 900)}户${c.int(300, 4000)}人，${c.int(3, 12)}个村民小组，耕地${c.int(500, 9000)}亩`,
  c => `低保${c.int(3, 90)}户${c.int(3, 200)}人，特困${c.int(1, 20)}人，残疾人两项补贴${c.int(1, 99)}人`,
  c => `${c.int(1, 20)}组 ${c.int(10, 99)} ${c.int(100, 999)} ${c.int(1000, 9999)}`,
  c =>
    `${c.int(2019, 2026)} ${c.int(1000, 9999)} ${c.int(1000, 9999)} ${c.int(1000, 9999)} ${c.int(100, 999)}`,
  c => `重度残疾人护理补贴${c.int(60, 200)}元，困境儿童生活补贴${c.int(600, 1800)}元，18周岁以下`,
  c => `大石头村${c.pick(['一', '二', '三'])}组王*，${c.int(1, 6)}人，${c.int(100, 900)}元`,
  c => `道路硬化${c.int(1, 9)}.${c.digits(2)}公里，路灯${c.int(10, 200)}盏，${c.int(1, 9)}号机井维修`,
]

export const LOOK_ALIKES: Readonly<Record<string, readonly LookAlike[]>> = {
  amounts: AMOUNTS,
  dates: DATES,
  'document numbers': DOCUMENTS,
  codes: CODES,
  offices: OFFICES,
  figures: FIGURES,
}
