/**
 * What people of the demonstration do in a running program of b6dd4a5, so that its store holds rows of every collection and kind:
 * `node index.mjs before` first, `node index.mjs after` when its jobs have run. See `test/fixtures/upgrade/README.md`.
 */
import { channels, correct, discrepancies, notices, objections, publicOf, retitled } from './disclosure.mjs'
import * as organisation from './organisation.mjs'
import { V1, faults, get, post, village1 } from './send.mjs'

const parts = {
  before: async () => {
    await organisation.messages()
    const story = await notices()
    await channels(story)
    await objections(story)
    await discrepancies()
    await organisation.obligations()
    await organisation.inspections()
    await organisation.catalogues()
    await organisation.ownList()
    await organisation.powers()
    await organisation.residents()
    await organisation.accounts()
    await organisation.refusals()
  },
  // The messages of the first part are there; the jobs of this part stay waiting.
  after: async () => {
    const { items } = await get('villager', '/me/inbox?limit=50')
    await post('villager', `/me/inbox/${items[0].id}/read`)
    const finance = await publicOf(V1, 'village-finance')
    await correct(finance[10].id, village1, '金额写错了', retitled)
    const open = (await get('street-clerk', `/orgs/${V1}/findings?state=open&limit=50`)).items
    if (open[1]) {
      const page = await get('street-clerk', `/findings/${open[1].id}`)
      await post('street-clerk', `/findings/${open[1].id}/comment`, {
        version: (page.finding ?? page).version,
        text: '请再核对',
      })
    }
    await post('villager', `/notices/${finance[1].id}/objections`, {
      edition: 1,
      kind: 'unclear',
      text: '请写明用途。',
    })
  },
}

await parts[process.argv[2]]()
console.log(faults.count === 0 ? 'all done' : `${faults.count} failed`)
