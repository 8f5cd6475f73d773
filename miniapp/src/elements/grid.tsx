import { Box, Press, Txt } from './dom'
import type { GridProps } from './types'

/** Implements the grid for WeChat on a wide screen; phones show cards instead. */
export function Grid({ label, corner, columns, rows, onPress }: GridProps) {
  return (
    <Box className="grid" label={label}>
      <Box className="grid__table">
        <Box className="grid__row">
          <Box className="grid__head grid__corner">{corner}</Box>
          {columns.map(column => (
            <Box key={column.id} className="grid__head">
              {column.label}
            </Box>
          ))}
        </Box>
        {rows.map(row => (
          <Box key={row.id} className="grid__row">
            <Box className="grid__name">{row.label}</Box>
            {row.cells.map((cell, index) => {
              const column = columns[index]!
              return (
                <Box key={column.id} className="grid__cell">
                  {cell && (
                    <Press
                      className={`grid__press grid__press--${cell.look}${cell.selected ? ' grid__press--on' : ''}`}
                      label={`${row.label}，${column.label}，${cell.sign} ${cell.word}`}
                      onPress={() => onPress(row.id, column.id)}
                    >
                      <Txt className="grid__sign">{cell.sign}</Txt>
                      <Txt className="grid__word">{cell.word}</Txt>
                    </Press>
                  )}
                </Box>
              )
            })}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
