import type { Visitor } from './visitor'

/** What the objector saw on the way. */
export interface Filed {
  /** Pages between the notice and the word that it has been sent. */
  screens: string[]
  done: string
  number: string
}

/** What the committee saw after answering, the villager after settling it, and everybody of it. */
export interface Objected extends Filed {
  answered: string
  settled: string
  asked: string
}

const NUMBER = /编号 (\d{4}-[A-Z0-9-]+-\d{4})/

export const QUESTION = '这一行的数和我领到的不一样，请核对。'
export const ANSWER = '经核对，这一行分两次发放，第二次在月底到账。'

/** Press a row of the notice, say what is wrong, send: three screens, one field that must be filled. */
export async function fileObjection(visitor: Visitor, noticeId: string, row: string): Promise<Filed> {
  await visitor.logIn('villager')
  await visitor.visit(`/pages/notice/index?id=${noticeId}`)
  await visitor.press('提意见')
  const screens = [await visitor.route()]
  await visitor.press(row)
  screens.push(await visitor.route())
  await visitor.press('提交异议')
  await visitor.see('请先点一下哪里不对')
  await visitor.press('金额不对')
  await visitor.write('说明', QUESTION)
  await visitor.press('提交异议')
  await visitor.see('已提交')
  screens.push(await visitor.route())
  const done = await visitor.text()
  return { screens, done, number: NUMBER.exec(done)?.[1] ?? '' }
}

/** The head of the committee answers it. */
export async function answerObjection(visitor: Visitor, number: string): Promise<string> {
  await visitor.logIn('head')
  await visitor.press('去工作台')
  await visitor.press('异议', 'link')
  await visitor.press(number)
  await visitor.see(QUESTION)
  await visitor.press('提交答复')
  await visitor.see('请写答复')
  await visitor.write('答复内容', ANSWER)
  await visitor.press('提交答复')
  await visitor.see('已答复')
  return visitor.text()
}

/** The villager finds the answer under 我的异议 and says that it is settled. */
export async function settleObjection(visitor: Visitor, number: string): Promise<string> {
  await visitor.logIn('villager')
  await visitor.press('我的异议')
  await visitor.press(number)
  await visitor.see(ANSWER)
  await visitor.press('解决了')
  await visitor.see('已解决')
  return visitor.text()
}

/** From the row to the end, and what everybody reads of it. */
export async function object(visitor: Visitor, noticeId: string, row: string): Promise<Objected> {
  const filed = await fileObjection(visitor, noticeId, row)
  const answered = await answerObjection(visitor, filed.number)
  const settled = await settleObjection(visitor, filed.number)
  await visitor.visit(`/packages/objection/pages/asked/index?notice=${noticeId}`)
  await visitor.see(filed.number)
  return { ...filed, answered, settled, asked: await visitor.text() }
}

/** A visitor of another village asks to be verified; the first village's head confirms. */
export async function beVerified(visitor: Visitor, org: string, name: string, tail: string): Promise<string> {
  await visitor.logIn('street-clerk')
  await visitor.visit(`/packages/objection/pages/residence/index?org=${org}`)
  await visitor.see('同意以后才填姓名和身份证后六位')
  await visitor.press('我已看过并同意')
  await visitor.write('姓名', name)
  await visitor.write('身份证后六位', '999999')
  await visitor.press('核对并提交')
  await visitor.see('对不上')
  await visitor.write('身份证后六位', tail)
  await visitor.press('核对并提交')
  await visitor.see('等村里确认')
  await visitor.logIn('head')
  await visitor.visit(`/packages/staff/pages/claims/index?org=${org}`)
  await visitor.press(`确认是${name}本人`)
  await visitor.press('已确认')
  await visitor.see(name)
  return visitor.text()
}
