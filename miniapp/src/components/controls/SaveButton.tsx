import { useOpenFile } from '../../hooks/useOpenFile'
import { Problems } from '../page/Problems'
import { Button } from './Button'

interface Props {
  label: string
  url: string
  /** Name of the file. */
  name: string
}

/** Downloads a public file: opened on the phone, saved in the browser. */
export function SaveButton({ label, url, name }: Props) {
  const { problems, open } = useOpenFile()
  const save = () => open(url, name, `“${name}”没有取到，请稍后再试。`)
  return (
    <>
      <Button look="plain" label={label} onPress={() => void save()} />
      <Problems problems={problems} />
    </>
  )
}
