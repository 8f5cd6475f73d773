import { wholeNumber } from '@shared/common/chineseNumerals'
import { readXml } from '../archive/xmlEvents'

interface ListLevel {
  start: number
  format: string
  text: string
}

/** Computes the automatic list numbers of a document: Word stores the rule, not the displayed number. */
export class Numbering {
  private readonly abstractLevels = new Map<string, ListLevel[]>()
  private readonly abstractOf = new Map<string, string>()
  private readonly counters = new Map<string, number[]>()

  /** @param text the part `word/numbering.xml`, if it exists */
  constructor(text: string | undefined) {
    if (text !== undefined) this.read(text)
  }

  private read(text: string): void {
    let abstractId = ''
    let numId = ''
    let levels: ListLevel[] = []
    const value = (attributes: Readonly<Record<string, string>>, name: string): string =>
      attributes[`w:${name}`] ?? ''
    readXml(text, {
      open: (name, attributes) => {
        const level = levels.at(-1)
        if (name === 'abstractNum') {
          abstractId = value(attributes, 'abstractNumId')
          levels = []
          this.abstractLevels.set(abstractId, levels)
        } else if (name === 'lvl') levels.push({ start: 1, format: 'decimal', text: '' })
        else if (name === 'start' && level) level.start = Number(value(attributes, 'val'))
        else if (name === 'numFmt' && level) level.format = value(attributes, 'val')
        else if (name === 'lvlText' && level) level.text = value(attributes, 'val')
        else if (name === 'num') numId = value(attributes, 'numId')
        else if (name === 'abstractNumId') this.abstractOf.set(numId, value(attributes, 'val'))
      },
    })
  }

  /** Returns the number that Word shows before the next paragraph of a list; empty without one. */
  next(numId: string, level: number): string {
    const levels = this.abstractLevels.get(this.abstractOf.get(numId) ?? '')
    const rule = levels?.[level]
    if (!levels || !rule) return ''
    if (rule.format === 'bullet') return '●'
    const counters = this.counters.get(numId) ?? []
    counters.length = level + 1
    counters[level] = (counters[level] ?? rule.start - 1) + 1
    this.counters.set(numId, counters)
    return rule.text.replace(/%(\d)/g, (_all, digit: string) => {
      const at = Number(digit) - 1
      return showCounter(counters[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal')
    })
  }
}

const showCounter = (value: number, format: string): string =>
  /chinese|ideograph|japanese/i.test(format) && Number.isSafeInteger(value)
    ? wholeNumber(value)
    : String(value)
