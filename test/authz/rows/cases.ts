import type { UploadedFile } from '../../../shared/contract/disclosure/files'
import type { WorkCasePage } from '../../../shared/contract/power/case'
import type { SplitAlarms } from '../../../shared/contract/power/splitAlarm'
import { type Person, tokenOf, userId } from '../../support/api/world'
import { adoptPowers } from './lists'
import type { PublicRow, Row, Story } from './row'
import { STREET_STAFF, VILLAGE_STAFF } from '../situations'

const OPENING = { itemCode: 'XM-01', title: '修村东头水渠', amountFen: 6_000_000 }
const PAPERS = { papers: ['项目建议书'] }

const send = async (story: Story, person: Person, path: string, body: object): Promise<WorkCasePage> =>
  (await story.server.ask<WorkCasePage>('POST', path, { token: tokenOf(story.server, person), body })).body

/** Works of 60,000 yuan in the village V1, opened by `editor`. */
export async function opened(story: Story, itemCode = OPENING.itemCode): Promise<WorkCasePage> {
  await adoptPowers(story)
  return send(story, 'editor', '/orgs/V1/cases', { ...OPENING, itemCode })
}

async function moved(story: Story, person: Person, name: string, more: object = {}): Promise<WorkCasePage> {
  const { id, version } = await opened(story)
  return send(story, person, `/cases/${id}/${name}`, { version, ...more })
}

const finished = (story: Story) => moved(story, 'editor', 'finish', { step: 'propose', ...PAPERS })

const request =
  (make: (story: Story) => Promise<WorkCasePage>, name: string, more: object = {}): Row['prepare'] =>
  async story => {
    const { id, version } = await make(story)
    return { path: `/cases/${id}/${name}`, body: { version, ...more } }
  }

/** The case after its proposal, claimed by `editor`; the next to be done is the vote of the council at last. */
async function atVote(story: Story): Promise<WorkCasePage> {
  let page = await finished(story)
  const papers: Record<string, string[]> = { party: ['研究记录'], meeting: ['会议记录'] }
  for (const step of ['party', 'meeting']) {
    page = await send(story, 'editor', `/cases/${page.id}/claim`, { version: page.version, step })
    const body = { version: page.version, step, papers: papers[step] }
    page = await send(story, 'editor', `/cases/${page.id}/finish`, body)
  }
  return send(story, 'editor', `/cases/${page.id}/claim`, { version: page.version, step: 'council' })
}

/** Two works of 45,000 yuan, just under the 50,000 that would need a vote; the id of the alarm. */
async function splitUp(story: Story): Promise<string> {
  await adoptPowers(story)
  for (const title of ['修村东水渠一期', '修村东水渠二期']) {
    await send(story, 'editor', '/orgs/V1/cases', { itemCode: 'XM-01', title, amountFen: 4_500_000 })
  }
  const token = tokenOf(story.server, 'clerk')
  const { body } = await story.server.ask<SplitAlarms>('GET', '/orgs/V1/split-alarms', { token })
  return body.alarms[0]?.id ?? ''
}

const FILE = { name: '会议记录.txt', text: '到会三人，都同意。' }

/** A paper of a finished step; gives where it is read. */
async function keptPaper(story: Story): Promise<string> {
  const page = await opened(story)
  const token = tokenOf(story.server, 'editor')
  const { body } = await story.server.ask<UploadedFile>('POST', `/cases/${page.id}/files`, {
    token,
    file: FILE,
  })
  const { sha256 } = body.attachment
  await send(story, 'editor', `/cases/${page.id}/finish`, {
    version: page.version,
    step: 'propose',
    ...PAPERS,
    files: [{ paper: PAPERS.papers[0], sha256 }],
  })
  return `/cases/${page.id}/files/${sha256}`
}

