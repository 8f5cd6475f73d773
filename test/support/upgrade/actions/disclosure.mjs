import { TODAY, V1, V2, does, get, post, put, village1, village2 } from './send.mjs'

const meeting = { heldOn: TODAY, chair: '刘长河', expected: 7, attended: 6, decision: '同意公开' }

/** Takes one step of a notice in its present version. */
async function step(person, id, name, body = {}) {
  const { notice } = await get(person, `/work/${id}`)
  return post(person, `/notices/${id}/${name}`, { version: notice.version, ...body })
}
async function publish(id, [writer, signer, head]) {
  await step(writer, id, 'check', { releases: [] })
  await step(writer, id, 'submit')
  await step(signer, id, 'sign-off', { opinion: 'agree' })
  await step(head, id, 'meeting', meeting)
  await step(head, id, 'publish')
}
export async function correct(id, people, reason, change) {
  const [writer] = people
  await step(writer, id, 'correct', { reason })
  const { notice, content } = await get(writer, `/work/${id}`)
  await put(writer, `/notices/${id}`, { version: notice.version, content: change(content ?? notice.content) })
  await publish(id, people)
}

export async function publicOf(orgCode, category) {
  const { items } = await get(
    'head',
    `/orgs/${orgCode}/notices?limit=50${category ? `&category=${category}` : ''}`,
  )
  return items
}
export const retitled = content => ({ ...content, title: `${content.title}（更正）` })

export async function notices() {
  // The statement that the seed has submitted is published; its publicity period runs.
  const work = await get('editor', `/orgs/${V1}/work?state=submitted&limit=50`)
  const running = work.items[0].id ?? work.items[0].notice.id
  await step('supervisor', running, 'sign-off', { opinion: 'agree' })
  await step('head', running, 'meeting', meeting)
  await step('head', running, 'schedule', { publishAt: '2026-12-01T02:00:00.000Z' })
  await step('head', running, 'unschedule')
  await step('head', running, 'publish')
  await post('street-clerk', `/notices/${running}/comment`, { text: '请把凭证号写全。' })
  await post('street-clerk', `/notices/${running}/remind`, { text: '公示期内请留意群众的意见。' })
  // The one of the second village is refused, edited and scheduled.
  const drafts = await get(village2[0], `/orgs/${V2}/work?state=draft&limit=50`)
  const waiting = drafts.items[0].id ?? drafts.items[0].notice.id
  await step(village2[0], waiting, 'submit')
  await step(village2[1], waiting, 'sign-off', { opinion: 'object', reason: '第一行的凭证号与原件对不上。' })
  const refused = await get(village2[0], `/work/${waiting}`)
  await put(village2[0], `/notices/${waiting}`, {
    version: refused.notice.version,
    content: refused.notice.content ?? refused.content,
  })
  await step(village2[0], waiting, 'submit')
  await step(village2[1], waiting, 'sign-off', { opinion: 'agree' })
  await step(village2[2], waiting, 'meeting', meeting)
  await step(village2[2], waiting, 'schedule', { publishAt: '2026-12-01T02:00:00.000Z' })

  const finance = await publicOf(V1, 'village-finance')
  const aid = await publicOf(V1, 'social-assistance')
  const elder = await publicOf(V1, 'elderly-care')
  const subsidy = await publicOf(V1, 'subsidy')
  const [older, ordered] = finance.slice(3)
  // Corrected twice; the first edition is erased by law.
  await correct(aid[0].id, village1, '人数写错了', retitled)
  await correct(aid[0].id, village1, '题目写错了', content => ({
    ...content,
    title: content.title.replace('（更正）', '（再次更正）'),
  }))
  await post('head', '/ledger/erasures', {
    noticeId: aid[0].id,
    edition: 1,
    basis: '本人要求删除，依据个人信息保护法第四十七条',
  })
  // Corrected by order of the street; another order is open.
  await step('street-clerk', older.id, 'order', { reason: '与街道目录要求不一致', mendBy: '2026-12-10' })
  await correct(older.id, village1, '按责令更正', content => ({
    ...retitled(content),
    blocks: [...content.blocks, { type: 'text', label: '更正说明', text: '按街道的意见补充了说明。' }],
  }))
  await step('street-clerk', ordered.id, 'order', { reason: '缺少民主理财小组意见' })
  // Withdrawn: one only, one also erased, one published again.
  const leak = {
    reason: '名单里误带了证件号码',
    leaked: ['id', 'other'],
    persons: 3,
    measures: '已撤回并告知本人',
  }
  await step('head', elder[1].id, 'withdraw', leak)
  await step('editor', subsidy[1].id, 'withdraw', leak)
  await post('head', '/ledger/erasures', {
    noticeId: subsidy[1].id,
    edition: 1,
    basis: '个人信息保护法第四十七条',
  })
  await step('head', elder[2].id, 'withdraw', leak)
  await step('editor', elder[2].id, 'correct', { reason: '去掉证件号码后重新公开' })
  await publish(elder[2].id, village1)
  // Corrections on their way, one in each state.
  const [draft, submitted, objected, signed, met] = [...finance.slice(5), ...aid.slice(2)]
  for (const { id } of [draft, submitted, objected, signed, met])
    await step('editor', id, 'correct', { reason: '还在核对' })
  for (const { id } of [submitted, objected, signed, met]) {
    await step('editor', id, 'check', { releases: [] })
    await step('editor', id, 'submit')
  }
  await step('supervisor', objected.id, 'sign-off', {
    opinion: 'object',
    reason: '第一行的凭证号与原件对不上。',
  })
  for (const { id } of [signed, met]) await step('supervisor', id, 'sign-off', { opinion: 'agree' })
  await step('head', met.id, 'meeting', meeting)
  await post('villager', `/notices/${aid[0].id}/submit`, { version: 1 }, { refused: true })
  return { running, aid, elder, subsidy, finance }
}

