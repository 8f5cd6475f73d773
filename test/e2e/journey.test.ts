import { type SpokenPlace, sentencesOf } from '@shared/presentation/spoken/sentences'
import { documentOf } from '@shared/presentation/document'
import { pieceLines, rowForm } from '@shared/presentation/document/rows'
import { isDiffering } from '../support/journeys/library'
import { VILLAGE } from '../support/browser/pages'
import { servedTabs } from '../support/browser/servedTabs'

/** What people do in the browser, on the H5 app that the server itself serves; reading has a file of its own. */
const { openTab, library } = servedTabs('h5-journey')

test('对照 stands side by side where there is room, and says what differs', async () => {
  const { notice, page } = await library().findPair(isDiffering)
  const tab = await openTab({ width: 1280, height: 800 })
  await tab.visit(`/pages/alongside/index?id=${notice.id}`)
  await tab.see(page.comparison.sentence)
  const row = tab.page.locator('.compare__group ~ .compare__row--unlike').first()
  await expect(row.innerText()).resolves.toMatch(/不一致|未公开/)
  const [village, street] = await row.locator('.compare__side').all()
  const [left, right] = [await village?.boundingBox(), await street?.boundingBox()]
  expect(left?.y).toBe(right?.y)
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0)
})

test('search, change of village and 长辈版 work, and are remembered; a bar leads to its lines and back by keyboard', async () => {
  const tab = await openTab()
  const { org, series } = await library().client.api('GET /orgs/:code/finance', { params: { code: VILLAGE } })
  const { periodLabel, period } = series[0]!.notices.at(-1)!
  const lines = await library().client.api('GET /orgs/:code/finance/class', {
    params: { code: org.code },
    query: {
      class: 'expense',
      period,
      key: series[0]!.key,
    },
  })
  await tab.visit(`/packages/finance/pages/year/index?org=${org.code}`)
  await tab.page
    .getByRole('link', { name: /支出 .*看明细/ })
    .first()
    .press('Enter')
  await tab.see(`${periodLabel}各项支出`)
  const shown = await tab.text()
  for (const { cells } of lines.blocks.flatMap(block => (block.kind === 'table' ? block.rows : []))) {
    for (const cell of cells.filter(text => text !== '—')) expect(shown).toContain(cell)
  }
  await tab.page.getByRole('link', { name: `回到${lines.year}年的账` }).press('Enter')
  await tab.see('八类内容公开情况')
  await tab.visit('/pages/home/index')
  await tab.press('查找')
  await tab.write('要找的词', '低保')
  await tab.press('查找', 'button')
  await tab.see('最低生活保障')
  await tab.visit('/pages/village/index')
  await tab.press('南塬新城，往下选')
  await tab.press('槐树坡村')
  await tab.visit('/pages/mine/index')
  await tab.press('长辈版')
  await tab.visit('/')
  await tab.see('槐树坡村')
  expect(await tab.readAll('.frame--elder')).toHaveLength(1)
  expect(await tab.errors()).toEqual([])
})

test('a notice is read aloud from the keyboard, sentence by sentence, each marked where it stands, in sight', async () => {
  const { notice } = await library().findPair(isDiffering)
  const { presented } = await library().client.api('GET /notices/:id', { params: { id: notice.id } })
  const tab = await openTab()
  // This machine has no voice: a sentence takes a moment, in which the page shows it.
  await tab.page.addInitScript(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    SpeechSynthesis.prototype.speak = utterance => {
      setTimeout(() => {
        const marked = document.querySelectorAll('.spoken')
        const { top = -1, bottom = -1 } = marked[0]?.getBoundingClientRect() ?? {}
        heard.push({
          spoken: utterance.text,
          text: document.querySelector('.aloud__sentence')?.textContent,
          marked: [...marked].map(element => element.textContent.replace(/ /g, '')),
          inSight: bottom > 0 && top < window.innerHeight,
        })
        utterance.dispatchEvent(new Event('end'))
      }, 30)
    }
  })
  await tab.visit(`/pages/notice/index?id=${notice.id}`)
  await tab.page.getByRole('button', { name: '听一遍' }).press('Enter')
  await tab.page.locator('.aloud').waitFor()
  await tab.page.getByRole('button', { name: '听一遍' }).waitFor()
  const heard: unknown = await tab.page.evaluate('globalThis.heard')
  const parts = documentOf(presented.blocks)
  const rowText = ({ blockId, part }: SpokenPlace) => {
    const sheet = parts.find(({ id }) => id === blockId)
    if (sheet?.kind !== 'sheet') return undefined
    const row = sheet.groups.flatMap(({ rows }) => rows).find(({ id }) => id === part)
    return row && pieceLines(rowForm(sheet).piecesOf(row)).join(' ').replace(/ /g, '')
  }
  expect(heard).toEqual(
    sentencesOf(presented.blocks).map(({ spoken, text, ...place }) => ({
      spoken,
      text,
      marked: [place.range ? text.replace(/ /g, '') : (rowText(place) ?? expect.stringMatching(/./))],
      inSight: true,
    })),
  )
  expect(await tab.errors()).toEqual([])
})

test('what does not exist is told in plain words, with a way on', async () => {
  const tab = await openTab()
  await tab.visit('/pages/notice/index?id=ntc_gibtsnicht0000000000')
  await tab.see('可能已经撤回，或者地址不完整')
  await tab.press('回公开栏')
  await tab.see('五类重点公开')
})