const reason = { reason: '手续还有疑问' }
const READERS = [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', ...STREET_STAFF, 'district'] as const
const SUPERVISORS = ['supervisor', 'supervisor-2', ...STREET_STAFF] as const
const BALLOTS = { eligible: 30, present: 25, agree: 20, against: 3, abstain: 2 }

const SPLIT_ANSWER = { outcome: 'separate', text: '两期分两年立项，各有预算' } as const

/** Cases: each step by its role, one person at a time; supervision by who has no part in it. */
export const CASE_ROWS: readonly Row[] = [
  {
    route: 'GET /orgs/:code/split-alarms',
    situation: 'of a village: its staff, its street, the district',
    allowed: READERS,
    prepare: async () => ({ path: '/orgs/V1/split-alarms' }),
  },
  {
    route: 'POST /orgs/:code/split-alarms/:id/answer',
    situation: 'matters of a village that look split up: the street that guides it',
    allowed: STREET_STAFF,
    prepare: async story => ({
      path: `/orgs/V1/split-alarms/${await splitUp(story)}/answer`,
      body: SPLIT_ANSWER,
    }),
  },
  {
    route: 'GET /orgs/:code/work/cases',
    situation: 'a village’s: its staff, its street, the district',
    allowed: READERS,
    prepare: async () => ({ path: '/orgs/V1/work/cases' }),
  },
  {
    route: 'GET /work/cases/:id',
    situation: 'a village’s',
    allowed: READERS,
    prepare: async story => ({ path: `/work/cases/${(await opened(story)).id}` }),
  },
  {
    route: 'POST /orgs/:code/cases',
    situation: 'works: the committee alone',
    allowed: VILLAGE_STAFF,
    prepare: async story => {
      await adoptPowers(story)
      return { path: '/orgs/V1/cases', body: OPENING }
    },
  },
  {
    route: 'POST /cases/:id/files',
    situation: 'a step of the committee, claimed by its editor',
    allowed: ['editor'],
    prepare: async story => ({ path: `/cases/${(await opened(story)).id}/files`, file: FILE }),
  },
  {
    route: 'GET /cases/:id/files/:sha256',
    situation: 'a paper of a village’s case: whoever reads the case',
    allowed: READERS,
    prepare: async story => ({ path: await keptPaper(story) }),
  },
  {
    route: 'POST /cases/:id/claim',
    situation: 'a step of the committee that nobody claimed',
    allowed: VILLAGE_STAFF,
    prepare: request(finished, 'claim', { step: 'party' }),
  },
  {
    route: 'POST /cases/:id/hand-over',
    situation: 'claimed by its editor: the editor, and the head who answers for it',
    allowed: ['editor', 'head'],
    prepare: request(opened, 'hand-over', { step: 'propose', to: userId('editor-2'), reason: '下乡出差' }),
  },
  {
    route: 'POST /cases/:id/finish',
    situation: 'claimed by its editor',
    allowed: ['editor'],
    prepare: request(opened, 'finish', { step: 'propose', ...PAPERS }),
  },
  {
    route: 'POST /cases/:id/vote',
    situation: 'claimed by its editor',
    allowed: ['editor'],
    prepare: request(atVote, 'vote', {
      step: 'council',
      ballots: BALLOTS,
      papers: ['会议记录', '签到册'],
    }),
  },
  {
    route: 'POST /cases/:id/amount',
    situation: 'claimed by its editor',
    allowed: ['editor'],
    prepare: request(opened, 'amount', { step: 'propose', amountFen: 7_000_000, reason: '重新估算' }),
  },
  {
    route: 'POST /cases/:id/pause',
    situation: 'claimed by its editor',
    allowed: ['editor'],
    prepare: request(opened, 'pause', { reason: '等补材料' }),
  },
  {
    route: 'POST /cases/:id/resume',
    situation: 'paused: whoever holds the role of the step',
    allowed: VILLAGE_STAFF,
    prepare: request(story => moved(story, 'editor', 'pause', { reason: '等补材料' }), 'resume'),
  },
  {
    route: 'POST /cases/:id/remark',
    situation: 'running: supervisors without a committee post, and the street',
    allowed: SUPERVISORS,
    prepare: request(opened, 'remark', reason),
  },
  {
    route: 'POST /cases/:id/stop',
    situation: 'running: supervisors without a committee post, and the street',
    allowed: SUPERVISORS,
    prepare: request(opened, 'stop', reason),
  },
  {
    route: 'POST /cases/:id/lift',
    situation: 'stopped: supervisors without a committee post, and the street',
    allowed: SUPERVISORS,
    prepare: request(story => moved(story, 'supervisor', 'stop', reason), 'lift', { reason: '已经说清楚' }),
  },
  {
    route: 'POST /cases/:id/cancel',
    situation: 'running: who opened it, and the head who answers for it',
    allowed: ['editor', 'head'],
    prepare: request(opened, 'cancel', { reason: '今年不修了' }),
  },
]

export const PUBLIC_CASE_ROWS: readonly PublicRow[] = [
  { route: 'GET /orgs/:code/cases', situation: '', prepare: async () => ({ path: '/orgs/V1/cases' }) },
  {
    route: 'GET /cases/:id',
    situation: '',
    prepare: async story => ({ path: `/cases/${(await opened(story)).id}` }),
  },
]
