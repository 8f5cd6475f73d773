import { AREA, STREET, V1, V2, does, get, post, put, tokens, village2 } from './send.mjs'

export async function obligations() {
  const list = await get('head', `/orgs/${V1}/obligations?limit=50`)
  const [first, second, third] = list.items
  const mark = (person, { id, version }, name, more) =>
    post(person, `/obligations/${id}/${name}`, { version, ...more })
  const marked = await mark('head', first, 'not-applicable', { reason: '本村没有集体收入' })
  await mark('head', marked, 'restore', { reason: '标错了一行，本月有收入' })
  await mark('street-clerk', second, 'not-applicable', { reason: '本村没有这类事' })
  await post('street-clerk', `/obligations/${third.id}/remind`, { text: '快到期了' })
  const itemIds = [list.waiting[0].itemId]
  const paid = { kind: 'paid', on: '2026-11-18', itemIds }
  const event = await post('editor', `/orgs/${V1}/events`, paid)
  await post('editor', `/events/${event.id}/retract`, { reason: '日期记错了' })
  await post('street-clerk', `/orgs/${V1}/events`, { ...paid, amountFen: 1_000_000 })
  await put('head', `/orgs/${V1}/conditions`, { conditions: ['many-transactions'] })
}

export async function inspections() {
  const drawn = await post('street-clerk', `/orgs/${STREET}/inspections`, {
    year: 2026,
    size: 3,
    seed: '2026-11-20 七乐彩',
  })
  await post('street-clerk', `/inspections/${drawn.id}/results`, {
    version: drawn.version,
    index: 1,
    result: 'agrees',
  })
}

const HEAD =
  '序号,一级事项,二级事项,公开内容(要素),公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级'
const row = (no, first, second, basis = '《社会救助暂行办法》') =>
  `${no},${first},${second},办事指南,${basis},信息形成之日起20个工作日内,乡镇人民政府,■政府网站,全社会,主动,乡级`
const sheet = (title, ...rows) => [title, HEAD, ...rows].join('\n')

export async function catalogues() {
  const at = id => `/catalogue-drafts/${id}`
  const upload = (name, text) =>
    does('street-clerk', 'POST', `/orgs/${STREET}/catalogues/drafts`, {}, { file: { name, content: text } })
  const read = async id => {
    const page = await get('street-clerk', at(id))
    return page.draft ?? page
  }
  const step = async (id, name, body = {}, person = 'street-clerk') =>
    does(person, ['terms', 'area'].includes(name) ? 'PUT' : 'POST', `${at(id)}/${name}`, {
      version: (await read(id)).version,
      ...body,
    })
  const { draft } = await upload(
    '试点目录.csv',
    sheet(
      '试点领域政务公开标准目录',
      row(1, '试点', '办事指南'),
      row(2, '试点', '办理结果', '国办发〔201680号'),
    ),
  )
  const { items } = await get('street-clerk', `${at(draft.id)}/rows`)
  await does('street-clerk', 'POST', `/catalogue-draft-rows/${items[1].id}/drop`, {
    version: items[1].version,
    reason: '重复了',
  })
  await does('street-clerk', 'POST', `/catalogue-draft-rows/${items[1].id}/restore`, {
    version: items[1].version + 1,
  })
  await step(draft.id, 'area', { area: '试点' })
  for (const open of (await get('street-clerk', `${at(draft.id)}/rows?only=open&limit=50`)).items) {
    const accept = open.cells.filter(({ state }) => state === 'uncertain').map(({ field }) => field)
    await put('street-clerk', `/catalogue-draft-rows/${open.id}`, { version: open.version, accept })
  }
  await step(draft.id, 'terms', { effectiveFrom: '2026-11-01', successors: [] })
  await step(draft.id, 'submit')
  await step(draft.id, 'reopen')
  await step(draft.id, 'submit')
  const { against, draft: seen } = await get('street-clerk', `${at(draft.id)}/diff`)
  await post('street-clerk-2', `${at(draft.id)}/activate`, { version: seen.version, against })
  const second = await upload('另一个目录.csv', sheet('甲类领域政务公开标准目录', row(1, '甲类', '乙事')))
  await step(second.draft.id, 'discard')
}

