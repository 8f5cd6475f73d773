import type { PrivacyKind } from '../../../server/domain/privacy'
import type { Chance } from './chance'
import {
  CARD_DISGUISES,
  fullWidth,
  grouped,
  ID_DISGUISES,
  lineBroken,
  lowerCase,
  MOBILE_DISGUISES,
  plain,
  zeroWidth,
  type Disguise,
} from './disguises'
import { bankCard, disabilityCard, fullName, mobile, residentId, residentId15 } from './identities'

/** Words around a number as written in notices. */
const SETTINGS: readonly ((number: string, chance: Chance) => string)[] = [
  number => number,
  (number, chance) => `${fullName(chance)} ${number}`,
  number => `，${number}，`,
  number => `（${number}）`,
  (number, chance) => `领取人${fullName(chance)}${number}已核实`,
  number => `1. ${number}`,
  number => `2026年3月5日，${number}领取500元`,
]

type Positive = (chance: Chance, round: number) => string

const inDisguise =
  (make: (chance: Chance) => string, disguises: readonly Disguise[]): Positive =>
  (chance, round) => {
    const disguise = disguises[round % disguises.length] ?? plain
    return chance.pick(SETTINGS)(disguise(make(chance), chance), chance)
  }

const road = (c: Chance): string => c.pick(['人民路', '泾河大道', '北大街', '和平巷', '长安南路', '文卫路'])
const village = (c: Chance): string => c.pick(['大石头村', '东升村', '崇文村', '北辰社区'])
const localNumber = (c: Chance): string => `${c.int(2, 8)}${c.digits(7)}`
const account = (c: Chance): string => `${c.letters(c.int(4, 8))}_${c.digits(c.int(2, 4))}`
const illness = (c: Chance): string => c.pick(['肺癌', '尿毒症', '糖尿病', '精神分裂症', '脑梗', '白血病'])
const grade = (c: Chance): string =>
  `${c.pick(['肢体', '智力', '视力', '听力', '精神'])}${c.pick(['一', '二', '三', '四'])}级`

/** Makers of texts that hold personal data, by kind; the first four must be found nearly always and block. */
export const POSITIVES: Readonly<Partial<Record<PrivacyKind, readonly Positive[]>>> = {
  'resident-id': [
    inDisguise(c => residentId(c), ID_DISGUISES),
    inDisguise(residentId15, [plain, fullWidth, zeroWidth, grouped([6, 6], ' ')]),
  ],
  'bank-card': [
    inDisguise(bankCard, CARD_DISGUISES),
    c => `一卡通账号：${c.int(1, 9)}${c.digits(c.int(13, 19))}`,
  ],
  mobile: [inDisguise(mobile, MOBILE_DISGUISES), inDisguise(mobile, [lineBroken])],
  'disability-card': [
    inDisguise(disabilityCard, [plain, fullWidth, lowerCase, zeroWidth, lineBroken, grouped([18], ' ')]),
  ],
  'social-security-card': [
    c => `社保卡号：${c.letters(1, 'ABCDEFG')}${c.digits(8)}`,
    c => `社会保障卡号 ${c.int(1, 9)}${c.digits(8)}，`,
  ],
  passport: [
    c => `护照号：E${c.digits(8)}`,
    c => `护照${c.pick(['EA', 'EB', 'EJ'])}${c.digits(7)}`,
    c => `通行证号码 C${c.digits(8)}`,
  ],
  landline: [
    c => `029-${localNumber(c)}`,
    c => `电话：（0917）${c.int(2, 8)}${c.digits(6)}`,
    c => `家庭电话 ${localNumber(c)}`,
  ],
  email: [
    c => `${account(c)}@${c.pick(['163.com', 'qq.com', '126.com', 'sina.com.cn'])}`,
    c => `邮箱：${account(c)}＠139.com`,
  ],
  wechat: [c => `微信号：${account(c)}`, c => `加微信 ${account(c)}`, c => `VX:${account(c)}`],
  plate: [
    c => `陕${c.letters(1, 'ABCDEV')}${c.digits(5)}`,
    c => `车牌号陕A·${c.letters(1, 'BCDF')}${c.digits(4)}`,
    c => `陕AD${c.digits(5)}`,
  ],
  address: [
    c => `住${road(c)}${c.int(1, 300)}号`,
    c => `家住${village(c)}${c.pick(['一', '二', '三'])}组${c.int(1, 120)}号`,
    c => `幸福小区${c.int(1, 20)}号楼${c.int(1, 4)}单元${c.int(101, 3200)}室`,
    c => `${road(c)}${c.int(1, 99)}号院${c.int(1, 9)}栋${c.int(101, 999)}`,
  ],
  gps: [
    c => `108.${c.digits(6)},34.${c.digits(6)}`,
    c => `经度：108.${c.digits(5)}，纬度：34.${c.digits(5)}`,
    c => `北纬34°${c.int(10, 59)}′${c.int(10, 59)}″`,
  ],
  'person-name': [
    c => `姓名：${fullName(c)}`,
    c => `名单：${fullName(c)}、${fullName(c)}、${fullName(c)}`,
    c => `户主：${fullName(c)}，3人`,
    c => `申请人：${fullName(c)}`,
    c => `${fullName(c)}，男，1955年生`,
    c => `发放对象：${fullName(c)}，${fullName(c)}`,
  ],
  minor: [
    c => `留守儿童${fullName(c)}`,
    c => `${fullName(c)}，${c.int(1, 17)}岁`,
    c => `${fullName(c)}（${c.int(2012, 2024)}年${c.int(1, 12)}月出生）`,
  ],
  health: [
    c => `村民${fullName(c)}患${illness(c)}`,
    c => `${fullName(c)}，${grade(c)}`,
    c => `王*因患${illness(c)}住院`,
    () => '致贫原因：因病',
  ],
}

/** Kinds whose recall has the high bar. */
export const HARD_KINDS: readonly PrivacyKind[] = ['resident-id', 'bank-card', 'mobile', 'disability-card']
