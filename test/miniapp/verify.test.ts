import { grouped, printedOf, printedText } from '../../shared/ledger/printed'
import { servedPhones } from '../support/weapp/servedPhones'

/** 核验: what a villager's phone finds out by itself about a notice and the ledger. */
const { launch, library } = servedPhones('verify')

const MEMORY = 'ledger-checkpoint'
type Phone = Awaited<ReturnType<typeof launch>>

async function newestNotice() {
  const [notice] = (await library().client.api('GET /home')).recent
  if (!notice) throw new Error('the seed has no notice')
  return notice
}
const checkOf = (id: string) => `packages/verify/pages/check/index?id=${id}`

const remembered = async (phone: Phone) => {
  const kept = (await phone.app.storage())[MEMORY]
  return JSON.parse(kept ?? 'null') as {
    size: number
    root: string
    publicKey: string
    seenAt: string
  } | null
}

/** Opens the page on a phone that remembers another checkpoint than the true one. */
async function withMemory(change: object) {
  const { id } = await newestNotice()
  const { size, root, publicKey } = await library().client.api('GET /ledger/checkpoint')
  const memory = JSON.stringify({ size, root, publicKey, seenAt: '2026-10-01T00:00:00.000Z', ...change })
  const phone = await launch({ entry: checkOf(id), storage: { [MEMORY]: memory } })
  await phone.see('下面的核对由您的手机自己算')
  return { phone, memory }
}

test('a notice is proved on the phone, and the ledger is remembered for the next visit', async () => {
  const { id } = await newestNotice()
  const { entry } = await library().client.api('GET /notices/:id/ledger', { params: { id } })
  const phone = await launch({ entry: `pages/notice/index?id=${id}` })
  await phone.press('核验有没有被改动')
  await phone.see('没有发现改动')
  for (const said of [
    '✓ 通过：您看到的和公开时的一样',
    `✓ 通过：在公开的总账里记着，第 ${entry.index + 1} 条`,
    '○ 没得比：第一次核验，还没有可比的',
    '✓ 通过：总账有运营单位签名',
  ]) {
    expect(await phone.text()).toContain(said)
  }
  const { size, root } = await library().client.api('GET /ledger/checkpoint')
  expect(await remembered(phone)).toMatchObject({ size, root })

  await phone.visit(`/${checkOf(id)}`)
  await phone.see('✓ 通过：您上次看过以后，总账只增加、没有改动')
  expect(await phone.text()).not.toContain('请注意')
  expect(await phone.errors()).toEqual([])
})

test.each<[string, object, string]>([
  ['rewritten', { root: '0'.repeat(64) }, '总账被改写过'],
  ['shortened', { size: 9_999_999 }, '现在只有'],
  ['signed with another key', { publicKey: '1'.repeat(64) }, '不是同一把'],
])(
  'a ledger that was %s is told in plain words, with whom to ring, and not remembered',
  async (_n, change, said) => {
    const { phone, memory } = await withMemory(change)
    await phone.see('请注意：有一项对不上')
    expect(await phone.text()).toContain(said)
    expect(await phone.text()).toContain('× 不对')
    const names = (await phone.app.pressables()).map(({ name }) => name)
    expect(names.some(name => name.startsWith('打电话给'))).toBe(true)
    expect((await phone.app.storage())[MEMORY]).toBe(memory)
  },
)

test('a printed sheet is compared by its numbers and by its code', async () => {
  const { id } = await newestNotice()
  const printed = printedOf(await library().client.api('GET /notices/:id/ledger', { params: { id } }))
  const phone = await launch({ entry: checkOf(id), code: printedText(printed) })
  await phone.see('没有发现改动')
  await phone.press('自己填纸上的号码')
  await phone.write('存证指纹', grouped(printed.leaf).slice(0, 24))
  await phone.press('对照')
  await phone.see('纸上的存证指纹和总账里的一样')
  await phone.write('存证指纹', '0000 0000 0000 0000')
  await phone.press('对照')
  await phone.see('公示在印出来之后被换过')

  await phone.press('扫纸上的码')
  await phone.see(`印的时候已有的 ${printed.size} 条记录，到现在没有变过`)
  const forged = await launch({ entry: checkOf(id), code: printedText({ ...printed, root: '0'.repeat(64) }) })
  await forged.see('没有发现改动')
  await forged.press('扫纸上的码')
  await forged.see('总账被改写过')
  expect(await phone.errors()).toEqual([])

  await phone.visit(`/packages/verify/pages/check/index?${printedText(printed)}`)
  await phone.see('到现在没有变过')
})

test('the sheet names everything that is compared later', async () => {
  const { id } = await newestNotice()
  const printed = printedOf(await library().client.api('GET /notices/:id/ledger', { params: { id } }))
  const phone = await launch({ entry: checkOf(id) })
  await phone.press('存证单（可打印张贴）')
  await phone.see('账本指纹')
  for (const said of [id, `${printed.index + 1}`, grouped(printed.leaf), grouped(printed.root)]) {
    expect(await phone.text()).toContain(said)
  }
  expect(await phone.readAll('.qr')).toHaveLength(1)
})
