import { useState } from 'react'
import { Box, TextInput } from '../../elements/dom'
import { Button } from './Button'

interface Props {
  /** Needed if a page has more than one. */
  id?: string
  label: string
  placeholder: string
  initial?: string
  maxLength?: number
  onSearch: (words: string) => void
}

export function SearchBox({
  id = 'search-words',
  label,
  placeholder,
  initial = '',
  maxLength = 50,
  onSearch,
}: Props) {
  const [words, setWords] = useState(initial)
  const search = () => words.trim() && onSearch(words.trim())
  return (
    <Box className="search" role="search">
      <TextInput
        id={id}
        kind="search"
        className="input search__input"
        label={label}
        placeholder={placeholder}
        maxLength={maxLength}
        value={words}
        onChange={setWords}
        onConfirm={search}
      />
      <Button label="查找" onPress={search} />
    </Box>
  )
}
