import type { ErrorBody } from '@shared/contract/common'
import type { KeepOrgContacts, OrgContacts } from '@shared/contract/people/orgContacts'
import type { NoticePage, OrgPage } from '@shared/contract/reading/site'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { type Person, ITEMS, buildWorld, storyOf, tokenOf } from '../../support/api/world'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer('contacts')
  await buildWorld(server.db)
})
afterAll(() => server.close())

const FIRST: KeepOrgContacts = {
  version: 0,
  contacts: [{ name: '许主任', jobTitle: '村委会主任', phone: '029-88887777' }],
  address: '东一村便民服务中心',
  officeHours: '周一至周五 9:00—17:00',
  answerDays: { n: 3, unit: 'working-day' },
  supervisorName: '村务监督委员会',
}
const put = <Body = OrgContacts>(person: Person, body: unknown, code = 'V1') =>
  server.ask<Body>('PUT', `/orgs/${code}/contacts`, { token: tokenOf(server, person), body })
const publicPage = async () => (await server.ask<OrgPage>('GET', '/orgs/V1')).body

test('the head keeps them; the public page shows them at once, the log says who changed what', async () => {
  const { body } = await put('head', FIRST)
  expect(body).toMatchObject({ version: 1, mayKeep: true, answerInherited: '5 日', address: FIRST.address })
  expect(await publicPage()).toMatchObject({
    contacts: FIRST.contacts,
    address: FIRST.address,
    officeHours: FIRST.officeHours,
    answer: '3 个工作日',
  })
  const street = await put('street-head', { ...FIRST, version: 1, contacts: [{ ...FIRST.contacts[0], phone: '029 6666 5555' }] }) // prettier-ignore
  expect(street.body.history[0]).toMatchObject({
    by: '人物street-head',
    label: '联系人',
    from: '村委会主任 许主任 029-88887777',
    to: '村委会主任 许主任 029 6666 5555',
  })
  expect(street.body.history.map(({ label }) => label).sort()).toEqual(['办公地址', '办公时间', '答复期限', '联系人', '联系人']) // prettier-ignore
  const audited = await server.db.of(AuditEntries).findOne({ action: 'org.keep-contacts', actorName: '人物street-head' }).lean() // prettier-ignore
  expect(audited?.detail).toEqual({ fields: 'contacts' })
})

test('who was faster is not overwritten', async () => {
  const { status, body } = await put<ErrorBody>('head', FIRST)
  expect([status, body.error.code]).toEqual([409, 'org-changed'])
})

test('every fault is named with its row: a private number, a missing supervising body, too many days', async () => {
  const { status, body } = await put<ErrorBody>('head', {
    ...FIRST,
    version: 2,
    contacts: [...FIRST.contacts, { name: '', jobTitle: '会计', phone: '13800000011' }],
    address: '找许田生 138 0000 0011',
    answerDays: { n: 90, unit: 'working-day' },
  })
  expect(status).toBe(400)
  const said = body.error.details.map(({ field, message }) => [field, message])
  expect(said).toEqual([
    ['contacts.1.name', '第 2 行“姓名或名称”不能为空或太短。'],
    ['contacts.1.phone', '第 2 行“电话”要写办公电话，如 029-88887777、12345；个人手机号不公开。'],
    ['address', '“办公地址”里有身份证号、电话或银行卡号，请去掉。'],
    ['answerDays.n', '“天数”太大。'],
  ])
  const bodiless = await put<ErrorBody>('head', { ...FIRST, version: 2, supervisorName: null })
  expect([bodiless.status, bodiless.body.error.details[0]!.field]).toEqual([422, 'supervisorName'])
})

test('an edition keeps on paper what it printed; one published later prints the new numbers', async () => {
  const story = storyOf(server)
  const publish = async (itemId: string) => {
    const draft = await story.create('editor', { itemId })
    return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
  }
  const spoken = async (id: string) => (await server.ask('GET', `/notices/${id}/wall?form=article`)).text
  const earlier = await publish(ITEMS.finance._id)
  const { version } = (await server.ask<OrgContacts>('GET', '/orgs/V1/contacts', { token: tokenOf(server, 'head') })).body // prettier-ignore
  await put('head', { ...FIRST, version, contacts: [{ ...FIRST.contacts[0], phone: '12345' }] })
  const later = await publish(ITEMS.other._id)
  const [old, fresh] = [await spoken(earlier.notice.id), await spoken(later.notice.id)]
  expect([old.includes('029 6666 5555'), old.includes('12345')]).toEqual([true, false])
  expect([fresh.includes('029 6666 5555'), fresh.includes('12345')]).toEqual([false, true])
  expect(fresh).toContain('办公时间：周一至周五 9:00—17:00')
  const page = await server.ask<NoticePage>('GET', `/notices/${earlier.notice.id}`)
  expect(page.body.org.contacts[0]!.phone).toBe('12345')
})
