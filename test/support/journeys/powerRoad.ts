import { quoted } from '../../../shared/power/words'
import type { RunningServer } from '../server/runningServer'
import { agree, openWork, passCheck, publish, recordMeeting, submit } from './staffSteps'
import type { Visitor } from './visitor'
import { VILLAGE } from './wholeRoad'

/** Who takes a matter along, each with a phone or tab of their own. */
export interface PowerCast {
  editor: Visitor
  head: Visitor
  supervisor: Visitor
  villager: Visitor
  clerk: Visitor
  /** 区县主管部门. */
  district: Visitor
}

export interface PowerStage {
  cast: PowerCast
  /** Its time can jump. */
  server: Pick<RunningServer, 'moveClock'>
}

const WORKS = '村级工程项目（按金额分档）'
export const WORKS_TITLE = '南坡机耕路硬化'
export const AMOUNT = '60000'
const SIGNED = '5人以上签字的验收单'
const DECISION = '情况属实，同意公开。'

/** Opens the list of matters of the village, then the one that is named. */
export async function openMatter(visitor: Visitor, title: string, step: string): Promise<void> {
  await visitor.visit(`/packages/power/pages/work/index?org=${VILLAGE}`)
  await visitor.see('看清单')
  await visitor.press(`${title}，`)
  await visitor.see(`现在：${step}`)
}

interface Turn {
  step: string
  papers: readonly string[]
  result?: string
  /** Heading of the page afterwards. */
  then: string
}

/** Marks the papers and leaves the step. */
async function leave(visitor: Visitor, { papers, result, then }: Omit<Turn, 'step'>): Promise<void> {
  for (const paper of papers) await visitor.press(paper)
  if (result) await visitor.press(result)
  await visitor.press('办完这一步')
  await visitor.see(then)
}

/** Claims the step that is due and leaves it. */
async function take(visitor: Visitor, { step, ...rest }: Turn): Promise<void> {
  await visitor.press(`领办${quoted(step)}`)
  await visitor.see('您在办这一步')
  await leave(visitor, rest)
}

export async function propose(visitor: Visitor, item: string, title: string): Promise<void> {
  await visitor.press('提出一件事', 'link')
  await visitor.choose('哪个事项', item)
  await visitor.write('要办什么事', title)
}

/** From the workbench to the vote: the editor proposes works of 60,000 yuan, and they take the branch of their amount. */
export async function proposeWorks({ cast: { editor } }: PowerStage): Promise<string> {
  await editor.logIn('editor')
  await editor.press('去工作台')
  await editor.press('照清单办事', 'link')
  await propose(editor, WORKS, WORKS_TITLE)
  await editor.write('金额（元）', AMOUNT)
  await editor.press('提出', 'button')
  await editor.see('现在：提出项目')
  await leave(editor, { papers: ['项目建议书'], then: '现在：党组织研究' })
  await take(editor, { step: '党组织研究', papers: ['研究记录'], then: '现在：“两委”全体会议' })
  await take(editor, { step: '“两委”全体会议', papers: ['会议记录'], then: '现在：村民议事会表决' })
  return editor.text()
}

/** The vote: first without its quorum, then with it. Gives what the page says to the first. */
export async function vote({ cast: { editor } }: PowerStage): Promise<string> {
  await editor.press(`领办${quoted('村民议事会表决')}`)
  await editor.see('您在办这一步')
  for (const paper of ['会议记录', '签到册']) await editor.press(paper)
  const count = async (votes: readonly string[]) => {
    const fields = ['应到人数', '实到人数', '同意票', '反对票', '弃权票']
    for (const [at, field] of fields.entries()) await editor.write(field, votes[at]!)
    await editor.press('登记表决')
  }
  await count(['30', '19', '15', '2', '2'])
  await editor.see('实到19人')
  const refused = await editor.text()
  await count(['30', '25', '20', '3', '2'])
  await editor.see('现在：确定竞价办法')
  return refused
}

async function writeFacts(editor: Visitor, facts: Record<string, string>): Promise<void> {
  await editor.press('修改', 'link')
  for (const [field, value] of Object.entries(facts)) await editor.write(field, value)
  await editor.press('保存，看公开后的样子')
  await editor.see('公开后是这个样子')
}

/** From the finished step to its draft, what the case does not know written into it, and over check, supervisors and meeting onto the board. */
export async function publishNode(
  { cast }: PowerStage,
  step: string,
  day: string,
  { subject = WORKS_TITLE, facts = {} }: { subject?: string; facts?: Record<string, string> } = {},
): Promise<void> {
  const { editor, supervisor, head } = cast
  const title = `${subject}：${step}`
  await editor.press(`看${quoted(step)}的公示`, 'link')
  await editor.see('公开后是这个样子')
  if (Object.keys(facts).length > 0) await writeFacts(editor, facts)
  await editor.press('隐私检查', 'link')
  await passCheck(editor)
  await submit(editor)
  await openWork(supervisor, 'supervisor', title)
  await agree(supervisor)
  await openWork(head, 'head', title)
  await recordMeeting(head, DECISION, day)
  await publish(head)
}

/** What the villager reads of the matter, from the board over the list of matters; `ended`: it is on the other tab. */
export async function followMatter(
  villager: Visitor,
  says: string,
  { title = WORKS_TITLE, ended = false }: { title?: string; ended?: boolean } = {},
): Promise<string> {
  await villager.visit(`/pages/home/index?org=${VILLAGE}`)
  await villager.press('村里正在办的事，')
  if (ended) await villager.press('办结的')
  await villager.press(`${title}，`)
  await villager.see(says)
  return villager.text()
}

