import { Box, TextInput } from '../../../elements/dom'
import { Chip } from '../../controls/Chip'
import type { Wish } from './sheetView'

/** Fewest rows of a sheet that one has to search. */
export const FIND_FROM = 10

const ORDERS = [
  { byAmount: false, label: '原来的顺序' },
  { byAmount: true, label: '按金额' },
] as const

interface Props {
  id: string
  wish: Wish
  /** Number of rows that hold the words. */
  found: number
  onChange: (wish: Wish) => void
}

/** Finds a row 找一笔 in a sheet while one types, and puts the largest amounts first. */
export function SheetTools({ id, wish, found, onChange }: Props) {
  const { words } = wish
  return (
    <Box className="tools unprinted">
      <TextInput
        id={id}
        kind="search"
        className="input tools__find"
        label="找一行"
        placeholder="找一行：姓名、事由、金额"
        maxLength={30}
        value={words}
        onChange={typed => onChange({ ...wish, words: typed })}
      />
      <Box className="chips" role="group" label="排列">
        {ORDERS.map(({ byAmount, label }) => (
          <Chip
            key={label}
            label={label}
            on={byAmount === wish.byAmount}
            onPress={() => onChange({ ...wish, byAmount })}
          />
        ))}
      </Box>
      <Box live="polite">
        {words.trim() !== '' &&
          (found > 0
            ? `找到 ${found} 行。`
            : '没有找到，换一个短一点的词再找。姓名只在这部手机上找，不会发出去。')}
      </Box>
    </Box>
  )
}