export async function ownList() {
  const version = async () => (await get('editor', `/orgs/${V1}/list`)).version
  const adopted = await get('editor', `/orgs/${V1}/list`)
  const line = { area: '村务公开', path: ['村规民约'], elements: ['全文'], deadline: '长期公开' }
  await post('editor', `/orgs/${V1}/list/lines`, { version: await version(), ...line })
  const missing = (adopted.missing ?? []).slice(0, 2).map(one => one.key)
  if (missing.length > 0)
    await post('editor', `/orgs/${V1}/list/adopt`, { version: await version(), keys: missing })
  const own = (await get('editor', `/orgs/${V1}/list`)).lines.find(({ path }) => path.at(-1) === '村规民约')
  await put('editor', `/orgs/${V1}/list/lines`, {
    version: await version(),
    key: own.key,
    elements: ['全文', '修订说明'],
    deadline: '长期公开',
  })
  if (missing[0])
    await post('editor', `/orgs/${V1}/list/remove`, {
      version: await version(),
      key: missing[0],
      reason: '本村没有这件事',
    })
  await post('street-clerk', `/orgs/${V1}/list/remarks`, { text: '建议写明修订日期', key: null })
  await post('head', `/orgs/${V1}/list/activate`, { version: await version() })
  await does(
    'editor',
    'POST',
    `/orgs/${V1}/list/import`,
    { version: String(await version()) },
    { file: { name: '目录.csv', content: '序号,公开事项,公开时限\n1,印章管理,长期公开' } },
  )
  await get('street-clerk', `/orgs/${STREET}/alignment?village=${V1}`)
  await post('street-clerk', `/orgs/${STREET}/links`, {
    village: V1,
    decisions: [
      { villageKey: own.key, itemKey: null, decision: 'confirm', relation: 'village-only', seen: 0 },
    ],
  })
}

export async function powers() {
  const before = await get('head', `/orgs/${V1}/powers`)
  const code = before.items.at(-1).code
  await post('head', `/orgs/${V1}/powers/switch`, { version: before.version, code, reason: '本村没有这类事' })
  const after = await get('head', `/orgs/${V1}/powers`)
  const adoption = {
    version: after.version,
    model: 0,
    meeting: '村民代表会议',
    on: '2026-11-08',
    inForce: '2026-11-10',
  }
  await post('street-clerk', `/orgs/${STREET}/powers/adopt`, {
    ...adoption,
    version: (await get('street-clerk', `/orgs/${STREET}/powers`)).version ?? 0,
  })

  const cases = `/orgs/${V1}/cases`
  const on = (person, page, name, more = {}) =>
    post(person, `/cases/${page.id}/${name}`, { version: page.version, ...more })
  const open = (title, amountFen) => post('editor', cases, { itemCode: 'XM-01', title, amountFen })
  const road = await open('修村东头水渠', 6_000_000)
  const file = await does(
    'editor',
    'POST',
    `/cases/${road.id}/files`,
    {},
    { file: { name: '会议记录.txt', content: '到会三人，都同意。' } },
  )
  let page = await on('editor', road, 'amount', { step: 'propose', amountFen: 7_000_000, reason: '重新估算' })
  page = await on('editor', page, 'pause', { reason: '等补材料' })
  page = await on('editor', page, 'resume')
  page = await on('supervisor', page, 'remark', { reason: '请先问价' })
  page = await on('supervisor', page, 'stop', { reason: '手续还有疑问' })
  page = await on('supervisor', page, 'lift', { reason: '已经说清楚' })
  page = await on('editor', page, 'finish', {
    step: 'propose',
    papers: ['项目建议书'],
    files: [{ paper: '项目建议书', sha256: file.attachment.sha256 }],
  })
  const papers = { party: ['研究记录'], meeting: ['会议记录'] }
  for (const name of ['party', 'meeting']) {
    page = await on('editor', page, 'claim', { step: name })
    page = await on('editor', page, 'finish', { step: name, papers: papers[name] })
  }
  page = await on('editor', page, 'claim', { step: 'council' })
  page = await on('editor', page, 'vote', {
    step: 'council',
    ballots: { eligible: 30, present: 25, agree: 20, against: 3, abstain: 2 },
    papers: ['会议记录', '签到册'],
  })
  const given = await open('修村口小桥', 1_000_000)
  const { id: headId } = (await get('head', '/me')).user ?? (await get('head', '/me'))
  await on('editor', given, 'hand-over', { step: 'propose', to: headId, reason: '下乡出差' })
  await on('editor', await open('不修了的事', 900_000), 'cancel', { reason: '今年不修了' })
  await open('修村东水渠一期', 4_500_000)
  await open('修村东水渠二期', 4_500_000)
  const { alarms } = await get('street-clerk', `/orgs/${V1}/desk/cases`)
  if (alarms[0])
    await post('street-clerk', `/orgs/${V1}/splits/${alarms[0].id}/answer`, {
      outcome: 'separate',
      text: '两期分两年立项，各有预算',
    })
}