/** The next day on which something ends; who sat idle so long is logged out. */
async function onDay(
  { cast: { editor, head }, server }: PowerStage,
  day: string,
  step: string,
): Promise<void> {
  await server.moveClock(`${day}T02:00:00.000Z`)
  for (const [person, persona] of [
    [editor, 'editor'],
    [head, 'head'],
  ] as const) {
    await person.logIn(persona)
    await openMatter(person, WORKS_TITLE, step)
  }
}

/** Bidding, contract and building; the notice of the bidding on the day on which it ends. */
export async function bidAndBuild(stage: PowerStage, day: string): Promise<void> {
  const { editor, head } = stage.cast
  await openMatter(editor, WORKS_TITLE, '确定竞价办法')
  await take(editor, { step: '确定竞价办法', papers: ['竞价方案'], then: '现在：邀请现场竞价' })
  await onDay(stage, day, '邀请现场竞价')
  await take(editor, { step: '邀请现场竞价', papers: ['竞价记录', '影像资料'], then: '现在：签订合同' })
  await publishNode(stage, '邀请现场竞价', day)
  await openMatter(head, WORKS_TITLE, '签订合同')
  await take(head, { step: '签订合同', papers: ['合同编号'], then: '现在：施工和监督' })
  await openMatter(editor, WORKS_TITLE, '施工和监督')
  await take(editor, { step: '施工和监督', papers: ['施工照片'], then: '现在：验收' })
}

/** Acceptance, which who built may not do, its paper handed in as a file; then the notice of it. */
export async function accept(stage: PowerStage, day: string, paper: string): Promise<{ builder: string }> {
  const { editor, head } = stage.cast
  await onDay(stage, day, '验收')
  const builder = await editor.text()
  await head.press(`领办${quoted('验收')}`)
  await head.see('您在办这一步')
  await head.holdFile(paper)
  await head.press('添加凭证文件')
  await head.see('为什么可以公开')
  await head.write('为什么可以公开', '只拍了验收单，没有身份证号')
  await head.press('写明理由，上传')
  await head.see(`${SIGNED}：`)
  await leave(head, { papers: [], result: '合格', then: '现在：结算付款' })
  await openMatter(editor, WORKS_TITLE, '结算付款')
  await publishNode(stage, '验收', day)
  return { builder }
}

/** Payment, the end of it, and its notice. */
export async function settle(stage: PowerStage, day: string): Promise<void> {
  const { editor } = stage.cast
  await onDay(stage, day, '结算付款')
  await take(editor, { step: '结算付款', papers: ['结算单', '发票号'], then: '已办结' })
  await publishNode(stage, '结算付款', day)
}

export const AID = '最低生活保障申请'
export const AID_TITLE = '二组一户申请低保'
/** What the notice of the result says that no step of the case knows. */
const AID_FACTS = { 救助标准: '每人每月650元', 监督电话: '0917-3350110' }

/** 低保: the street takes it in and visits, the village posts it; the villager sees how far it is, not whose it is. */
export async function applyForAid({ cast: { clerk, editor, villager } }: PowerStage) {
  await villager.visit(`/pages/home/index?org=${VILLAGE}`)
  await villager.press('我要办 · 小微权力清单，')
  await villager.press(`${AID}，`)
  await villager.see('要带什么')
  const item = await villager.text()
  await clerk.logIn('street-clerk')
  await clerk.visit(`/packages/power/pages/work/index?org=${VILLAGE}`)
  await propose(clerk, AID, AID_TITLE)
  await clerk.press('提出', 'button')
  await clerk.see('现在：受理申请')
  await leave(clerk, { papers: ['受理通知'], then: '现在：入户调查' })
  await take(clerk, {
    step: '入户调查',
    papers: ['入户调查表', '核对报告'],
    result: '符合',
    then: '现在：村内公示',
  })
  await editor.logIn('editor')
  await openMatter(editor, AID_TITLE, '村内公示')
  await editor.press(`领办${quoted('村内公示')}`)
  await editor.see('您在办这一步')
  await editor.press('公示照片')
  await editor.press('没有异议')
  await editor.press('办完这一步')
  await editor.see('至少要满7天')
  const early = await editor.text()
  await villager.visit(`/packages/power/pages/cases/index?org=${VILLAGE}`)
  await villager.press(`${AID}，`)
  await villager.see('现在走到这里')
  return { item, early, seen: await villager.text() }
}

/** The posting ends, the county approves, the village publishes the result; gives what the villager reads of it then. */
export async function announceAid(stage: PowerStage, posted: string, approved: string): Promise<string> {
  const { cast, server } = stage
  const { editor, district, villager } = cast
  await server.moveClock(`${posted}T02:00:00.000Z`)
  await editor.logIn('editor')
  await openMatter(editor, AID_TITLE, '村内公示')
  await leave(editor, { papers: ['公示照片'], result: '没有异议', then: '现在：区县审批' })
  await server.moveClock(`${approved}T02:00:00.000Z`)
  await district.logIn('district-office')
  await openMatter(district, AID_TITLE, '区县审批')
  await take(district, {
    step: '区县审批',
    papers: ['审批意见', '抽查记录'],
    result: '批准',
    then: '现在：公布结果',
  })
  await editor.logIn('editor')
  await openMatter(editor, AID_TITLE, '公布结果')
  await take(editor, { step: '公布结果', papers: ['公布照片'], then: '已办结' })
  await publishNode(stage, '公布结果', approved, { subject: AID, facts: AID_FACTS })
  await villager.visit(`/packages/power/pages/cases/index?org=${VILLAGE}`)
  await villager.press('办结的')
  await villager.press(`${AID}，结果：批准`)
  await villager.see('已办结')
  const ended = await villager.text()
  await villager.press(`${AID}：公布结果`, 'link')
  await villager.see('公开内容')
  return `${ended}\n${await villager.text()}`
}
