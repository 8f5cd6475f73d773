import { Tabs } from './Tabs'

interface Props {
  /** Newest first. */
  years: readonly number[]
  value: number
  onChange: (year: number) => void
}

/** Selects a year 看哪一年; renders nothing for a single year. */
export function YearTabs({ years, value, onChange }: Props) {
  if (years.length <= 1) return null
  return (
    <Tabs
      label="看哪一年"
      options={years.map(one => ({ value: String(one), label: `${one}年` }))}
      value={String(value)}
      onChange={year => onChange(Number(year))}
    />
  )
}
