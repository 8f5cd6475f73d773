import type { Page } from 'playwright-core'
import type { Effort } from '../journeys/counted'
import { type Entry, HANDLER, NOVEMBER } from '../journeys/novemberAccount'
import { SHOWN } from './h5Visitor'

/** Two hands at the grid: every character is one key, a key held with another counts as two. */
export class GridHands {
  effort: Effort = { taps: 0, keys: 0 }

  constructor(readonly page: Page) {}

  cell = (row: number, column: number) =>
    this.page.locator(`${SHOWN} .cells__row`).nth(row).locator('td').nth(column)
  texts = async (row: number): Promise<string[]> => {
    const cells = this.page.locator(`${SHOWN} .cells__row`).nth(row).locator('td')
    return cells.evaluateAll(all =>
      all.map(one => one.querySelector('input')?.value ?? one.textContent ?? ''),
    )
  }
  field = () => this.page.locator(`${SHOWN} .cells__field`)
  proposal = async (): Promise<string | null> => {
    const grey = this.page.locator(`${SHOWN} .cells__ghost--under`)
    return (await grey.count()) > 0 ? grey.first().textContent() : null
  }

  async tap(row: number, column: number): Promise<void> {
    this.effort.taps += 1
    await this.cell(row, column).click()
  }

  async press(key: string): Promise<void> {
    this.effort.keys += key.split('+').length
    await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    this.effort.keys += text.length
    for (const char of text) await this.page.keyboard.insertText(char)
  }

  /** Types an item until the grey words are what is meant. */
  async item(words: string): Promise<void> {
    for (const char of words) {
      if ((await this.proposal()) === words) return
      await this.type(char)
    }
  }

  /** Types one row from its day on, ends with Enter. */
  async row({ day, item, income, expense, voucher }: Entry): Promise<void> {
    await this.type(String(day))
    await this.press('Tab')
    await this.item(item)
    await this.press('Tab')
    const side = income === undefined ? '支出' : '收入'
    while (!(await this.field().getAttribute('aria-label'))?.includes(side)) await this.press('Tab')
    await this.type(income ?? expense ?? '')
    if (voucher === NOVEMBER[0]!.voucher) {
      if (income !== undefined) await this.press('Tab')
      await this.press('Tab')
      await this.type(HANDLER)
      await this.press('Tab')
      await this.type(voucher)
    }
    await this.press('Enter')
  }

  /** Pastes as Ctrl V does. */
  async paste(text: string): Promise<void> {
    this.effort.keys += 2
    await this.page.evaluate(text => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, text)
  }
}

/** Types the month into the form of one card for each row, counted as everywhere: a choice or a date is two taps. */
export async function typeIntoCards(page: Page, press: (label: string) => Promise<void>): Promise<Effort> {
  const effort: Effort = { taps: 0, keys: 0 }
  const opening = page.locator(`${SHOWN} [id$=".openingFen"]`)
  const at = ((await opening.getAttribute('id')) ?? '').replace('.openingFen', '')
  const field = (row: number, name: string) => page.locator(`${SHOWN} [id="${at}.lines.${row}.${name}"]`)
  const write = async (row: number, name: string, text: string) => {
    effort.taps += 1
    effort.keys += text.length
    await field(row, name).fill(text)
  }
  for (const [row, { day, item, income, expense, voucher }] of NOVEMBER.entries()) {
    effort.taps += 3
    await press('加一笔收支')
    await field(row, 'date').fill(`2026-11-${String(day).padStart(2, '0')}`)
    if (income !== undefined) {
      effort.taps += 2
      await field(row, 'direction').selectOption('income')
    }
    await write(row, 'amountFen', income ?? expense ?? '')
    await write(row, 'item', item)
    await write(row, 'handler', HANDLER)
    await write(row, 'voucher', voucher)
  }
  return effort
}
