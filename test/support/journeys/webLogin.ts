import { Secret, TOTP } from 'otpauth'
import type { Meta } from '../../../shared/contract/reading/site'
import { asker } from '../api/testServer'
import type { Visitor } from './visitor'

const STEP_MS = 30_000
const LOOK_EVERY_MS = 250

/** A person's authenticator app 验证器: gives codes of the secret that the page has shown, none of them twice. */
export class Authenticator {
  private totp: TOTP | null = null
  private lastStep = 0

  constructor(private readonly server: string) {}

  /** Reads the secret off the page. */
  read(text: string): void {
    const shown = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(text)?.[0]
    if (!shown) throw new Error(`the page shows no secret:\n${text}`)
    this.take(shown.replaceAll(' ', ''))
  }

  take(secret: string): void {
    this.totp = new TOTP({ secret: Secret.fromBase32(secret) })
  }

  async code(): Promise<string> {
    if (!this.totp) throw new Error('this person has set up no authenticator')
    for (;;) {
      const timestamp = Date.parse((await asker(this.server)<Meta>('GET', '/meta')).body.now)
      const step = Math.floor(timestamp / STEP_MS)
      if (step > this.lastStep) {
        this.lastStep = step
        return this.totp.generate({ timestamp })
      }
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }
}

const kept = new Map<string, Authenticator>()

/** The one of a person of a server: what was set up on a page or over the API serves both. */
export function authenticatorOf(server: string, persona: string): Authenticator {
  const key = `${server} ${persona}`
  const authenticator = kept.get(key) ?? new Authenticator(server)
  kept.set(key, authenticator)
  return authenticator
}

/** The six digits with the login code on the computer. */
export async function digitsOn(computer: Visitor): Promise<string> {
  await computer.see('两分钟内有效')
  const digits = /\b(\d{3}) (\d{3})\b/.exec(await computer.text())
  if (!digits) throw new Error('the page shows no six digits')
  return `${digits[1]}${digits[2]}`
}

/** From 我的 on the computer to the login that the phone has confirmed; the phone is logged in. */
export async function logInByPhone(computer: Visitor, phone: Visitor): Promise<void> {
  await computer.press('用手机扫码登录')
  const digits = await digitsOn(computer)
  await phone.visit('/packages/account/pages/confirm/index')
  await phone.write('电脑上的 6 位数字', digits)
  await phone.press('下一步')
  await phone.see('是您要登录吗？')
  await phone.press('确认登录')
  await phone.see('已确认')
  await computer.see('退出登录')
}

/** On 我的: sets up the second factor, or gives it, where the page asks for one. Ends on 我的 again. */
export async function passFactor(visitor: Visitor, authenticator: Authenticator): Promise<void> {
  const text = await visitor.text()
  if (text.includes('设置动态码')) {
    await visitor.press('设置动态码')
    await visitor.press('开始设置')
    await visitor.see('它只显示这一次')
    authenticator.read(await visitor.text())
  } else if (text.includes('输入动态码')) {
    await visitor.press('输入动态码')
  } else return
  await visitor.write('6 位动态码', await authenticator.code())
  await visitor.press('确定')
  await visitor.see('这次登录已输入动态码')
  await visitor.visit('/pages/mine/index')
}
