import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { ITEMS, financeContent, type storyOf } from './world'

/** Another item of the same class, so that the same month can be published a second time. */
const AGAIN = { ...ITEMS.finance, _id: 'itm_financeagain00001', key: 'key-finance-again', order: 9 }

/** The same month of the village V1 published twice 重复公开, under two items of one class. */
export async function publishedTwice(
  story: ReturnType<typeof storyOf>,
): Promise<{ kept: WorkNoticePage; copy: WorkNoticePage }> {
  const { _id } = AGAIN
  const items = story.server.db.of(CatalogueItems)
  if (!(await items.exists({ _id }))) await items.create([AGAIN])
  const publish = async (itemId: string, title: string) => {
    const draft = await story.create('editor', { itemId, content: { ...financeContent(), title } })
    return story.publish('head', await story.agree('supervisor', await story.submit('editor', draft)))
  }
  const kept = await publish(ITEMS.finance._id, '十月收支')
  return { kept, copy: await publish(_id, '十月收支，又一次') }
}
