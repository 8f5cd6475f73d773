import { financeContent } from '../../support/api/world'
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

export const FILE_ROWS: readonly Row[] = [
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