export async function residents() {
  const roll = [
    '姓名,身份证后六位,村民小组,手机号',
    '许田生,04121X,一组,',
    '许老旺,120034,一组,',
    '王桂兰,010028,一组,',
  ].join('\r\n')
  await does('head', 'POST', `/orgs/${V1}/roll`, {}, { file: { name: '村民名册.csv', content: roll } })
  const stranger = village2[0]
  const own = await post(stranger, '/me/residence', { orgCode: V1, name: '许田生', idTail: '04121X' })
  await post('supervisor', `/claims/${own.id}/confirm`, { version: 1 })
  await post('supervisor', `/claims/${own.id}/end`, { version: 2, reason: '已经迁出' })
  const elder = await post('villager', '/me/relatives', {
    orgCode: V1,
    name: '许老旺',
    idTail: '120034',
    relation: 'child',
  })
  await post('supervisor', `/claims/${elder.id}/refuse`, { version: 1, reason: '关系不清楚' })
  await post(
    'villager',
    '/me/relatives',
    { orgCode: V1, name: '没有此人', idTail: '999999', relation: 'child' },
    { refused: true },
  )
  await post('villager', '/me/relatives', {
    orgCode: V1,
    name: '许老旺',
    idTail: '120034',
    relation: 'grandchild',
  })
}

export async function accounts() {
  const stranger = await get(village2[0], '/me')
  const { id } = stranger.user ?? stranger
  await put('system-admin', `/users/${id}`, { name: '杨敏', duty: '公开信息员兼文书' })
  const grant = await post('security-admin', `/orgs/${V1}/grants`, {
    userId: id,
    role: 'editor',
    from: '2026-11-01',
    to: '2027-10-31',
  })
  const termed = await post('security-admin', `/grants/${grant.id}/term`, {
    version: grant.version,
    from: '2026-11-01',
    to: '2029-10-31',
  })
  await post('security-admin', `/grants/${grant.id}/revoke`, { version: termed.version, reason: 'resigned' })
  await post(village2[2], '/auth/second-factor/enrol')
  await post('security-admin', `/users/${id}/second-factor/reset`)
  tokens.delete(village2[0])
  await get('audit-admin', `/audit?org=${AREA}&limit=50`)
  await get('audit-admin', `/audit/export?org=${AREA}`)
}

export async function messages() {
  await put('villager', '/me/subscriptions', {
    items: [{ orgCode: V1, categories: ['village-finance', 'social-assistance', 'elderly-care', 'subsidy'] }],
  })
  await post('villager', '/me/consents', { templateIds: ['template-publication', 'template-objection'] })
  await put(`villager-${V2.toLowerCase()}`, '/me/subscriptions', {
    items: [{ orgCode: V1, categories: ['village-finance'] }],
  })
}

export async function refusals() {
  await post('villager', `/orgs/${V1}/roll`, {}, { refused: true })
  await does('editor', 'PUT', `/orgs/${V1}/conditions`, { conditions: [] }, { refused: true })
}