/** A red picture of 8 × 6 pixels. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVR4nGM4ISeHFTEMpAQAaYgwwWSFouIAAAAASUVORK5CYII=',
  'base64',
)

export async function channels({ finance }) {
  const id = finance[0].id
  const { attachment } = await does(
    'editor',
    'POST',
    `/orgs/${V1}/files`,
    { reason: '只拍了公开栏，没有人像' },
    { file: { name: '公开栏.png', content: PHOTO } },
  )
  const page = await get('editor', `/notices/${id}`)
  const proof = { edition: 1, channel: page.channels[0].name, on: '2026-11-01', sha256: attachment.sha256 }
  await post('editor', `/notices/${id}/proofs`, proof)
  const { channels: all } = await post('head', `/notices/${id}/proofs`, { ...proof, on: '2026-11-02' })
  const last = all.flatMap(({ proofs }) => proofs).at(-1)
  await post('head', `/notices/${id}/proofs/${last.id}/remove`, { reason: '日期记错了' })
}

export async function objections({ finance, running }) {
  const file = (id, more) =>
    post('villager', `/notices/${id}/objections`, {
      edition: 1,
      kind: 'amount',
      text: '这一笔我看到的收据不是这个数。',
      ...more,
    })
  const on = (person, page, name, more = {}) =>
    post(person, `/objections/${page.objection.id}/${name}`, { version: page.objection.version, ...more })
  const text = { text: '经核对，收据是两张，合起来就是这个数。' }
  const settled = await file(running, { anonymous: true })
  await on('villager', await on('head', settled, 'answer', text), 'settle', { settled: true })
  const county = await on(
    'villager',
    await on('head', await file(finance[1].id, { via: 'committee' }), 'answer', text),
    'escalate',
    { text: '还是不清楚' },
  )
  await on('villager', await on('street-clerk', county, 'answer', text), 'escalate')
  await on('villager', await file(finance[2].id), 'withdraw')
  const held = await get('supervisor', `/orgs/${V1}/objections?limit=50`)
  const waits = held.items.find(({ state }) => state === 'held')
  const seen = await get('supervisor', `/objections/${waits.id}`)
  await on('supervisor', seen, 'release')
}

export async function discrepancies() {
  const { items } = await get('street-clerk', `/orgs/${V1}/findings?state=open&limit=50`)
  const say = async (person, { id }, name, words) => {
    const page = await get(person, `/findings/${id}`)
    return post(person, `/findings/${id}/${name}`, { version: (page.finding ?? page).version, ...words })
  }
  const text = { text: '期初余额按上期公示结转' }
  await say('street-clerk', items[0], 'comment', text)
  await say('head', items[1], 'answer', text)
  await say('street-clerk', items[1], 'accept', {})
  await say('street-clerk', items[2], 'order', { reason: '余额与街道台账不一致', mendBy: '2026-12-20' })
}
