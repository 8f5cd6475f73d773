import { useRouter } from '@tarojs/taro'
import { recordOf } from '@shared/common/lists'

/** Neither platform decodes the parameters of an address; a damaged one is left as it came. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The parameters of this page's address. */
export function useParams(): Partial<Record<string, string>> {
  const { params } = useRouter()
  return recordOf(
    Object.entries(params).map(([name, value]) => [name, value === undefined ? undefined : decoded(value)]),
  )
}
