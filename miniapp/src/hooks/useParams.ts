import { useRouter } from '@tarojs/taro'
import { recordOf } from '@shared/common/lists'

/** Decodes a URL parameter, which neither platform does; a malformed one is returned unchanged. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Returns the URL parameters of this page. */
export function useParams(): Partial<Record<string, string>> {
  const { params } = useRouter()
  return recordOf(
    Object.entries(params).map(([name, value]) => [name, value === undefined ? undefined : decoded(value)]),
  )
}
