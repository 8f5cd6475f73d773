import type { Journal } from '../journal'
import { asynchronous, WxFailure, type WxOptions } from './callbacks'

/** A choice in a sheet over the page. */
interface SheetChoice {
  label: string
  value: string
}

/** Sheets that WeChat itself draws over the page; the user answers them by pressing, as on a phone. */
export class Dialogs {
  constructor(private readonly journal: Journal) {}

  /** The open sheet, or null. */
  open(): HTMLElement | null {
    return document.querySelector<HTMLElement>('.phone-sheet:last-of-type')
  }

  /** Show a sheet; resolves with the pressed value and the text of its field. */
  ask(title: string, text: string, choices: SheetChoice[], field?: { label: string; value: string }) {
    return new Promise<{ value: string; field: string }>(resolve => {
      const sheet = document.createElement('div')
      sheet.className = 'phone-sheet'
      sheet.setAttribute('role', 'dialog')
      sheet.setAttribute('aria-label', title)
      sheet.append(paragraph(title), paragraph(text))
      const input = document.createElement('input')
      if (field) {
        input.setAttribute('aria-label', field.label)
        input.value = field.value
        sheet.append(input)
      }
      for (const { label, value } of choices) {
        const button = document.createElement('button')
        button.textContent = label
        button.addEventListener('click', () => {
          sheet.remove()
          resolve({ value, field: input.value })
        })
        sheet.append(button)
      }
      document.body.append(sheet)
    })
  }

  private async modal(options: WxOptions) {
    const choices = [{ label: String(options.confirmText ?? '确定'), value: 'confirm' }]
    if (options.showCancel !== false) {
      choices.unshift({ label: String(options.cancelText ?? '取消'), value: 'cancel' })
    }
    const field = options.editable ? { label: String(options.placeholderText ?? ''), value: '' } : undefined
    const answer = await this.ask(String(options.title ?? ''), String(options.content ?? ''), choices, field)
    return { confirm: answer.value === 'confirm', cancel: answer.value === 'cancel', content: answer.field }
  }

  private async actionSheet(options: WxOptions) {
    const items = options.itemList as string[]
    const choices = items.map((label, index) => ({ label, value: String(index) }))
    const answer = await this.ask('', '', [...choices, { label: '取消', value: 'cancel' }])
    if (answer.value === 'cancel') throw new WxFailure('cancel')
    return { tapIndex: Number(answer.value) }
  }

  api(): Record<string, unknown> {
    const toast = ({ title }: WxOptions) => {
      this.journal.lastToast = String(title ?? '')
      return {}
    }
    return {
      showModal: asynchronous('showModal', options => this.modal(options)),
      showActionSheet: asynchronous('showActionSheet', options => this.actionSheet(options)),
      showToast: asynchronous('showToast', toast),
      hideToast: asynchronous('hideToast', () => ({})),
      showLoading: asynchronous('showLoading', toast),
      hideLoading: asynchronous('hideLoading', () => toast({})),
    }
  }
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p')
  element.textContent = text
  return element
}
