import type { Office, OfficeVisitor } from '../browser/officeVisitor'
import { ROLL, rollText } from '../api/roster'
import { type Appointee, appoint, showCode } from './appointing'
import { agree, publish, recordMeeting, submit } from './staffSteps'

/** A village that begins: the steps of its people, on the pages alone. */

export const AREA = 'QX'
export const STREET = { code: 'QX-S1', name: '东河街道' } as const
export const VILLAGE = { code: 'QX-S1-V1', name: '一村' } as const
export const ORGS = [
  '机构代码,名称,类型,上级代码,监督机构',
  `${AREA},示范区,区县,,`,
  `${STREET.code},${STREET.name},街道,${AREA},`,
  `${VILLAGE.code},${VILLAGE.name},村,${STREET.code},一村村务监督委员会`,
]

interface StaffPerson extends Appointee {
  persona: string
}

export const PEOPLE = {
  clerk: { persona: 'clerk', name: '张经办', jobTitle: '经办人', role: '街道（镇）经办', org: STREET.name },
  second: {
    persona: 'clerk-two',
    name: '李复核',
    jobTitle: '经办人',
    role: '街道（镇）经办',
    org: STREET.name,
  },
  editor: { persona: 'editor', name: '周会计', jobTitle: '村会计', role: '公开信息员', org: VILLAGE.name },
  head: { persona: 'head', name: '许主任', jobTitle: '村委会主任', role: '负责人', org: VILLAGE.name },
  supervisor: {
    persona: 'supervisor',
    name: '孙监委',
    jobTitle: '监委会主任',
    role: '监督机构成员',
    org: VILLAGE.name,
  },
} as const satisfies Record<string, StaffPerson>
export const STAFF: readonly StaffPerson[] = Object.values(PEOPLE)

const ITEM = '老年人补贴'
const CATALOGUE = [
  '养老服务领域基层政务公开标准目录',
  '序号,一级事项,二级事项,公开内容(要素),公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级',
  `1,养老服务业务办理,${ITEM},服务内容、补贴标准、享受人数、联系方式,《中华人民共和国老年人权益保障法》,每季度公开,村民委员会,■公示栏,全社会,主动,村级`,
]
export const NOTICE = {
  title: '高龄津贴发放情况公开',
  fields: {
    服务内容: '给80岁以上老人发高龄津贴',
    补贴标准: '每人每月100元',
    享受人数: '26人',
    联系方式: '办公电话 029-88887777',
  },
}

export interface Opening {
  office: Office
  /** The computers of the offices: a tab for each person. */
  desk: OfficeVisitor
  /** Writes a file that a person then holds; gives its path. */
  file(name: string, content: string): string
}

/** Who logs in shows a code on the phone, by which the administrators find and appoint them. */
export async function appointNewcomer({ office, desk }: Opening, person: StaffPerson): Promise<void> {
  const phone = await office.phoneOf(person.persona)
  await phone.visit('/pages/mine/index')
  await appoint(desk, await showCode(phone), person)
}

/** The county's file becomes a draft, is compared and submitted; the second clerk activates it. */
export async function importCatalogue({ desk, file }: Opening): Promise<string> {
  await desk.logIn('clerk')
  await desk.press('导入目录')
  await desk.holdFile(file('养老服务目录.csv', CATALOGUE.join('\n')))
  await desk.press('选文件')
  await desk.see('养老服务目录.csv')
  await desk.see('全部看过了')
  await desk.press('看和现行目录的不同')
  await desk.see('下一步')
  await desk.press('提交，请另一个人启用')
  await desk.see('等另一个人启用')
  await desk.logIn('clerk-two')
  await desk.press('导入目录')
  await desk.press('养老服务目录.csv')
  await desk.press('启用目录')
  await desk.see('已启用')
  return desk.text()
}

/** The head uploads the roster; a villager asks to be verified on the phone; the head confirms. */
export async function keepRoster({ office, desk, file }: Opening): Promise<string> {
  await desk.logIn('head')
  await desk.press('去工作台')
  await desk.press('村民名册')
  await desk.holdFile(file('村民名册.csv', rollText('farmer', 'elder')))
  await desk.press('选名册文件')
  await desk.press('就用这一份')
  await desk.see('✓ 存好了')
  const phone = await office.phoneOf('villager')
  await phone.visit(`/pages/home/index?org=${VILLAGE.code}`)
  await phone.visit('/pages/mine/index')
  await phone.press('我是本村人')
  await phone.press('我已看过并同意')
  await phone.write('姓名', ROLL.farmer.name)
  await phone.write('身份证后六位', ROLL.farmer.tail)
  await phone.press('核对并提交')
  await phone.see('等村里确认')
  await desk.logIn('head')
  await desk.press('去工作台')
  await desk.press('异议', 'link')
  await desk.press('村民认证申请')
  await desk.press(`确认是${ROLL.farmer.name}本人`)
  await desk.press('已确认')
  await desk.see(ROLL.farmer.name)
  return desk.text()
}

/** The editor adopts what the street's catalogue wants of the village; the head puts it into force. */
export async function prepareVillage({ desk }: Opening): Promise<void> {
  await desk.logIn('editor')
  await desk.press('去工作台')
  await desk.press('村里的目录')
  await desk.press('全部采用 1 项')
  await desk.see('还没有启用')
  await desk.logIn('head')
  await desk.press('去工作台')
  await desk.press('村里的目录')
  await desk.press('看和现行目录的不同，启用')
  await desk.press('看过了，启用这份目录')
  await desk.see('✓ 已启用')
}

const workOn = async ({ desk }: Opening, persona: string): Promise<void> => {
  await desk.logIn(persona)
  await desk.press('去工作台')
  await desk.press(NOTICE.title, 'link')
  await desk.see('公开后是这个样子')
}

export async function publishFirst(opening: Opening): Promise<void> {
  const { desk } = opening
  await desk.logIn('editor')
  await desk.press('去工作台')
  await desk.press('写公示')
  await desk.press(ITEM)
  await desk.write('标题', NOTICE.title)
  for (const [label, value] of Object.entries(NOTICE.fields)) await desk.write(label, value)
  await desk.press('保存，看公开后的样子')
  await desk.see('公开后是这个样子')
  await submit(desk)
  await workOn(opening, 'supervisor')
  await agree(desk)
  await workOn(opening, 'head')
  await recordMeeting(
    desk,
    '情况属实，同意公开。',
    new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  )
  await publish(desk)
}

/** The villager opens the app and reads the notice from the board. */
export async function readFirst({ office }: Opening): Promise<string> {
  const phone = await office.phoneOf('villager')
  await phone.visit('/pages/home/index')
  await phone.press(`${NOTICE.title}，`)
  await phone.see('公开后没有改动')
  return phone.text()
}
