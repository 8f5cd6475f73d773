/**
 * Exact decimal as text: `35000`, `-0.5`, `3.25`. No leading zero except before the point, no trailing zero
 * after it, no `-0`. Arithmetic works on digits, so that no amount is rounded.
 */
export type Decimal = string

const split = (value: Decimal): [whole: string, part: string] => {
  const [whole = '', part = ''] = value.split('.')
  return [whole, part]
}

/** Normalises a plain number: `0012.50` → `12.5`. */
export function decimalOf(text: string): Decimal {
  const negative = text.startsWith('-')
  const [whole, part] = split(negative ? text.slice(1) : text)
  const head = whole.replace(/^0+/, '') || '0'
  const tail = part.replace(/0+$/, '')
  const value = tail ? `${head}.${tail}` : head
  return negative && value !== '0' ? `-${value}` : value
}

/** Moves the decimal point of a non-negative number: `shifted('3.5', 4)` = `35000`. */
export function shifted(value: Decimal, places: number): Decimal {
  const [whole, part] = split(value)
  const digits = part.padEnd(Math.max(places, 0), '0')
  if (places >= 0) return decimalOf(`${whole}${digits.slice(0, places)}.${digits.slice(places)}`)
  const padded = whole.padStart(1 - places, '0')
  return decimalOf(`${padded.slice(0, places)}.${padded.slice(places)}${part}`)
}

/** Adds two non-negative numbers. */
export function added(a: Decimal, b: Decimal): Decimal {
  const [[wholeA, partA], [wholeB, partB]] = [split(a), split(b)]
  const places = Math.max(partA.length, partB.length)
  const width = Math.max(wholeA.length, wholeB.length) + places
  const digitsOf = (whole: string, part: string) => (whole + part.padEnd(places, '0')).padStart(width, '0')
  const [left, right] = [digitsOf(wholeA, partA), digitsOf(wholeB, partB)]
  let carry = 0
  let sum = ''
  for (let at = width - 1; at >= 0; at -= 1) {
    const digit = Number(left[at]) + Number(right[at]) + carry
    sum = String(digit % 10) + sum
    carry = digit >= 10 ? 1 : 0
  }
  const all = `${carry}${sum}`
  return decimalOf(places > 0 ? `${all.slice(0, -places)}.${all.slice(-places)}` : all)
}
