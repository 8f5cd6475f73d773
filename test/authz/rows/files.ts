import { Files } from '@server/disclosure/files/models/files'
import { PictureChecks, type PictureCheckRow } from '@server/disclosure/files/models/pictureChecks'
import { financeContent, userId } from '../../support/api/world'
import { boardPhotoFile } from './channels'
import type { PublicRow, Row, Story } from './row'
import { STREET_STAFF, VILLAGE_STAFF } from '../situations'

const TEXT_FILE = { name: '村规民约.txt', text: '一、遵纪守法。' }
const textFile = (orgCode: string): Row['prepare'] => {
  return async () => ({ path: `/orgs/${orgCode}/files`, file: TEXT_FILE })
}

/** A published notice of V1 that names a file; gives the file's hash. */
async function publishedFile(story: Story, of: Parameters<Story['attach']>[1] = TEXT_FILE): Promise<string> {
  const file = await story.attach('editor', of)
  const content = financeContent()
  content.blocks.push({ type: 'attachments', label: '附件', files: [file] })
  const draft = await story.create('editor', { content })
  await story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
  return file.sha256
}

/** A picture of V1 that WeChat has not passed yet. */
async function heldPicture({ server }: Story, of: Partial<PictureCheckRow> = {}): Promise<PictureCheckRow> {
  const row: PictureCheckRow = {
    _id: 'fil_heldpicture000000001',
    orgCode: 'V1',
    sha256: 'c'.repeat(64),
    pass: 'pic_heldpicture000000001',
    storedBy: userId('editor'),
    storedAt: server.services.clock.now(),
    traceId: null,
    refused: null,
    released: null,
    ...of,
  }
  await server.db.of(PictureChecks).create([row])
  return row
}

export const FILE_ROWS: readonly Row[] = [
  {
    route: 'POST /orgs/:code/pictures/:sha256/release',
    situation: 'a village’s: its own staff but the person who uploaded it',
    allowed: [...VILLAGE_STAFF.filter(person => person !== 'editor'), 'supervisor', 'supervisor-2'],
    prepare: async story => ({ path: `/orgs/V1/pictures/${(await heldPicture(story)).sha256}/release` }),
  },
  {
    route: 'POST /orgs/:code/files',
    situation: 'a village’s',
    allowed: VILLAGE_STAFF,
    prepare: textFile('V1'),
  },
  {
    route: 'POST /orgs/:code/files',
    situation: 'a street’s',
    allowed: STREET_STAFF,
    prepare: textFile('ST1'),
  },
  {
    route: 'GET /orgs/:code/files/:sha256',
    situation: 'a village’s, not public',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', 'district'],
    prepare: async story => ({
      path: `/orgs/V1/files/${(await story.attach('editor', TEXT_FILE)).sha256}`,
    }),
  },
]

export const PUBLIC_FILE_ROWS: readonly PublicRow[] = [
  {
    route: 'GET /picture-checks/:pass',
    situation: 'while WeChat checks it: its address cannot be guessed',
    prepare: async story => {
      const { sha256 } = await story.attach('editor', await boardPhotoFile())
      const { _id } = (await story.server.db.of(Files).findOne({ sha256, orgCode: 'V1' }).lean().exec())!
      const { pass } = await heldPicture(story, { _id, sha256 })
      return { path: `/picture-checks/${pass}` }
    },
  },
  {
    route: 'GET /files/:sha256',
    situation: 'named by a live publication',
    prepare: async story => ({ path: `/files/${await publishedFile(story)}` }),
  },
  {
    route: 'GET /files/:sha256/pictures/:size',
    situation: 'named by a live publication',
    prepare: async story => ({
      path: `/files/${await publishedFile(story, await boardPhotoFile())}/pictures/list`,
    }),
  },
]
