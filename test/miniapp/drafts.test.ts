import { fillFromLast } from '../support/journeys/drafting'
import { draftTests } from '../support/journeys/draftTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** What happens to a notice while it is written, in the real weapp build. */
const { launch, library } = servedPhones('drafts')

draftTests(launch, library)

test('an app that is ended in the background has lost no letter of a draft', async () => {
  const phone = await launch()
  await fillFromLast(phone, library())
  const isStored = async () => JSON.stringify(await phone.app.storage()).includes('不能丢的标题')
  await phone.app.write('标题', '不能丢的标题')
  expect(await isStored()).toBe(false)
  await phone.app.leave()
  expect(await isStored()).toBe(true)
})
