import { until } from '../until'
import type { Visitor } from './visitor'

/** Somebody who is to work on notices. */
export interface Appointee {
  name: string
  jobTitle: string
  /** As the page of 任职 calls it. */
  role: string
  /** Name of the organisation. */
  org: string
}

/** From 我的 to the code by which an administrator finds this person. */
export async function showCode(visitor: Visitor): Promise<string> {
  await visitor.press('出示任职码')
  await visitor.see('以前有效')
  return /\d{4} \d{4}/.exec(await visitor.text())![0]
}

/** The second administrator confirms: until then the person has no rights. */
async function confirmAppointed(desk: Visitor, name: string, org: string): Promise<void> {
  await desk.logIn('system-admin')
  await desk.press('任职')
  await desk.see('的任职')
  if ((await desk.text()).includes('按名字找机构')) await desk.write('按名字找机构', org)
  await desk.choose('机构', org)
  await desk.press(`确认${name}的任职`)
  await until(async () => !(await desk.text()).includes(`确认${name}的任职`))
}

/** The system administrator registers the name, the security administrator appoints: both by the code; the former confirms. */
export async function appoint(desk: Visitor, code: string, { name, jobTitle, role, org }: Appointee) {
  await desk.logIn('system-admin')
  await desk.press('账号登记')
  await desk.write('对方手机上的任职码', code)
  await desk.press('找这个人')
  await desk.see('姓名和职务')
  await desk.write('真实姓名', name)
  await desk.write('职务', jobTitle)
  await desk.press('存好姓名和职务')
  await desk.see('✓ 存好了')
  await desk.logIn('security-admin')
  await desk.press('任职')
  await desk.see('的任职')
  if ((await desk.text()).includes('按名字找机构')) await desk.write('按名字找机构', org)
  await desk.choose('机构', org)
  await desk.see(`给${org}添一个人`)
  await desk.write('对方手机上的任职码', code)
  await desk.press('找这个人')
  await desk.see('从哪天起')
  await desk.choose('任什么', role)
  await desk.press(`任命${name}`)
  await desk.see('待确认，还不算数')
  await confirmAppointed(desk, name, org)
}
