import { type Appointee, appoint, showCode } from './appointing'
import { SUPPORT_REVIEW, publishWithFourEyes } from './posting'
import type { Visitor } from './visitor'

const PERSONA = 'newcomer'
const PERSON: Appointee = { name: '贺新来', jobTitle: '报账员', role: '公开信息员', org: '柳湾村' }

/** From the code of a newcomer to their first notice in public, on the phone and in the browser alike. */
export function newEditorTests(open: () => Promise<Visitor>): void {
  test('a newcomer is appointed by the code, learns of it on 我的, writes a notice, and villagers read it', async () => {
    const [newcomer, desk, villager] = [await open(), await open(), await open()]
    await newcomer.logIn(PERSONA)
    await appoint(desk, await showCode(newcomer), PERSON)
    await newcomer.visit('/pages/mine/index')
    await newcomer.see(PERSON.name)
    expect(await newcomer.text()).toMatch(/设置动态码|去工作台/)

    await publishWithFourEyes(newcomer, SUPPORT_REVIEW, PERSONA)
    await villager.visit('/pages/home/index?org=XQ-DH-LX-V01')
    await villager.press(`${SUPPORT_REVIEW.title}，`)
    await villager.see('公开后没有改动')
    const read = await villager.text()
    for (const words of [...Object.values(SUPPORT_REVIEW.fields), PERSON.name]) expect(read).toContain(words)
    for (const visitor of [newcomer, desk, villager]) expect(await visitor.errors()).toEqual([])
  })
}
